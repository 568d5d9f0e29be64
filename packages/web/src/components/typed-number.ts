import { toScaled } from "@pos/core/base/decimal.ts";
import { minorDigits, PERCENT_PLACES, PRICE_PLACES } from "@pos/core/base/money.ts";
import { QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { type NumberField, readTypedNumber, type TypedNumber } from "@pos/core/base/typed-number.ts";

/** What a number is that a person types. `hasFractions`: a unit price or cost may be finer than the currency. */
export type NumberKind =
  | { readonly kind: "money"; readonly currency: string; readonly hasFractions?: boolean }
  | { readonly kind: "quantity" }
  | { readonly kind: "percent" };

export const QUANTITY: NumberKind = { kind: "quantity" };
export const PERCENT: NumberKind = { kind: "percent" };

/** The one way in which screens read numbers. */
export function readNumber(text: string, kind: NumberKind): TypedNumber {
  return readTypedNumber(text, fieldOf(kind));
}

/** The decimal that is stored. @returns undefined if the text is empty or not understood: the field shows why */
export function typedDecimal(text: string, kind: NumberKind): string | undefined {
  const typed = readNumber(text, kind);
  return typed.ok ? typed.decimal : undefined;
}

/** The same in the smallest places of the field: minor units, thousandths. */
export function typedScaled(text: string, kind: NumberKind): number | undefined {
  const decimal = typedDecimal(text, kind);
  return decimal === undefined ? undefined : toScaled(decimal, placesOf(kind));
}

export function placesOf(kind: NumberKind): number {
  if (kind.kind === "quantity") return QUANTITY_PLACES;
  if (kind.kind === "percent") return PERCENT_PLACES;
  return kind.hasFractions ? PRICE_PLACES : minorDigits(kind.currency);
}

/** What can be typed, as an example of thousands and decimals. */
export function exampleOf(kind: NumberKind): string {
  if (kind.kind === "percent") return "12.5";
  const places = Math.min(placesOf(kind), 3);
  return places === 0 ? "1,299" : `1,299.${"500".slice(0, places)}`;
}

/** Whether a price that is stored is finer than the currency. */
export function isFraction(price: string, currency: string): boolean {
  return toScaled(price, minorDigits(currency)) === undefined;
}

function fieldOf(kind: NumberKind): NumberField {
  const places = placesOf(kind);
  if (kind.kind === "money") return { places, signs: signsOf(kind.currency) };
  return kind.kind === "percent" ? { places, signs: ["%"] } : { places };
}

/** Signs that people write and that no locale names. */
const OTHER_SIGNS: { readonly [currency: string]: readonly string[] } = { CNY: ["元"], JPY: ["円", "元"] };

const kept = new Map<string, readonly string[]>();

/** As both languages write a currency: £, GBP, ¥, CN¥. */
function signsOf(currency: string): readonly string[] {
  const known = kept.get(currency);
  if (known) return known;
  const written = ["en", "zh"].flatMap((language) =>
    (["symbol", "narrowSymbol"] as const).map(
      (currencyDisplay) =>
        new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay })
          .formatToParts(0)
          .find(({ type }) => type === "currency")?.value ?? "",
    ),
  );
  const signs = [...new Set([currency, ...written, ...(OTHER_SIGNS[currency] ?? [])])];
  signs.sort((a, b) => b.length - a.length);
  kept.set(currency, signs);
  return signs;
}
