import type { ReceiptShop } from "@pos/core/receipt/model.ts";
import type { ReceiptPlace } from "@pos/messages/receipt-writing.ts";
import type { PaperSettingsFragment } from "@pos/web/graphql/generated/graphql.ts";

/** What a shop prints beside what was sold. */
export function shopOf(settings: PaperSettingsFragment): ReceiptShop {
  const { header, address, phone, taxNumber, footer, logo } = settings;
  const texts = { header, address, phone, taxNumber, footer, logo };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null));
}

const LANGUAGES = { EN: "en", ZH_HANS: "zh" } as const;

/** The language of a shop's papers; without one of its own it is its country's. */
export function paperLanguage({ language }: PaperSettingsFragment): ReceiptPlace["language"] {
  return language === null ? undefined : LANGUAGES[language];
}
