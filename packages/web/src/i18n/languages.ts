/** The languages of the screens. A new one is an object of its own beside `en` that compiles only when it is complete. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", zh: "简体中文" };
/** The value of `<html lang>`. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: "en", zh: "zh-Hans" };
export const LANGUAGE_COOKIE = "pos_language";

export interface Wording {
  readonly language: Language;
  /** How numbers and dates are written. */
  readonly locale: string;
}

/** The user's choice, else the browser's preference, else English. */
export function chooseWording(chosen: string | undefined, accepted: string | null): Wording {
  const tags = (accepted ?? "").split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  const language =
    LANGUAGES.find((one) => one === chosen) ??
    tags.map(languageOf).find((one): one is Language => one !== undefined) ??
    "en";
  const regional = tags.find((tag) => languageOf(tag) === language && isLocale(tag));
  return { language, locale: regional ?? DEFAULT_LOCALES[language] };
}

const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };

function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split("-")[0];
  return LANGUAGES.find((one) => one === primary);
}

/** "en" alone writes dates as one country does; with a region they are the reader's own. */
function isLocale(tag: string): boolean {
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(tag)) return false;
  return Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0;
}
