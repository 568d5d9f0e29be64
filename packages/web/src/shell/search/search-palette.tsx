"use client";

import { Loader, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { mayLeave } from "@pos/web/components/leaving.ts";
import { SearchDocument, type SearchQuery } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { takeTypedForSearch } from "@pos/web/shell/early/search-keys.ts";
import { useNavigationItems } from "@pos/web/shell/navigation.tsx";
import { IconSearch } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { useQuery } from "urql";
import { type Hit, type HitGroup, hitsOf, pagesNamed, QUOTE_NUMBER } from "./hits.ts";
import classes from "./search-palette.module.css";

const TYPING_MILLISECONDS = 150;
const OPTION = "search-option-";

/** Finds pages, products, customers and receipts; arrow keys choose one of what was found, Enter goes there. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const { groups, isAsking } = useHits(text.trim(), i18n);
  const hits = groups.flatMap((group) => group.hits);
  const router = useRouter();
  const go = async ({ path }: Hit) => {
    onClose();
    if (await mayLeave()) router.push(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[Math.min(chosen, hits.length - 1)];
    if (step !== undefined && hits.length > 0) setChosen((chosen + step + hits.length) % hits.length);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing && hit && (hit.isPage || !isAsking)) void go(hit);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("search.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
      size="lg"
      yOffset="10dvh"
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-options"
        aria-activedescendant={hits.length > 0 ? `${OPTION}${Math.min(chosen, hits.length - 1)}` : undefined}
        aria-label={t("search.title")}
        placeholder={t("search.placeholder")}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={isAsking ? <Loader size="xs" aria-label={t("search.searching")} /> : null}
        size="md"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onFocus={() => {
          const typed = takeTypedForSearch();
          if (typed !== "") setText(text + typed);
        }}
        onKeyDown={onKeyDown}
      />
      <Stack gap="md" mt="md" id="search-options" role="listbox" aria-label={t("search.title")}>
        <Groups groups={groups} chosen={Math.min(chosen, hits.length - 1)} onGo={(hit) => void go(hit)} />
      </Stack>
      <Text c="dimmed" size="sm" mt="md" role="status">
        {text.trim() === "" ? t("search.hint") : !isAsking && hits.length === 0 && t("search.nothing", { text })}
      </Text>
    </Modal>
  );
}

function Groups({
  groups,
  chosen,
  onGo,
}: {
  readonly groups: readonly HitGroup[];
  readonly chosen: number;
  readonly onGo: (hit: Hit) => void;
}) {
  let index = -1;
  return groups.map(({ title, hits }) => (
    // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped so, and a fieldset is for a form.
    <div key={title} role="group" aria-label={title}>
      <Text size="xs" fw={600} c="dimmed" mb={4} aria-hidden="true">
        {title}
      </Text>
      {hits.map((hit) => {
        index++;
        return (
          <div
            key={hit.path}
            id={`${OPTION}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes.hit}
            onClick={() => onGo(hit)}
            onKeyDown={(event) => event.key === "Enter" && onGo(hit)}
          >
            <span>{hit.name}</span>
            {hit.detail !== undefined && <span className={classes.detail}>{hit.detail}</span>}
          </div>
        );
      })}
    </div>
  ));
}

function useHits(text: string, i18n: I18n): { readonly groups: readonly HitGroup[]; readonly isAsking: boolean } {
  const [asked] = useDebouncedValue(text, TYPING_MILLISECONDS);
  const isPermitted = usePermission();
  const { location } = useSession();
  const withCustomers = isPermitted("customer:read");
  const withQuotes = isPermitted("sale:quote") && QUOTE_NUMBER.test(asked);
  const pages = pagesNamed(useNavigationItems(), text, i18n);
  const [{ data, fetching, operation }] = useQuery({
    query: SearchDocument,
    variables: { text: asked, withCustomers, withQuotes, locationId: location.id },
    pause: asked === "",
  });
  // An answer to what was typed before is none to what is typed now.
  const isOfNow = asked === text && operation?.variables.text === text;
  const found: SearchQuery | undefined = isOfNow ? data : undefined;
  const groups = text === "" ? [pages] : [pages, ...(found ? hitsOf(found, i18n) : [])];
  return {
    groups: groups.filter(({ hits }) => hits.length > 0),
    isAsking: text !== "" && (!isOfNow || fetching),
  };
}
