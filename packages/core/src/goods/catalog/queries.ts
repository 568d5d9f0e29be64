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
  const named = bys.some(({ id }) => id === undefined) ? await idsByCode(table, merchantId, bys) : undefined;
  const ids = bys.map(({ id }, index) => {
    if (id === undefined) return named?.[index];
    return isId("var", id) ? id : undefined;
  });
  const distinct = [...new Set(ids)].flatMap((id) => id ?? []);
  const items = await readAll(
    table,
    distinct.map((id) => variantKey(merchantId, id)),
  );
  const found = new Map(distinct.map((id, index) => [id, items[index]]));
  return ids.map((id) => {
    const item = id === undefined ? undefined : found.get(id);
    return item && readVariant(item);
  });
}

/** What the locks of SKUs and barcodes say. */
async function idsByCode(table: Table, merchantId: string, bys: readonly VariantBy[]): Promise<(string | undefined)[]> {
  const names = bys.map((by) => {
    const key = by.id === undefined ? lockKey(merchantId, by) : undefined;
    return key && { key, name: `${key.pk} ${key.sk}` };
  });
  const distinct = new Map(names.flatMap((named) => (named ? [[named.name, named.key] as const] : [])));
  const items = await readAll(table, [...distinct.values()]);
  const found = new Map([...distinct.keys()].map((name, index) => [name, items[index]]));
  return names.map((named) => {
    const item = named && found.get(named.name);
    return item && String(item.variantId);
  });
}

/** A key longer than any code can be finds nothing, and must not reach the table. */
function lockKey(merchantId: string, by: VariantBy): Key | undefined {
  const code = by.sku ?? by.barcode;
  if (code === undefined || code === "" || textProblem(code, LIMITS.codeCharactersMax) !== undefined) return undefined;
  return by.sku === undefined ? barcodeKey(merchantId, code) : skuKey(merchantId, code);
}

/** Distinct keys, as many reads as it takes. */
async function readAll(table: Table, keys: readonly Key[]): Promise<(Item | undefined)[]> {
  const max = TABLE_LIMITS.batchGetKeysMax;
  if (keys.length === 0) return [];
  if (keys.length <= max) return table.batchGet(keys);
  const items: (Item | undefined)[] = [];
  for (let from = 0; from < keys.length; from += max)
    items.push(...(await table.batchGet(keys.slice(from, from + max))));
  return items;
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
  const keys = [...new Set(skus)].flatMap((sku) => lockKey(merchantId, { sku }) ?? []);
  const items = await readAll(table, keys);
  const rows = items.flatMap((item) => (item ? [{ sku: item.sk, variantId: String(item.variantId) }] : []));
  return rows.sort((a, b) => Buffer.compare(Buffer.from(a.sku), Buffer.from(b.sku)));
}
