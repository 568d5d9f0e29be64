import { LIMITS } from "./limits.ts";
import { soughtCode } from "./text.ts";

/**
 * Trade item numbers (GTIN) as GS1 defines them: the bar codes EAN-8, UPC-A, EAN-13 and ITF-14 contain one number of up
 * to 14 digits, with leading zeros as the bar code needs. An article has one number in whichever of them it is printed.
 */
const LENGTHS = [13, 12, 14, 8] as const;

/** The 14 digits of a GTIN; undefined if a code is none: another length, or another check digit. */
export function gtinOf(code: string): string | undefined {
  const digits = code.normalize("NFKC").replace(/[ -]/g, "");
  if (!/^\d{8}$|^\d{12,14}$/.test(digits)) return undefined;
  const gtin = digits.padStart(14, "0");
  return weightedSum(gtin) % 10 === 0 && !/^0+$/.test(gtin) ? gtin : undefined;
}

/** The digits of a number with the digit behind them that makes it a GTIN. */
export function withCheckDigit(digits: string): string {
  const sum = weightedSum(`${digits}0`.padStart(14, "0"));
  return digits + String((10 - (sum % 10)) % 10);
}

function weightedSum(gtin: string): number {
  let sum = 0;
  for (const [index, digit] of [...gtin].entries()) sum += Number(digit) * (index % 2 === 0 ? 3 : 1);
  return sum;
}

/** How a GTIN may be written, the usual form first. */
export function gtinForms(gtin: string): string[] {
  return LENGTHS.flatMap((length) => (/^0*$/.test(gtin.slice(0, 14 - length)) ? [gtin.slice(14 - length)] : []));
}

/** A code without differences of width; the code itself where that would be longer than any code. */
export function sameWidth(code: string): string {
  const same = code.normalize("NFKC");
  return same.length > LIMITS.codeCharactersMax ? code : same;
}

/** What barcodes are compared by: a GTIN's 14 digits, else the code itself without differences of width. */
export function comparedBarcode(barcode: string): string {
  const code = soughtCode(barcode);
  return gtinOf(code) ?? sameWidth(code);
}
