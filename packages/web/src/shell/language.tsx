"use client";

import { SegmentedControl } from "@mantine/core";
import { LANGUAGE_COOKIE, LANGUAGE_NAMES, LANGUAGES, type Language } from "@pos/web/i18n/languages.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { keepCookie } from "./cookies.ts";

/** The choice is kept in a cookie, since the server writes the pages. */
export function LanguageSwitch({ fullWidth = false }: { readonly fullWidth?: boolean }) {
  const { t, language } = useI18n();
  return (
    <SegmentedControl
      aria-label={t("settings.language")}
      fullWidth={fullWidth}
      value={language}
      data={LANGUAGES.map((value) => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
      onChange={(value) => {
        keepCookie(LANGUAGE_COOKIE, value as Language);
        window.location.reload();
      }}
    />
  );
}
