import { cleanCode } from "../../base/text.ts";
import type { Double } from "../../people/access/index.ts";
import { batchGetAll, type Item, type Table, type Write } from "../../table/port/port.ts";
import { writeWords } from "../../table/search.ts";
import { renewBarcode } from "./barcodes.ts";
import { type Variant, withTitle } from "./model.ts";
import { skusAfter } from "./queries.ts";
import {
  findableOf,
  nameWrites,
  productKey,
  productsPk,
  productWords,
  readProduct,
  readVariant,
  skuAliasKey,
  skuKey,
  variantKey,
} from "./records.ts";

/** Variants that are read together. */
const CHUNK_SIZE = 50;
const ATTEMPTS_MAX = 10;

/**
 * Brings the codes of the next variants, by SKU, to today's rules: barcodes get the record of their GTIN, and a SKU with
 * white space around it is found by the SKU without. Safe to repeat.
 * @returns where to go on (undefined: that was all), and what shares a code
 */
export async function renewVariants(
  table: Table,
  merchantId: string,
  after: string | undefined,
): Promise<{ readonly next?: string; readonly doubles: readonly Omit<Double, "locationId">[] }> {
  const rows = await skusAfter(table, merchantId, after, CHUNK_SIZE);
  const items = await batchGetAll(
    table,
    rows.map(({ variantId }) => variantKey(merchantId, variantId)),
  );
  const doubles: Omit<Double, "locationId">[] = [];
  for (const item of items) if (item) doubles.push(...(await renewVariant(table, merchantId, readVariant(item))));
  const last = rows.at(-1);
  return rows.length < CHUNK_SIZE || !last ? { doubles } : { next: last.sku, doubles };
}

async function renewVariant(
  table: Table,
  merchantId: string,
  variant: Variant,
): Promise<readonly Omit<Double, "locationId">[]> {
  const doubles: Omit<Double, "locationId">[] = [];
  for (const barcode of variant.barcodes) {
    const others = await renewBarcode(table, merchantId, barcode, variant);
    if (others.length === 0) continue;
    const message = `The barcode ${barcode} is also another variant's, in another form: ${others.join(", ")}.`;
    const details = { barcode: { text: barcode } };
    doubles.push({ subject: variant.id, code: "BARCODE_TAKEN", message, details });
  }
  const sku = cleanCode(variant.sku);
  if (sku === variant.sku || sku === "") return doubles;
  const taken = await table.get(skuKey(merchantId, sku));
  if (taken) {
    const message = `The SKU "${variant.sku}" is ${sku} with white space, which another variant has.`;
    return [...doubles, { subject: variant.id, code: "SKU_TAKEN", message, details: { sku: { text: sku } } }];
  }
  await table.write({
    op: "put",
    item: { ...skuAliasKey(merchantId, sku), variantId: variant.id },
    if: { is: "absent" },
  });
  return doubles;
}

/**
 * Brings the next products, by id, to today's rules: their words, their entries in the lists by name, and the titles of
 * their variants. Safe to repeat.
 */
export async function renewProducts(
  table: Table,
  merchantId: string,
  after: string | undefined,
): Promise<{ readonly next?: string }> {
  const range = after === undefined ? {} : { range: { above: after } };
  const { items } = await table.query({ pk: productsPk(merchantId), limit: CHUNK_SIZE, ...range });
  for (const { sk } of items) {
    let attempts = 1;
    while (!(await renewProduct(table, merchantId, sk)) && attempts < ATTEMPTS_MAX) attempts++;
  }
  const last = items.at(-1);
  return items.length < CHUNK_SIZE || !last ? {} : { next: last.sk };
}

/** @returns false when the product or one of its variants was changed meanwhile */
async function renewProduct(table: Table, merchantId: string, productId: string): Promise<boolean> {
  const key = productKey(merchantId, productId);
  const item = await table.get(key);
  if (!item) return true;
  const product = readProduct(item);
  const found = await batchGetAll(
    table,
    product.variantIds.map((variantId) => variantKey(merchantId, variantId)),
  );
  const variants = found.flatMap((variant) => (variant ? [readVariant(variant)] : []));
  const whole = findableOf(product, variants);
  const { before, within, after: stale } = productWords(merchantId, product.id, whole, whole, true);
  await writeWords(table, [...before, ...within, ...stale]);
  const unchanged = { op: "check", key, if: { is: "equal", to: { version: product.version } } } as const;
  let isWritten = (await table.transact([unchanged, ...nameWrites(merchantId, product.id, whole)])).ok;
  for (const variant of variants) {
    const titled = withTitle(variant, product.name, product.variantIds.length);
    if (titled.title === variant.title) continue;
    const renamed: Item = { ...variantKey(merchantId, variant.id), ...titled };
    const put: Write = { op: "put", item: renamed, if: { is: "equal", to: { version: variant.version } } };
    isWritten = (await table.transact([unchanged, put])).ok && isWritten;
  }
  return isWritten;
}
