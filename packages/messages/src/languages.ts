/** The languages of screens and mails. A new one is a file beside each `en.ts` that compiles only when it is complete. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", zh: "简体中文" };
/** The value of `<html lang>`. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-Hans" };
/** How a language writes numbers and dates where the country is not known. */
export const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };
