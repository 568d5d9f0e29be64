import type { MessageKey } from "@pos/messages/catalogue.ts";
import type { Translate } from "@pos/messages/translate.ts";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { createI18n, type I18n } from "./i18n.ts";

/** For server components: the texts in the language of who asks. */
export async function getI18n(): Promise<I18n> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  return createI18n(t as unknown as Translate, locale);
}

/**
 * The title of the browser tab.
 * @param of what the page shows of its kind
 */
export async function pageTitle(key: MessageKey, of?: string): Promise<Metadata> {
  const { t } = await getI18n();
  const title = (t as (key: string) => string)(key);
  return { title: of === undefined ? title : `${of} · ${title}` };
}
