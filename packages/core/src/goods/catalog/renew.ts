import { cleanCode } from "../../base/text.ts";
import type { Double } from "../../people/access/index.ts";
import { batchGetAll, type Table } from "../../table/port/port.ts";
import { writeWords } from "../../table/search.ts";
import { renewBarcode } from "./barcodes.ts";
import type { Variant } from "./model.ts";
import { skusAfter } from "./queries.ts";
import { productsPk, productWords, readProduct, readVariant, skuAliasKey, skuKey, variantKey } from "./records.ts";

/** Variants that are read together. */
const CHUNK_SIZE = 50;

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

/** Writes the words of the next products, by id, as today's rules make them. Safe to repeat. */
export async function renewProducts(
  table: Table,
  merchantId: string,
  after: string | undefined,
): Promise<{ readonly next?: string }> {
  const range = after === undefined ? {} : { range: { above: after } };
  const { items } = await table.query({ pk: productsPk(merchantId), limit: CHUNK_SIZE, ...range });
  for (const item of items) {
    const { id, name, variantIds } = readProduct(item);
    const found = await batchGetAll(
      table,
      variantIds.map((variantId) => variantKey(merchantId, variantId)),
    );
    const whole = { name, variants: found.flatMap((variant) => (variant ? [readVariant(variant)] : [])) };
    const { before, within, after: stale } = productWords(merchantId, id, whole, whole, true);
    await writeWords(table, [...before, ...within, ...stale]);
  }
  const last = items.at(-1);
  return items.length < CHUNK_SIZE || !last ? {} : { next: last.sk };
}
