import { fromScaled } from "../../base/decimal.ts";
import { type Gs1Elements, readElements } from "../../base/gs1.ts";
import { comparedBarcode, gtinForms } from "../../base/gtin.ts";
import { extendPrice, multiplyDivide, PRICE_PLACES } from "../../base/money.ts";
import { formatQuantity, parseQuantity, QUANTITY_PLACES } from "../../base/quantity.ts";
import { readScaleCode } from "../../base/scale-code.ts";
import { isMeasured } from "../../base/unit.ts";
import { parsePrice, type Variant } from "../catalog/model.ts";

/** What a scanned code may mean. */
export interface Reading {
  /** Barcodes or SKUs by which its article is found, the first that is known. */
  readonly codes: readonly string[];
  readonly weight?: string;
  /** What the label asks for. */
  readonly price?: string;
  /** The weight by its unit: of an article that is sold by that unit it is the quantity. */
  readonly weighed?: Gs1Elements["weighed"];
  /** As a line keeps it, where that is not what was scanned. */
  readonly text?: string;
}

/** Every reading of a code, the most exact first: the code of an article, then a GS1 element string, or what a scale printed. */
export function readingsOf(code: string, scaleLayouts: readonly string[]): readonly Reading[] {
  const elements = readElements(code);
  if (elements !== undefined) {
    const { gtin, price, weighed, text } = elements;
    const measure = { ...(price === undefined ? {} : { price }), ...(weighed === undefined ? {} : { weighed }) };
    return [{ codes: [code] }, { codes: gtinForms(gtin).slice(0, 1), ...measure, text }];
  }
  const ofScale = readScaleCode(code, scaleLayouts);
  if (ofScale === undefined) return [{ codes: [code] }];
  const { articles, ...measure } = ofScale;
  return [{ codes: [code] }, { codes: articles, ...measure }];
}

/** Whom a code means, with the reading by which it was found. */
export interface Scanned<T> {
  readonly found: T;
  readonly reading: Reading;
  /** Of the reading's, the code that it has. */
  readonly code: string;
}

export function findScanned<T>(
  code: string,
  scaleLayouts: readonly string[],
  find: (code: string) => T | undefined,
): Scanned<T> | undefined {
  for (const reading of readingsOf(code, scaleLayouts)) {
    for (const each of reading.codes) {
      const found = find(each);
      if (found !== undefined) return { found, reading, code: each };
    }
  }
  return undefined;
}

/** How a line sells what was scanned. Absent: the code does not state it. */
export interface SoldByCode {
  readonly quantity?: string;
  readonly unitPrice?: string;
}

/**
 * A weight is the quantity. A price is what the label asks for: of pieces the price of one; of what is measured the quantity that
 * the price buys, at a unit price by which it comes to just that price.
 */
export function soldByCode(
  { weight, price, weighed }: Pick<Reading, "weight" | "price" | "weighed">,
  { unit, unitPrice }: Pick<Variant, "unit" | "unitPrice">,
  digits: number,
): SoldByCode {
  if (weight !== undefined) return { quantity: weight };
  const own = unit === "KILOGRAM" || unit === "POUND" ? weighed?.[unit] : undefined;
  const measured = own === undefined ? undefined : parseQuantity(own);
  if (measured !== undefined && price === undefined) return { quantity: formatQuantity(measured) };
  const label = price === undefined ? undefined : parsePrice(price);
  if (label === undefined || price === undefined) return {};
  const asked = parsePrice(unitPrice) ?? 0;
  if (!isMeasured(unit) || (asked === 0 && measured === undefined)) return { quantity: "1", unitPrice: price };
  const quantity = measured ?? Math.max(1, multiplyDivide(label, ONE, asked));
  const isExact = extendPrice(asked, quantity, digits) === extendPrice(label, ONE, digits);
  const charged = isExact ? asked : multiplyDivide(label, ONE, quantity);
  return { quantity: formatQuantity(quantity), unitPrice: fromScaled(charged, PRICE_PLACES) };
}

/** Whether a line charges what the label asks for that was scanned for it. */
export function isLabelPrice(
  line: { readonly code?: string; readonly quantity: string; readonly unitPrice?: string },
  variant: Pick<Variant, "barcodes" | "sku" | "unit">,
  { scaleLayouts = [], digits }: { readonly scaleLayouts?: readonly string[]; readonly digits: number },
): boolean {
  const { code, quantity, unitPrice } = line;
  if (!code || unitPrice === undefined || scaleLayouts.length === 0) return false;
  const own = new Set([variant.sku, ...variant.barcodes.map(comparedBarcode)]);
  const ownOf = (each: string) => (own.has(each) || own.has(comparedBarcode(each)) ? variant : undefined);
  const label = findScanned(code, scaleLayouts, ownOf)?.reading.price;
  const [asked, charged] = [label === undefined ? undefined : parsePrice(label), parsePrice(unitPrice)];
  if (asked === undefined || charged === undefined) return false;
  if (!isMeasured(variant.unit)) return asked === charged;
  return extendPrice(charged, parseQuantity(quantity) ?? 0, digits) === extendPrice(asked, ONE, digits);
}

const ONE = 10 ** QUANTITY_PLACES;
