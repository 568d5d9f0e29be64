"use client";

import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { UrlState } from "./url-state.ts";

/** Searches while it is typed in, and keeps what was searched for in the address. */
export function SearchField({
  url,
  label,
  placeholder,
}: {
  readonly url: UrlState;
  readonly label: string;
  readonly placeholder: string;
}) {
  const { t } = useI18n();
  const [text, setText] = useState(url.get("search") ?? "");
  const search = useDebouncedCallback((value: string) => url.set({ search: value.trim() }), 250);
  const change = (value: string) => {
    setText(value);
    search(value);
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        text === "" ? null : <CloseButton size="sm" aria-label={t("common.clear")} onClick={() => change("")} />
      }
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      flex={1}
      miw={200}
      maw={420}
    />
  );
}
