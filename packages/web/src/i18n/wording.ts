import { DEFAULT_LOCALES, LANGUAGES, type Language } from "@pos/messages/languages.ts";

export const LANGUAGE_COOKIE = "pos_language";

/**
 * How pages are worded: the user's choice of language, else the browser's preference, else English; with the region of the
 * browser where it states one for that language.
 * @returns a locale, "en-GB"
 */
export function chooseLocale(chosen: string | undefined, accepted: string | null): string {
  const tags = (accepted ?? "").split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  const language =
    LANGUAGES.find((one) => one === chosen) ??
    tags.map(languageOfTag).find((one): one is Language => one !== undefined) ??
    "en";
  return tags.find((tag) => languageOfTag(tag) === language && isLocale(tag)) ?? DEFAULT_LOCALES[language];
}

/** The language of a locale of `chooseLocale`. */
export function languageOf(locale: string): Language {
  return languageOfTag(locale) ?? "en";
}

function languageOfTag(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split("-")[0];
  return LANGUAGES.find((one) => one === primary);
}

/** "en" alone writes dates as one country does; with a region they are the reader's own. */
function isLocale(tag: string): boolean {
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(tag)) return false;
  return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
}
