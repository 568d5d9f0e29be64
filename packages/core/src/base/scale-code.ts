import { canonicalDecimal } from "./decimal.ts";
import { gtinOf, withCheckDigit } from "./gtin.ts";

/**
 * Codes that scales print: EAN-13 or UPC-A of the numbers that GS1 leaves to the shop (prefix 02 and 20 to 29). They contain an
 * article and its weight or price. The merchant states how, in 13 characters: the digits that such a code begins with, `I` for the
 * article, `W` or `P` for the weight or price before its decimal point, `D` after it, `V` for the digit that verifies the weight
 * or price, `X` for a digit without meaning, `C` for the check digit. `21IIIIIWWDDDC` reads 2100001027506 as 2.750 of 00001.
 */
const CHARACTERS = 13;
export const SCALE_LAYOUTS_MAX = 20;

/** What a scale's code contains. */
export interface ScaleCode {
  /** What its article may be stored under: the code without weight or price, the article's digits, these without leading zeros. */
  readonly articles: readonly string[];
  /** Canonical decimals; one of the two, above zero. */
  readonly weight?: string;
  readonly price?: string;
}

/** What is wrong with a layout; undefined: nothing. */
export function scaleLayoutProblem(layout: string): string | undefined {
  if (layout.length !== CHARACTERS) return `has ${CHARACTERS} characters`;
  if (!/^(?:02|2\d)/.test(layout)) return "begins with 02 or 20 to 29";
  const parts = partsOf(layout);
  const order = parts.map(({ kind }) => kind).join("");
  if (!/^N[XV]?[XV]?(?:I[XV]?[XV]?[WP]D?|[WP]D?[XV]?[XV]?I)[XV]?[XV]?C$/.test(order))
    return "has I for the article and W or P, then D, for the weight or price, each side by side, and C at its end";
  const verifiers = parts.filter(({ kind }) => kind === "V");
  const { length } = measureOf(layout, parts);
  if (verifiers.length > 1 || verifiers.some((part) => part.end - part.start > 1))
    return "has one digit that verifies the weight or price";
  if (verifiers.length === 1 && length !== 4 && length !== 5)
    return "has 4 or 5 digits of weight or price where a digit verifies it";
  return undefined;
}

/** Whether one code could be read by both. */
export function areAlike(one: string, other: string): boolean {
  const [own, others] = [prefixOf(one), prefixOf(other)];
  return own.startsWith(others) || others.startsWith(own);
}

/** What a code contains by the merchant's layouts; undefined: it is no scale's, or its verifying digit is wrong. */
export function readScaleCode(code: string, layouts: readonly string[]): ScaleCode | undefined {
  const digits = gtinOf(code)?.replace(/^0/, "");
  if (digits?.length !== CHARACTERS) return undefined;
  const layout = layouts.find((one) => digits.startsWith(prefixOf(one)));
  return layout === undefined ? undefined : readBy(layout, digits);
}

function readBy(layout: string, digits: string): ScaleCode | undefined {
  const parts = partsOf(layout);
  const textOf = (kind: string) => {
    const part = parts.find((one) => one.kind === kind);
    return part === undefined ? "" : digits.slice(part.start, part.end);
  };
  const verifier = textOf("V");
  if (verifier !== "" && verifier !== verifierOf(measureOf(digits, parts))) return undefined;
  const measure = canonicalDecimal(`${textOf("W") + textOf("P")}.${textOf("D")}`.replace(/\.$/, ""));
  if (measure === undefined || measure === "0") return undefined;
  const article = textOf("I");
  const articles = [codeOfArticle(digits, parts), article, article.replace(/^0+(?=.)/, "")];
  return { articles: [...new Set(articles)], ...(textOf("W") === "" ? { price: measure } : { weight: measure }) };
}

interface Part {
  /** N: the digits that the code begins with. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

function partsOf(layout: string): readonly Part[] {
  return [...layout.matchAll(/\d+|I+|W+|P+|D+|V+|X+|C|./g)].map(({ 0: text, index }) => {
    const kind = text.charAt(0);
    return { kind: /\d/.test(kind) ? "N" : kind, start: index, end: index + text.length };
  });
}

function prefixOf(layout: string): string {
  return /^\d*/.exec(layout)?.[0] ?? "";
}

/** The digits of the weight or price. */
function measureOf(digits: string, parts: readonly Part[]): string {
  return parts.map(({ kind, start, end }) => (/[WPD]/.test(kind) ? digits.slice(start, end) : "")).join("");
}

/** What the scale prints for no weight or price: its article has this code. */
function codeOfArticle(digits: string, parts: readonly Part[]): string {
  const kept = parts.map(({ kind, start, end }) =>
    /[NI]/.test(kind) ? digits.slice(start, end) : "0".repeat(end - start),
  );
  return withCheckDigit(kept.join("").slice(0, -1));
}

/** How GS1 weights the digits of four or five that are verified: the product of each digit, by its position. */
const TWO_MINUS = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const THREE = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const FIVE_PLUS = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
const FIVE_MINUS = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];
const OF_FOUR = [TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS];
const OF_FIVE = [FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS];

/** The digit that verifies a price or weight (GS1 General Specifications, 7.9.2 to 7.9.4). */
function verifierOf(measure: string): string {
  const weights = measure.length === OF_FOUR.length ? OF_FOUR : OF_FIVE;
  let sum = 0;
  for (const [index, weight] of weights.entries()) sum += weight[Number(measure[index])] ?? 0;
  if (weights === OF_FOUR) return String((sum * 3) % 10);
  return String(FIVE_MINUS.indexOf((10 - (sum % 10)) % 10));
}
