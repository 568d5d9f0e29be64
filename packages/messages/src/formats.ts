import { fromScaled } from "@pos/core/base/decimal.ts";
import { type Money, minorDigits } from "@pos/core/base/money.ts";
import type { Unit } from "@pos/core/base/unit.ts";
import type { SoldPack } from "@pos/core/goods/catalog/packs.ts";

/** How much of something it is: of its unit, or packs. */
interface CountedQuantity {
  readonly quantity: string;
  /** Absent: pieces. */
  readonly unit?: Unit | undefined;
  readonly pack?: SoldPack | null | undefined;
}

/** Numbers, money and times as a locale writes them; times in a location's zone, never the machine's. */
export interface Formats {
  readonly money: (money: Money) => string;
  /** Without the small units, for axes and tiles. */
  readonly moneyShort: (money: Money) => string;
  /** A unit price in major units, with all of its places. */
  readonly unitPrice: (unit: { readonly price: string; readonly currency: string }) => string;
  /** The same with what it is the price of, where that is no piece: "£3.99/kg". */
  readonly priceOfUnit: (one: { readonly price: string; readonly currency: string; readonly unit: Unit }) => string;
  /** A quantity with its unit or pack, where that is no piece: "2.750 kg", "2 Case (24)". */
  readonly quantity: (one: CountedQuantity) => string;
  /** A decimal of the contract (a quantity, a unit price) or a count. */
  readonly decimal: (value: string | number) => string;
  /** @param value 0.2 for 20% */
  readonly percent: (value: number) => string;
  readonly dateTime: (instant: string, zone: string) => string;
  readonly time: (instant: string, zone: string) => string;
  /** A business day, YYYY-MM-DD. */
  readonly day: (day: string) => string;
  /** A business day without its weekday. */
  readonly date: (day: string) => string;
  /** A business day without its year. */
  readonly dayShort: (day: string) => string;
  /** A business day in full, for a heading. */
  readonly dayLong: (day: string) => string;
  /** A business day in digits, as a field shows it and a person types it. */
  readonly dayDigits: (day: string) => string;
  /** A full hour of the day: 8 is 8:00 or 08:00. */
  readonly hour: (hour: number) => string;
  /** How long ago, in the largest unit that fits. */
  readonly ago: (instant: string, now: string) => string;
}

const made = new Map<string, Formats>();

/** The formats of a locale, made once: the platform's formatters are slow to make. */
export function formatsOf(locale: string): Formats {
  const formats = made.get(locale) ?? createFormats(locale);
  made.set(locale, formats);
  return formats;
}

function createFormats(locale: string): Formats {
  const number = kept((options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    // A minus sign, not a hyphen, so that a loss is not overlooked.
    return (value: number | string) => format.format(value as Intl.StringNumericLiteral).replace("-", "−");
  });
  const date = kept((options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (instant: string) => format.format(Date.parse(instant));
  });
  const day = (options: Intl.DateTimeFormatOptions) => (of: string) =>
    date({ ...options, timeZone: "UTC" })(`${of}T00:00:00Z`);
  const currency = (code: string) => ({ style: "currency", currency: code, currencyDisplay: "narrowSymbol" }) as const;
  const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const decimal = number({ maximumFractionDigits: 6 });
  const unitPrice: Formats["unitPrice"] = ({ price, currency: code }) =>
    number({ ...currency(code), minimumFractionDigits: minorDigits(code), maximumFractionDigits: 6 })(price);
  return {
    // As text, a decimal is formatted exactly at any size.
    money: ({ amount, currency: code }) =>
      number({ ...currency(code), ...fixed(minorDigits(code)) })(fromScaled(amount, minorDigits(code))),
    moneyShort: ({ amount, currency: code }) =>
      number({ ...currency(code), ...fixed(0) })(fromScaled(amount, minorDigits(code))),
    unitPrice,
    priceOfUnit: ({ unit, ...one }) => (unit === "EACH" ? unitPrice(one) : `${unitPrice(one)}/${signOf(locale, unit)}`),
    quantity({ quantity, unit = "EACH", pack }) {
      if (pack) return `${decimal(quantity)} ${pack.name} (${decimal(pack.size)})`;
      return unit === "EACH"
        ? decimal(quantity)
        : number({ style: "unit", unit: MEASURES[unit], ...fixed(3) })(quantity);
    },
    decimal,
    percent: number({ style: "percent", maximumFractionDigits: 6 }),
    dateTime: (instant, zone) => date({ dateStyle: "medium", timeStyle: "short", timeZone: zone })(instant),
    time: (instant, zone) => date({ timeStyle: "short", timeZone: zone })(instant),
    day: day({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    date: day({ day: "numeric", month: "short", year: "numeric" }),
    dayShort: day({ day: "numeric", month: "short" }),
    dayLong: day({ dateStyle: "full" }),
    dayDigits: day({ day: "2-digit", month: "2-digit", year: "numeric" }),
    hour: (hour) => date({ timeStyle: "short", timeZone: "UTC" })(`2000-01-01T${String(hour).padStart(2, "0")}:00:00Z`),
    ago: (instant, now) => ago(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }), instant, now),
  };
}

const MEASURES = { KILOGRAM: "kilogram", GRAM: "gram", POUND: "pound", LITRE: "liter", METRE: "meter" } as const;

/** How a unit is abbreviated. */
function signOf(locale: string, unit: keyof typeof MEASURES): string {
  const parts = new Intl.NumberFormat(locale, { style: "unit", unit: MEASURES[unit] }).formatToParts(1);
  return parts.find(({ type }) => type === "unit")?.value ?? "";
}

/** Keeps what is made for each set of options. */
function kept<Options, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const byOptions = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const one = byOptions.get(key) ?? make(options);
    byOptions.set(key, one);
    return one;
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
