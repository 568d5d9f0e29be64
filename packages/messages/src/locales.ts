import { DEFAULT_LOCALES, type Language } from "./languages.ts";

/** The country of a shop, or its currency, which decides how numbers and dates are written. */
export interface ShopCountry {
  /** ISO 3166; absent: the country whose currency it is. */
  readonly country?: string | null | undefined;
  readonly currency: string;
}

/** A language as the shop's country writes it: "en-GB". Where the country does not write it, its usual form. */
export function localeFor(language: Language, { country, currency }: ShopCountry): string {
  // A currency's code starts with the code of its country; where several countries share it, it is no country's.
  const locale = `${language}-${country ?? currency.slice(0, 2)}`;
  return Intl.DateTimeFormat(locale).resolvedOptions().locale === locale ? locale : DEFAULT_LOCALES[language];
}
