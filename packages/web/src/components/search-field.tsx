"use client";

import { CloseButton, TextInput } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconSearch } from "@tabler/icons-react";
import type { Address } from "./use-address.ts";
import { useTypedText } from "./use-typed-text.ts";

/** Searches while it is typed in, and keeps what was searched for in the address. */
export function SearchField({
  address,
  label,
}: {
  readonly address: Address<{ readonly search: string | null }>;
  readonly label: string;
}) {
  const { t } = useI18n();
  const [text, change] = useTypedText(address.state.search, (search) => address.set({ search }));
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        text === "" ? null : <CloseButton size="sm" aria-label={t("common.clear")} onClick={() => change("")} />
      }
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      flex={1}
      miw={160}
      maw={420}
    />
  );
}
