"use client";

import { TextInput } from "@mantine/core";
import { LIMITS } from "@pos/core/base/limits.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useCardScan } from "./scanned-card.tsx";

/** The code of a gift card, as it is typed or as a scanner types it. */
export function CodeField({
  value,
  error,
  help,
  isFirst = false,
  onChange,
  onScan = onChange,
}: {
  readonly value: string;
  readonly error: string | undefined;
  readonly help?: string;
  /** It has the focus. */
  readonly isFirst?: boolean;
  readonly onChange: (typed: string) => void;
  /** Absent: a scan types. */
  readonly onScan?: (code: string) => void;
}) {
  const { t } = useI18n();
  useCardScan(onScan);
  return (
    <TextInput
      label={t("giftCards.code")}
      {...(help === undefined ? {} : { description: help })}
      size="lg"
      autoFocus={isFirst}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={LIMITS.codeCharactersMax}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
