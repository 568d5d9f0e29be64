"use client";

import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { comparedBarcode } from "@pos/core/base/gtin.ts";
import { describeFailure } from "@pos/web/components/failure.tsx";
import { type TakeArticleFragment, TakeArticlesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconBarcode } from "@tabler/icons-react";
import { type FormEvent, useRef, useState } from "react";
import { useClient } from "urql";
import type { Counted } from "./take-draft.ts";

const SUGGESTED_MAX = 20;

export function countedOf({ sku, onHand, variant }: TakeArticleFragment): Counted {
  return { variantId: variant.id, sku, title: variant.title, expected: onHand };
}

/** Takes scans as fast as they come: each is looked up in its turn, and none is lost while one is looked up. */
export function TakeSearch({
  onScan,
  onChoose,
}: {
  readonly onScan: (article: Counted) => void;
  readonly onChoose: (article: Counted) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const client = useClient();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [found, setFound] = useState<readonly TakeArticleFragment[]>([]);
  const turn = useRef(Promise.resolve());

  async function look(code: string): Promise<void> {
    const variables = { locationId: location.id, search: code, first: SUGGESTED_MAX };
    const { data, error } = await client.query(TakeArticlesDocument, variables, { requestPolicy: "network-only" });
    if (error !== undefined) return setProblem(`${code}: ${describeFailure(error, i18n)}`);
    const nodes = data?.stockLevels?.nodes ?? [];
    const exact = nodes.find((node) => isNamed(node, code));
    const [only, ...others] = nodes;
    setFound(exact || others.length === 0 ? [] : nodes);
    setProblem(nodes.length > 0 ? undefined : t("take.unknown", { code }));
    if (exact) onScan(countedOf(exact));
    else if (only && others.length === 0) onChoose(countedOf(only));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const code = text.trim();
    setText("");
    if (code !== "") turn.current = turn.current.then(() => look(code));
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          label={t("take.scan")}
          description={t("take.scanHelp")}
          leftSection={<IconBarcode size={16} aria-hidden="true" />}
          data-autofocus
          autoFocus
          autoComplete="off"
          value={text}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
          maw={480}
        />
        <Suggestions
          found={found}
          onChoose={(level) => {
            setFound([]);
            onChoose(countedOf(level));
          }}
        />
      </Stack>
    </form>
  );
}

function Suggestions({
  found,
  onChoose,
}: {
  readonly found: readonly TakeArticleFragment[];
  readonly onChoose: (level: TakeArticleFragment) => void;
}) {
  const { t } = useI18n();
  if (found.length === 0) return null;
  return (
    <Group gap="xs" aria-label={t("take.choose")} role="group">
      <Text size="sm" c="dimmed">
        {t("take.choose")}
      </Text>
      {found.map((level) => (
        <Button key={level.variant.id} size="xs" variant="light" onClick={() => onChoose(level)}>
          {level.variant.title}
        </Button>
      ))}
    </Group>
  );
}

/** Whether a code is the SKU, or one of the barcodes in any form of it. */
function isNamed({ sku, variant }: TakeArticleFragment, code: string): boolean {
  const compared = comparedBarcode(code);
  return sku === code || variant.barcodes.some((barcode) => comparedBarcode(barcode) === compared);
}
