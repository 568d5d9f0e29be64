import { fromScaled } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";

/** Formats figures for people in a language, and for programs in a file. */
export interface Format {
  /** Minor units, with the currency's sign. */
  readonly money: (amount: number) => string;
  /** Minor units as an exact decimal of the major unit, with all its places. */
  readonly decimal: (amount: number) => string;
  readonly quantity: (thousandths: number) => string;
  readonly count: (count: number) => string;
  /** A decimal as text: a percentage, a level. */
  readonly number: (decimal: string) => string;
  /** A business day in full. */
  readonly day: (day: string) => string;
  readonly hour: (hour: number) => string;
  /** An instant in a zone's local time. */
  readonly time: (instant: string) => string;
}

export function formatFor(locale: string, currency: string, timeZone: string): Format {
  const digits = minorDigits(currency);
  const moneyFormat = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "full" });
  const timeFormat = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" });
  return {
    // Formatting a decimal string is exact for any size.
    money: (amount) => moneyFormat.format(fromScaled(amount, digits) as Intl.StringNumericLiteral),
    decimal(amount) {
      const [whole = "", fraction = ""] = fromScaled(amount, digits).split(".");
      return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, "0")}`;
    },
    quantity: (thousandths) => numberFormat.format(formatQuantity(thousandths) as Intl.StringNumericLiteral),
    count: (count) => numberFormat.format(count),
    number: (decimal) => numberFormat.format(decimal as Intl.StringNumericLiteral),
    day: (day) => dayFormat.format(new Date(`${day}T12:00:00.000Z`)),
    hour: (hour) => `${String(hour).padStart(2, "0")}:00`,
    time: (instant) => timeFormat.format(new Date(instant)),
  };
}
