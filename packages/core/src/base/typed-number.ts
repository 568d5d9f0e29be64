import { canonicalDecimal } from "./decimal.ts";

/** What a field takes. */
export interface NumberField {
  /** Decimal places at most: those of the currency, of a quantity, of a percentage. */
  readonly places: number;
  /** Signs that may stand before or behind the number: of the currency, "%". */
  readonly signs?: readonly string[];
}

/** Why a text is not taken for a number. A field then shows what to type. */
export type NumberProblem =
  | "NOT_A_NUMBER"
  /** A comma that does not part thousands: it may be meant as a decimal point. */
  | "AMBIGUOUS"
  | "TOO_PRECISE"
  | "NEGATIVE";

export type TypedNumber =
  | { readonly ok: true; readonly decimal: string }
  | { readonly ok: false; readonly problem: NumberProblem };

/** No number that a field takes is longer. */
const CHARACTERS_MAX = 40;

/**
 * Reads a number as people type it in English and in Chinese, which write numbers alike: a comma between thousands, a point before
 * decimals. It never guesses: `1,299` is 1299, `1,29` is refused, and a place more than the field has is refused, also a zero, since
 * `1.290` is how others write 1290. Full-width digits and signs of Chinese input methods count as the usual ones.
 */
export function readTypedNumber(text: string, { places, signs = [] }: NumberField): TypedNumber {
  if (text.length > CHARACTERS_MAX) return refusal("NOT_A_NUMBER");
  const typed = withoutSigns(halfWidth(text).trim(), signs.map(halfWidth));
  const match = /^([+-]?)([\d,]*)(?:\.(\d*))?$/.exec(typed);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (!match || !/\d/.test(whole + fraction)) return refusal("NOT_A_NUMBER");
  if (whole.includes(",") && !THOUSANDS.test(whole)) return refusal("AMBIGUOUS");
  if (fraction.length > places) return refusal("TOO_PRECISE");
  const decimal = canonicalDecimal(`${whole.replaceAll(",", "") || "0"}.${fraction || "0"}`);
  if (decimal === undefined) return refusal("NOT_A_NUMBER");
  return sign === "-" && decimal !== "0" ? refusal("NEGATIVE") : { ok: true, decimal };
}

/** Complete groups: a zero before a comma is no thousand. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+$/;

function refusal(problem: NumberProblem): TypedNumber {
  return { ok: false, problem };
}

/** NFKC turns full-width digits, commas, points and signs into the usual ones, but not these. */
function halfWidth(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[。．]/g, ".")
    .replace(/[、﹐]/g, ",")
    .replace(/[−‒–—]/g, "-");
}

/** One sign, before or behind. */
function withoutSigns(typed: string, signs: readonly string[]): string {
  for (const sign of signs) {
    if (sign === "") continue;
    if (typed.startsWith(sign)) return typed.slice(sign.length).trim();
    if (typed.endsWith(sign)) return typed.slice(0, -sign.length).trim();
  }
  return typed;
}
