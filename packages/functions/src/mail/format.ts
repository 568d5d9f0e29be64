import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { formatsOf } from "@pos/messages/formats.ts";
import type { Language } from "@pos/messages/languages.ts";

/** Formats the figures of one location for people, and for programs in a file. */
export interface Format {
  readonly language: Language;
  /** Minor units, with the currency's sign. */
  readonly money: (amount: number) => string;
  /** Minor units as an exact decimal of the major unit, with all its places. */
  readonly decimal: (amount: number) => string;
  readonly quantity: (thousandths: number) => string;
  readonly count: (count: number) => string;
  /** A level of stock. */
  readonly number: (decimal: string) => string;
  /** A percentage of the contract: "20" is 20%. */
  readonly percent: (decimal: string) => string;
  /** A business day in full. */
  readonly day: (day: string) => string;
  readonly hour: (hour: number) => string;
  /** An instant in the location's local time. */
  readonly time: (instant: string) => string;
}

export function formatFor(locale: string, currency: string, timeZone: string): Format {
  const digits = minorDigits(currency);
  const formats = formatsOf(locale);
  return {
    language: locale.startsWith("zh") ? "zh" : "en",
    money: (amount) => formats.money({ amount, currency }),
    decimal(amount) {
      const [whole = "", fraction = ""] = fromScaled(amount, digits).split(".");
      return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, "0")}`;
    },
    quantity: (thousandths) => formats.decimal(formatQuantity(thousandths)),
    count: formats.decimal,
    number: formats.decimal,
    percent: (decimal) => formats.percent(Number(decimal) / 100),
    day: formats.dayLong,
    hour: formats.hour,
    time: (instant) => formats.dateTime(instant, timeZone),
  };
}
