import { gtinForms, gtinOf, sameWidth } from "../../base/gtin.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { soughtCode, textProblem } from "../../base/text.ts";
import { searchWords, wordsOf } from "../../base/words.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { batchGetAll, type Item, itemsOf, type Key, type Table } from "../../table/port/port.ts";
import { firstRecords, type ListPart, recordsById } from "../../table/records.ts";
import { type Found, foundByWords } from "../../table/search.ts";
import { type Category, comparedSku, type Departments, type Product, type Variant, type VariantBy } from "./model.ts";
import {
  barcodeKey,
  categoriesPk,
  categoryKey,
  DISCONTINUED,
  type NamesOf,
  namePlace,
  productKey,
  productNamesPk,
  productWordsPk,
  readCategory,
  readProduct,
  readVariant,
  reorderPk,
  skuAliasKey,
  skuKey,
  skusPk,
  UNCATEGORIZED,
  variantKey,
  writtenBarcodeKey,
} from "./records.ts";

export async function findVariant(context: Context, by: VariantBy): Promise<Variant | undefined> {
  const [variant] = await findVariants(context.table, context.caller.merchantId, [by]);
  return variant;
}

/** The variants of the references, in the same order; undefined where not found. Two rounds of reads, a hundred keys a read. */
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
  const distinct = [...new Set(ids)].filter((id) => id !== undefined);
  const items = await batchGetAll(
    table,
    distinct.map((id) => variantKey(merchantId, id)),
  );
  if (distinct.length === ids.length) return items.map((item) => item && readVariant(item));
  const found = new Map(distinct.map((id, index) => [id, items[index]]));
  return ids.map((id) => {
    const item = id === undefined ? undefined : found.get(id);
    return item && readVariant(item);
  });
}

/**
 * What the uniqueness records of SKUs and barcodes contain. A code that is stored as it is written takes one read; another
 * one, and one that is not found, is looked up in its other forms.
 */
async function idsByCode(table: Table, merchantId: string, bys: readonly VariantBy[]): Promise<(string | undefined)[]> {
  const sought = bys.map((by) => (by.id === undefined ? soughtKeys(merchantId, by) : undefined));
  const found = new Map<string, Item>();
  const read = async (keys: readonly Key[]) => {
    const distinct = [...new Map(keys.map((key) => [nameOfKey(key), key])).values()];
    for (const [index, item] of (await batchGetAll(table, distinct)).entries())
      if (item) found.set(nameOfKey(distinct[index] as Key), item);
  };
  await read(sought.flatMap((keys) => keys?.[0] ?? []));
  const usual = (keys: readonly Key[]) => keys[0] && found.get(nameOfKey(keys[0]));
  const isSettled = (item: Item | undefined) => item !== undefined && item.doubled !== true;
  const open = sought.flatMap((keys) => (keys && !isSettled(usual(keys)) ? [keys] : []));
  await read(open.flatMap(([, ...others]) => others));
  return sought.map((keys) => {
    if (!keys) return undefined;
    const one = usual(keys);
    const others = isSettled(one) ? [] : keys.slice(1);
    const item = others.flatMap((key) => found.get(nameOfKey(key)) ?? [])[0] ?? one;
    return item && String(item.variantId);
  });
}

function nameOfKey({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}

/** Where a code is looked up, the usual form first. A key longer than any code can be must not reach the table. */
function soughtKeys(merchantId: string, { sku, barcode }: VariantBy): readonly Key[] | undefined {
  const written = sku ?? barcode ?? "";
  const code = soughtCode(written);
  if (code === "" || textProblem(code, LIMITS.codeCharactersMax) !== undefined) return undefined;
  const asWritten = textProblem(written, LIMITS.codeCharactersMax) === undefined ? [written] : [];
  const codes = [...new Set([...asWritten, code])];
  if (sku !== undefined) {
    const keys = [code, ...codes, sameWidth(code)].map((each) => skuKey(merchantId, each));
    return [...keys, skuAliasKey(merchantId, code)];
  }
  const gtin = gtinOf(code);
  const forms = gtin === undefined ? [] : gtinForms(gtin);
  return [barcodeKey(merchantId, code), ...[...codes, ...forms].map((each) => writtenBarcodeKey(merchantId, each))];
}

/** The current product, with its variants. */
export interface WholeProduct {
  readonly product: Product;
  readonly item: Item;
  readonly variants: readonly Variant[];
}

export async function findProduct({ table, caller }: Context, productId: string): Promise<WholeProduct | undefined> {
  if (!isId("prd", productId)) return undefined;
  const item = await table.get(productKey(caller.merchantId, productId));
  if (!item) return undefined;
  const product = readProduct(item);
  const found = await findVariants(
    table,
    caller.merchantId,
    product.variantIds.map((id) => ({ id })),
  );
  return { product, item, variants: found.flatMap((variant) => variant ?? []) };
}

export interface ProductRow {
  readonly place: string;
  readonly product: Product;
}

export interface ProductFilter {
  /** Null: products without a category. */
  readonly categoryId?: string | null;
  /** Absent: those that are sold. */
  readonly isDiscontinued?: boolean;
}

export type ProductOrder = "NAME" | "NAME_DESCENDING" | "NEWEST";

export interface ProductQuery {
  readonly text?: string;
  readonly filter?: ProductFilter;
  /** Absent: by name. With a text, the order is that of the words found. */
  readonly order?: ProductOrder;
  readonly limit: number;
  readonly after?: string;
}

/** Records that are read together. */
const PRODUCTS_AT_ONCE = 50;

/**
 * Products by name; with a text, those that have words beginning as its words do (of names and SKUs), and before them the one
 * whose SKU or barcode it is.
 * @returns one more than `limit` where there are more
 */
export async function listProducts(context: Context, query: ProductQuery): Promise<ProductRow[]> {
  const { filter = {}, limit } = query;
  const rows: ProductRow[] = [];
  if (typeof filter.categoryId === "string" && !isId("cat", filter.categoryId)) return rows;
  for await (const found of inChunks(placesOf(context, query), Math.min(limit + 1, PRODUCTS_AT_ONCE))) {
    const products = await findProducts(
      context,
      found.map(({ id }) => id),
    );
    for (const [index, { cursor: place }] of found.entries()) {
      const product = products[index];
      if (product && isWanted(product, filter)) rows.push({ place, product });
    }
    if (rows.length > limit) break;
  }
  return rows.slice(0, limit + 1);
}

function isWanted({ categoryId, discontinuedAt }: Product, filter: ProductFilter): boolean {
  if ((discontinuedAt !== undefined) !== (filter.isDiscontinued ?? false)) return false;
  return filter.categoryId === undefined || (categoryId ?? null) === filter.categoryId;
}

function placesOf(context: Context, { text, filter = {}, order = "NAME", after }: ProductQuery): AsyncGenerator<Found> {
  if (text !== undefined) return foundPlaces(context, text, after);
  const pk = productNamesPk(context.caller.merchantId, namesOf(filter));
  return order === "NEWEST" ? newestPlaces(context, pk, after) : namedPlaces(context.table, pk, order, after);
}

/** Which list by name has what a filter wants, and perhaps more. */
function namesOf({ categoryId, isDiscontinued }: ProductFilter): NamesOf | undefined {
  if (isDiscontinued === true) return DISCONTINUED;
  return categoryId === null ? UNCATEGORIZED : categoryId;
}

async function* inChunks<T>(all: AsyncGenerator<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const one of all) {
    chunk.push(one);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function* namedPlaces(
  table: Table,
  pk: string,
  order: "NAME" | "NAME_DESCENDING",
  from: string | undefined,
): AsyncGenerator<Found> {
  const reverse = order === "NAME_DESCENDING";
  const range = from === undefined ? {} : { range: reverse ? { below: from } : { above: from } };
  let after: string | undefined;
  do {
    const page = await table.query({ pk, reverse, limit: NAMES_AT_ONCE, ...range, ...(after ? { after } : {}) });
    for (const { sk, productId } of page.items) yield { id: String(productId), cursor: sk };
    after = page.next;
  } while (after !== undefined);
}

const NAMES_AT_ONCE = 100;

/** By descending id. The names of the whole list are read: their order is another. */
async function* newestPlaces({ table }: Context, pk: string, after: string | undefined): AsyncGenerator<Found> {
  const ids: string[] = [];
  for await (const { productId } of itemsOf(table, pk)) ids.push(String(productId));
  ids.sort((a, b) => (a < b ? 1 : -1));
  for (const id of ids) if (after === undefined || id < after) yield { id, cursor: id };
}

async function* foundPlaces(context: Context, text: string, after: string | undefined): AsyncGenerator<Found> {
  const { table, caller } = context;
  const [bySku, byBarcode] = await findVariants(table, caller.merchantId, [{ sku: text }, { barcode: text }]);
  const exact = (bySku ?? byBarcode)?.productId;
  // "!" sorts before every word: the exact match is the first of the list.
  if (exact !== undefined && after === undefined) yield { id: exact, cursor: EXACT };
  const from = after === EXACT ? undefined : after;
  for await (const found of foundByWords(table, productWordsPk(caller.merchantId), text, from))
    if (found.id !== exact) yield found;
}

const EXACT = "!";

/** Variants that are found by a text, of the first products that it finds, by ascending SKU. */
export async function skusFound(context: Context, text: string, limit: number): Promise<SkuRow[]> {
  const rows: SkuRow[] = [];
  const exact = await findVariants(context.table, context.caller.merchantId, [{ sku: text }, { barcode: text }]);
  for (const { product } of (await listProducts(context, { text, limit })).slice(0, limit)) {
    const whole = await findProduct(context, product.id);
    for (const variant of whole?.variants ?? [])
      if (exact.some((found) => found?.id === variant.id) || isFoundBy(text, product, variant))
        rows.push({ sku: variant.sku, variantId: variant.id });
  }
  return rows.sort((a, b) => Buffer.compare(Buffer.from(a.sku), Buffer.from(b.sku)));
}

/** Whether words of the variant, or of its product's name, begin with each word of a search. */
function isFoundBy(text: string, product: Product, { name, sku, barcodes }: Variant): boolean {
  const words = wordsOf([product.name, name, sku, ...barcodes].join(" "));
  return searchWords(text).every((sought) => words.some((word) => word.startsWith(sought)));
}

/** Variants that ask for more when their level falls. Cost grows with their number alone. */
export async function reorderedVariants({ table, caller }: Context): Promise<Variant[]> {
  const ids: { id: string }[] = [];
  for await (const { variantIds } of itemsOf(table, reorderPk(caller.merchantId)))
    for (const id of variantIds as readonly string[]) ids.push({ id });
  return (await findVariants(table, caller.merchantId, ids)).flatMap((variant) => variant ?? []);
}

/** Articles that are found by a SKU which differs in case or width alone, of the first products that its words find. */
export async function similarVariants(context: Context, sku: string): Promise<Variant[]> {
  authorize(context, "catalog:write");
  const compared = comparedSku(sku);
  const similar: Variant[] = [];
  let products = 0;
  for await (const { id } of foundByWords(context.table, productWordsPk(context.caller.merchantId), sku)) {
    const whole = await findProduct(context, id);
    for (const variant of whole?.variants ?? [])
      if (variant.sku !== sku && comparedSku(variant.sku) === compared) similar.push(variant);
    if (++products >= SIMILAR_PRODUCTS_MAX) break;
  }
  return similar;
}

const SIMILAR_PRODUCTS_MAX = 20;

/** How many products of a category are sold. The cost grows with them. */
export async function countProducts({ table, caller }: Context, categoryId: string): Promise<number> {
  let count = 0;
  for await (const _ of itemsOf(table, productNamesPk(caller.merchantId, categoryId))) count++;
  return count;
}

/** The first categories by id that are offered. */
export function categoriesAfter({ table, caller }: Context, part: ListPart): Promise<Category[]> {
  return firstRecords(table, categoriesPk(caller.merchantId), part, (item) => {
    const category = readCategory(item);
    return category.discontinuedAt === undefined ? category : undefined;
  });
}

/** A category in the order of names, as its cursor states it. */
export interface CategoryRow {
  readonly place: string;
  readonly category: Category;
}

/** Categories by name, all of which are read. */
export async function categoriesByName(
  context: Context,
  { isDiscontinued, limit, after }: ListPart & { readonly isDiscontinued: boolean },
): Promise<CategoryRow[]> {
  const rows = (await listCategories(context))
    .filter(({ discontinuedAt }) => (discontinuedAt !== undefined) === isDiscontinued)
    .map((category) => ({ place: `${namePlace(category.name)}#${category.id}`, category }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  return rows.filter(({ place }) => after === undefined || place > after).slice(0, limit);
}

/** All categories by name. */
export async function listCategories({ table, caller }: Context): Promise<Category[]> {
  const categories: Category[] = [];
  for await (const item of itemsOf(table, categoriesPk(caller.merchantId))) categories.push(readCategory(item));
  return categories.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those of the categories that there are. Without ids nothing is read. */
export async function findDepartments(context: Context, ids: readonly (string | undefined)[]): Promise<Departments> {
  const named = [...new Set(ids.flatMap((id) => (id && isId("cat", id) ? [id] : [])))];
  if (named.length === 0) return NO_DEPARTMENTS;
  const found = await findCategories(context, named);
  return new Map(found.flatMap((one) => (one ? [[one.id, one.departmentTaxCodeId] as const] : [])));
}

const NO_DEPARTMENTS: Departments = new Map();

/** Each category in the order of the distinct ids; undefined if not found. */
export function findCategories({ table, caller }: Context, ids: readonly string[]): Promise<(Category | undefined)[]> {
  return recordsById(table, ids, {
    prefix: "cat",
    keyOf: (id) => categoryKey(caller.merchantId, id),
    read: readCategory,
  });
}

/** Each product in the order of the distinct ids; undefined if not found. */
export function findProducts({ table, caller }: Context, ids: readonly string[]): Promise<(Product | undefined)[]> {
  return recordsById(table, ids, {
    prefix: "prd",
    keyOf: (id) => productKey(caller.merchantId, id),
    read: readProduct,
  });
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
  const distinct = new Set(skus.flatMap((sku) => soughtSkus(sku)));
  const items = await batchGetAll(
    table,
    [...distinct].map((sku) => skuKey(merchantId, sku)),
  );
  const rows = items.flatMap((item) => (item ? [{ sku: item.sk, variantId: String(item.variantId) }] : []));
  return rows.sort((a, b) => Buffer.compare(Buffer.from(a.sku), Buffer.from(b.sku)));
}

/** The SKU as it is written and as it is stored now, where that differs. */
function soughtSkus(sku: string): readonly string[] {
  const code = soughtCode(sku);
  const isCode = (text: string) => text !== "" && textProblem(text, LIMITS.codeCharactersMax) === undefined;
  return [...new Set([sku, code])].filter(isCode);
}
