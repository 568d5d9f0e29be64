import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { textProblem } from "../../base/text.ts";
import type { Context } from "../../people/access/index.ts";
import { TABLE_LIMITS } from "../../table/limits.ts";
import type { Item, Key, Table } from "../../table/port.ts";
import type { Variant, VariantBy } from "./model.ts";
import { barcodeKey, readVariant, skuKey, skusPk, variantKey } from "./records.ts";

export async function findVariant(context: Context, by: VariantBy): Promise<Variant | undefined> {
  const [variant] = await findVariants(context.table, context.caller.merchantId, [by]);
  return variant;
}

/** Each variant that is meant, in the order asked; undefined: there is none. Two reads deep, a hundred keys a read. */
export async function findVariants(
  table: Table,
  merchantId: string,
  bys: readonly VariantBy[],
): Promise<(Variant | undefined)[]> {
  const locks = bys.map((by) => lockKey(merchantId, by));
  const lockItems = await readAll(
    table,
    locks.flatMap((key) => key ?? []),
  );
  const ids = bys.map((by, index) => {
    if (by.id !== undefined) return isId("var", by.id) ? by.id : undefined;
    const key = locks[index];
    const item = key && lockItems.get(nameOf(key));
    return item && String(item.variantId);
  });
  const items = await readAll(
    table,
    ids.flatMap((id) => (id === undefined ? [] : [variantKey(merchantId, id)])),
  );
  return ids.map((id) => {
    const item = id === undefined ? undefined : items.get(nameOf(variantKey(merchantId, id)));
    return item && readVariant(item);
  });
}

/** A key longer than any code can be finds nothing, and must not reach the table. */
function lockKey(merchantId: string, by: VariantBy): Key | undefined {
  const code = by.sku ?? by.barcode;
  if (code === undefined || code === "" || textProblem(code, LIMITS.codeCharactersMax) !== undefined) return undefined;
  return by.sku === undefined ? barcodeKey(merchantId, code) : skuKey(merchantId, code);
}

function nameOf(key: Key): string {
  return `${key.pk} ${key.sk}`;
}

async function readAll(table: Table, keys: readonly Key[]): Promise<Map<string, Item>> {
  const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  const found = new Map<string, Item>();
  for (let from = 0; from < distinct.length; from += TABLE_LIMITS.batchGetKeysMax) {
    for (const item of await table.batchGet(distinct.slice(from, from + TABLE_LIMITS.batchGetKeysMax))) {
      if (item) found.set(nameOf(item), item);
    }
  }
  return found;
}

export interface SkuRow {
  readonly sku: string;
  readonly variantId: string;
}

/** SKUs by ascending UTF-8 bytes, behind one. */
export async function skusAfter(
  table: Table,
  merchantId: string,
  sku: string | undefined,
  limit: number,
): Promise<SkuRow[]> {
  const page = await table.query({
    pk: skusPk(merchantId),
    limit,
    ...(sku === undefined ? {} : { range: { above: sku } }),
  });
  return page.items.map((item) => ({ sku: item.sk, variantId: String(item.variantId) }));
}

/** Those of the SKUs that exist, by ascending UTF-8 bytes. */
export async function skusNamed(table: Table, merchantId: string, skus: readonly string[]): Promise<SkuRow[]> {
  const keys = skus.flatMap((sku) => lockKey(merchantId, { sku }) ?? []);
  const items = await readAll(table, keys);
  const rows = [...items.values()].map((item) => ({ sku: item.sk, variantId: String(item.variantId) }));
  return rows.sort((a, b) => Buffer.compare(Buffer.from(a.sku), Buffer.from(b.sku)));
}
