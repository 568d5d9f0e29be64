"use client";

import { SegmentedControl } from "@mantine/core";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "@pos/messages/languages.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LANGUAGE_COOKIE } from "@pos/web/i18n/wording.ts";
import { useRouter } from "next/navigation";
import { keepCookie } from "./cookies.ts";

/** The choice is kept in a cookie, since the server writes the pages. */
export function LanguageSwitch({
  fullWidth = false,
  isDisabled = false,
}: {
  readonly fullWidth?: boolean;
  /** The server cannot be asked for the other language now. */
  readonly isDisabled?: boolean;
}) {
  const { t, language } = useI18n();
  const router = useRouter();
  return (
    <SegmentedControl
      aria-label={t("settings.language")}
      fullWidth={fullWidth}
      disabled={isDisabled}
      value={language}
      data={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
      onChange={(value) => {
        keepCookie(LANGUAGE_COOKIE, value as Language);
        // What is typed, open or in the cart stays as it is.
        router.refresh();
      }}
    />
  );
}
