import { canonicalDecimal } from "./decimal.ts";
import { gtinOf } from "./gtin.ts";

/**
 * Element strings as GS1-128, GS1 DataMatrix and GS1 DataBar contain them: application identifiers with their data, as a scanner
 * sends them (with the symbology's prefix, `]C1`, and FNC1 as the group separator) or as people read them, with the identifiers in
 * brackets. Read is what a counter uses; other identifiers are skipped.
 */
export interface Gs1Elements {
  readonly gtin: string;
  /** What is weighed, by its unit: a decimal of up to three places. */
  readonly weighed?: { readonly KILOGRAM?: string; readonly POUND?: string };
  /** What the goods cost, in the currency of the shop. */
  readonly price?: string;
  readonly lot?: string;
  readonly serial?: string;
  /** The last day on which it is sold: it expires, or is best before. YYYY-MM-DD. */
  readonly expiresOn?: string;
  /** With the identifiers in brackets, without control characters. */
  readonly text: string;
}

/** FNC1, as scanners send it; where a keyboard cannot, they are set to send `|`, which no element contains. */
const SEPARATOR = "\u001d";
const PREFIX = /^\](?:C1|e0|d2|Q3|J1)/;

/** GS1 General Specifications, 7.8.5: how long an element is, with its identifier, by the first two digits. Others end with FNC1. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ "00": 20, "01": 16, "02": 16, "03": 16, "04": 18, "20": 4, "41": 16 },
  ...Object.fromEntries([11, 12, 13, 14, 15, 16, 17, 18, 19].map((start) => [start, 8])),
  ...Object.fromEntries([31, 32, 33, 34, 35, 36].map((start) => [start, 10])),
};

/** Those that are read: how many digits the identifier has. */
const READ = /^(?:01|10|15|17|21|3[12]0\d|392\d)/;

/** @returns undefined for what is no element string with a trade item's number */
export function readElements(code: string): Gs1Elements | undefined {
  if (code.length > CHARACTERS_MAX) return undefined;
  const elements = code.startsWith("(") ? bracketed(code) : scanned(code);
  const gtin = gtinOf(elements?.get("01") ?? "");
  if (elements === undefined || gtin === undefined || elements.get("01")?.length !== 14) return undefined;
  const [kilograms, pounds, price] = ["310", "320", "392"].map((identifier) => decimalOf(elements, identifier));
  const day = elements.get("17") ?? elements.get("15");
  const expiresOn = day === undefined ? undefined : dayOf(day);
  const [lot, serial] = [elements.get("10"), elements.get("21")];
  const text = [...elements].map(([identifier, data]) => `(${identifier})${data}`).join("");
  const isPlain = [lot, serial].every((one) => one === undefined || PLAIN.test(one)) && text.length <= CHARACTERS_MAX;
  if (!isPlain || (day !== undefined && expiresOn === undefined)) return undefined;
  return {
    gtin,
    ...(kilograms === undefined ? {} : { weighed: { KILOGRAM: kilograms } }),
    ...(pounds === undefined ? {} : { weighed: { POUND: pounds } }),
    ...(price === undefined ? {} : { price }),
    ...(lot ? { lot } : {}),
    ...(serial ? { serial } : {}),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    text,
  };
}

/** What GS1 lets a lot and a serial number contain, but for brackets, by which the identifiers are found. */
const PLAIN = /^[!-'*-z]{1,20}$/;
/** No symbol at a counter has more, and a line of a sale keeps as many. */
const CHARACTERS_MAX = 100;

type Elements = ReadonlyMap<string, string>;

function bracketed(code: string): Elements | undefined {
  const elements = new Map<string, string>();
  for (const part of code.slice(1).split("(")) {
    const [identifier = "", data, ...more] = part.split(")");
    if (!/^\d{2,4}$/.test(identifier) || !data || more.length > 0 || elements.has(identifier)) return undefined;
    if (READ.exec(identifier)?.[0] === identifier) elements.set(identifier, data);
  }
  return elements;
}

function scanned(code: string): Elements | undefined {
  const elements = new Map<string, string>();
  let rest = code.replace(PREFIX, "").replaceAll("|", SEPARATOR);
  while (rest !== "") {
    if (rest.startsWith(SEPARATOR)) {
      rest = rest.slice(1);
      continue;
    }
    const end = rest.indexOf(SEPARATOR);
    const length = LENGTHS[rest.slice(0, 2)] ?? (end < 0 ? rest.length : end);
    const element = rest.slice(0, length);
    if (element.length < length || !/^\d{2}/.test(element) || element.includes(SEPARATOR)) return undefined;
    const identifier = READ.exec(element)?.[0];
    if (identifier !== undefined && elements.has(identifier)) return undefined;
    if (identifier !== undefined) elements.set(identifier, element.slice(identifier.length));
    rest = rest.slice(length);
  }
  return elements;
}

/** The last digit of the identifier counts the places. */
function decimalOf(elements: Elements, start: string): string | undefined {
  for (const [identifier, digits] of elements) {
    if (!identifier.startsWith(start) || !/^\d{1,15}$/.test(digits)) continue;
    const places = Number(identifier.slice(start.length));
    const padded = digits.padStart(places + 1, "0");
    const decimal = canonicalDecimal(
      `${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`.replace(/\.$/, ""),
    );
    if (decimal !== undefined && decimal !== "0") return decimal;
  }
  return undefined;
}

/** YYMMDD of this century; day 00 is the last of the month. */
function dayOf(digits: string): string | undefined {
  if (!/^\d{6}$/.test(digits)) return undefined;
  const [year, month, day] = [2000 + Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day > last) return undefined;
  return `${year}-${digits.slice(2, 4)}-${String(day === 0 ? last : day).padStart(2, "0")}`;
}
