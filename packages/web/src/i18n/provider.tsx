"use client";

import { localeFor, type ShopCountry } from "@pos/messages/locales.ts";
import type { Translate } from "@pos/messages/translate.ts";
import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { createI18n, type I18n } from "./i18n.ts";
import { languageOf } from "./wording.ts";

export type { I18n };

/** The messages come with the page, so that a browser is sent one language only. */
export function I18nProvider({
  locale,
  messages,
  children,
}: {
  readonly locale: string;
  readonly messages: AbstractIntlMessages;
  readonly children: ReactNode;
}) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC" onError={ignore}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Within it, figures are written as the shop's country does, whatever the browser's is; by the browser's while no shop is known. */
export function ShopLocale({
  shop,
  children,
}: {
  readonly shop: ShopCountry | undefined;
  readonly children: ReactNode;
}) {
  const own = useLocale();
  const locale = shop === undefined ? own : localeFor(languageOf(own), shop);
  return <NextIntlClientProvider locale={locale}>{children}</NextIntlClientProvider>;
}

/**
 * The compiler checks keys and values. What is left is a text of an exception whose details the server does not state: it is
 * then the key, which `exceptionText` recognises.
 */
function ignore(): void {}

export function useI18n(): I18n {
  const t = useTranslations() as unknown as Translate;
  const locale = useLocale();
  return useMemo(() => createI18n(t, locale), [t, locale]);
}
