/**
 * Decimals as people write them and as integers count them. A decimal travels as a canonical string ("2", "0.375", "-1.5")
 * and is computed as an integer of its smallest place, so that no sum ever depends on binary fractions.
 */

/** `[+-]?digits[.digits]` in canonical form: no plus, no leading or trailing zeros, no "-0". Undefined: not a decimal. */
export function canonicalDecimal(text: string): string | undefined {
  if (CANONICAL.test(text) && text !== "-0") return text;
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const whole = withoutLeadingZeros(match[2] ?? "");
  const fraction = withoutTrailingZeros(match[3] ?? "");
  const digits = fraction === "" ? whole : `${whole}.${fraction}`;
  return match[1] === "-" && digits !== "0" ? `-${digits}` : digits;
}

/** One zero stays where there is nothing else. */
function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (start < digits.length - 1 && digits.charCodeAt(start) === ZERO) start++;
  return digits.slice(start);
}

/** A loop: the pattern `0+$` tries again from every zero, which takes the square of the text's length. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === ZERO) end--;
  return digits.slice(0, end);
}

const ZERO = 48;

/** With "-0", which is not. */
const CANONICAL = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** How many places a canonical decimal has. */
export function placesOf(decimal: string): number {
  const point = decimal.indexOf(".");
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** A canonical decimal as an integer count of 10^-places. Undefined: more places than that, or beyond 2^53-1. */
export function toScaled(decimal: string, places: number): number | undefined {
  const point = decimal.indexOf(".");
  const given = point < 0 ? 0 : decimal.length - point - 1;
  if (given > places) return undefined;
  const digits = point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);
  // A power of ten times an integer is exact as far as the result is safe, and an unsafe one is refused.
  const scaled = Number(digits) * 10 ** (places - given);
  return Number.isSafeInteger(scaled) ? scaled + 0 : undefined;
}

/** The canonical decimal of an integer count of 10^-places. */
export function fromScaled(scaled: number, places: number): string {
  const negative = scaled < 0;
  const digits = String(Math.abs(scaled)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  let end = digits.length;
  while (end > whole.length && digits.charCodeAt(end - 1) === ZERO) end--;
  const text = end > whole.length ? `${whole}.${digits.slice(whole.length, end)}` : whole;
  return negative ? `-${text}` : text;
}
