/**
 * Decimals as text and as scaled integers. A decimal travels as a canonical string ("2", "0.375", "-1.5") and is
 * computed as an integer count of its smallest decimal place, so that no sum depends on binary fractions.
 */

/**
 * Normalizes `[+-]?digits[.digits]`: no plus sign, no leading or trailing zeros, no "-0".
 * @returns undefined if the text is not a decimal
 */
export function canonicalDecimal(text: string): string | undefined {
  if (CANONICAL.test(text) && text !== "-0") return text;
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const whole = withoutLeadingZeros(match[2] ?? "");
  const fraction = withoutTrailingZeros(match[3] ?? "");
  const digits = fraction === "" ? whole : `${whole}.${fraction}`;
  return match[1] === "-" && digits !== "0" ? `-${digits}` : digits;
}

/** Keeps one zero if there are no other digits. */
function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (start < digits.length - 1 && digits.charCodeAt(start) === ZERO) start++;
  return digits.slice(start);
}

/** A loop, because the pattern `0+$` restarts at every zero and takes quadratic time. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === ZERO) end--;
  return digits.slice(0, end);
}

const ZERO = 48;

/** Also matches "-0", which is not canonical. */
const CANONICAL = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

export function decimalPlacesOf(decimal: string): number {
  const point = decimal.indexOf(".");
  return point < 0 ? 0 : decimal.length - point - 1;
}

/**
 * Converts a canonical decimal to an integer count of 10^-places.
 * @returns undefined if the decimal has more places or the result exceeds 2^53-1
 */
export function toScaled(decimal: string, places: number): number | undefined {
  const point = decimal.indexOf(".");
  const given = point < 0 ? 0 : decimal.length - point - 1;
  if (given > places) return undefined;
  const digits = point < 0 ? decimal : decimal.slice(0, point) + decimal.slice(point + 1);
  // A power of ten times an integer is exact as long as the result is a safe integer, and unsafe results are rejected.
  const scaled = Number(digits) * 10 ** (places - given);
  return Number.isSafeInteger(scaled) ? scaled + 0 : undefined;
}

/** The same with all of its places, as amounts of money are written: "2.50". */
export function fixedDecimal(scaled: number, places: number): string {
  const [whole = "0", fraction = ""] = fromScaled(scaled, places).split(".");
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, "0")}`;
}

/** Converts an integer count of 10^-places to a canonical decimal. */
export function fromScaled(scaled: number, places: number): string {
  const negative = scaled < 0;
  const digits = String(Math.abs(scaled)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  let end = digits.length;
  while (end > whole.length && digits.charCodeAt(end - 1) === ZERO) end--;
  const text = end > whole.length ? `${whole}.${digits.slice(whole.length, end)}` : whole;
  return negative ? `-${text}` : text;
}
