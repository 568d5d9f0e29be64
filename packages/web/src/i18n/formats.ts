import { type Money, minorDigits } from "@pos/core/base/money.ts";

/** Numbers, money and times as the reader writes them; times in a location's zone, never the browser's. */
export interface Formats {
  readonly money: (money: Money) => string;
  /** Without the small units, for axes and tiles. */
  readonly moneyShort: (money: Money) => string;
  /** A unit price in major units, with all of its places. */
  readonly unitPrice: (unit: { readonly price: string; readonly currency: string }) => string;
  /** A decimal of the contract: a quantity or a unit price. */
  readonly decimal: (value: string | number) => string;
  readonly percent: (value: number) => string;
  readonly dateTime: (instant: string, zone: string) => string;
  readonly time: (instant: string, zone: string) => string;
  /** A business day, YYYY-MM-DD. */
  readonly day: (day: string) => string;
  /** A business day without its year. */
  readonly dayShort: (day: string) => string;
  /** How long ago, in the largest unit that fits. */
  readonly ago: (instant: string, now: string) => string;
}

export function createFormats(locale: string): Formats {
  const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
  const number = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const format = (kept.get(key) as Intl.NumberFormat | undefined) ?? new Intl.NumberFormat(locale, options);
    kept.set(key, format);
    return format;
  };
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    const format = (kept.get(key) as Intl.DateTimeFormat | undefined) ?? new Intl.DateTimeFormat(locale, options);
    kept.set(key, format);
    return format;
  };
  const currency = (code: string) => ({ style: "currency", currency: code, currencyDisplay: "narrowSymbol" }) as const;
  return {
    money: ({ amount, currency: code }) => {
      const digits = minorDigits(code);
      const options = { ...currency(code), minimumFractionDigits: digits, maximumFractionDigits: digits };
      return number(options).format(amount / 10 ** digits);
    },
    moneyShort: ({ amount, currency: code }) =>
      number({ ...currency(code), maximumFractionDigits: 0, minimumFractionDigits: 0 }).format(
        amount / 10 ** minorDigits(code),
      ),
    unitPrice: ({ price, currency: code }) =>
      number({ ...currency(code), minimumFractionDigits: minorDigits(code), maximumFractionDigits: 6 }).format(
        Number(price),
      ),
    decimal: (value) => number({ maximumFractionDigits: 6 }).format(Number(value)),
    percent: (value) => number({ style: "percent", maximumFractionDigits: 6 }).format(value),
    dateTime: (instant, zone) =>
      date({ dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(Date.parse(instant)),
    time: (instant, zone) => date({ timeStyle: "short", timeZone: zone }).format(Date.parse(instant)),
    day: (day) =>
      date({ weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
        Date.parse(`${day}T00:00:00Z`),
      ),
    dayShort: (day) => date({ day: "numeric", month: "short", timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`)),
    ago: (instant, now) => ago(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }), instant, now),
  };
}

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function ago(format: Intl.RelativeTimeFormat, instant: string, now: string): string {
  const seconds = Math.round((Date.parse(instant) - Date.parse(now)) / 1000);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(seconds, "second");
}
