import type { MailLanguage } from "@pos/core/office/mail/index.ts";
import { createTranslate } from "@pos/messages/create-translate.ts";
import { LANGUAGE_TAGS, type Language } from "@pos/messages/languages.ts";
import { localeFor } from "@pos/messages/locales.ts";
import { MAIL_MESSAGES, type MailTranslate } from "./messages.ts";

const LANGUAGES: Readonly<Record<MailLanguage, Language>> = { EN: "en", ZH_HANS: "zh" };

/** The texts of a mail, and how it writes figures. */
export interface MailTexts {
  readonly t: MailTranslate;
  readonly locale: string;
  /** The value of `<html lang>`. */
  readonly tag: string;
}

export function mailTexts(language: MailLanguage, currency: string): MailTexts {
  const name = LANGUAGES[language];
  const locale = localeFor(name, { currency });
  return { t: createTranslate(MAIL_MESSAGES[name], locale), locale, tag: LANGUAGE_TAGS[name] };
}
