import * as v from "valibot";
import { comparedBarcode } from "../../base/gtin.ts";
import { UNITS } from "../../base/unit.ts";
import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { batchGetAll, type Item, itemsOf, type Key, type Write } from "../../table/port/port.ts";
import { type WordChange, wordChange } from "../../table/search.ts";
import type { Category, Product, Variant } from "./model.ts";
import { codesOf } from "./packs.ts";

export function variantKey(merchantId: string, variantId: string): Key {
  return { pk: tenantPk(merchantId, "VARIANT", variantId), sk: "VARIANT" };
}

export function productKey(merchantId: string, productId: string): Key {
  return { pk: productsPk(merchantId), sk: productId };
}

export function categoryKey(merchantId: string, categoryId: string): Key {
  return { pk: categoriesPk(merchantId), sk: categoryId };
}

/** SKUs stand in one partition, in their order: that is the order in which lists show levels. */
export function skusPk(merchantId: string): string {
  return tenantPk(merchantId, "SKU");
}

export function skuKey(merchantId: string, sku: string): Key {
  return { pk: skusPk(merchantId), sk: sku };
}

/** The uniqueness record of a barcode: one for all forms of a GTIN. */
export function barcodeKey(merchantId: string, barcode: string): Key {
  return writtenBarcodeKey(merchantId, comparedBarcode(barcode));
}

/** The uniqueness record of a barcode just as it is written: records made before GTINs were compared as one. */
export function writtenBarcodeKey(merchantId: string, barcode: string): Key {
  return { pk: tenantPk(merchantId, "BARCODE", barcode), sk: "BARCODE" };
}

/** Finds the variant whose SKU was stored with white space around it by the SKU without. */
export function skuAliasKey(merchantId: string, sku: string): Key {
  return { pk: tenantPk(merchantId, "SKU_ALIAS", sku), sk: "SKU" };
}

/** Uniqueness is a lock in the same transaction, never a look into an index. */
export function variantLock(key: Key, variantId: string): Write {
  return { op: "put", item: { ...key, variantId }, if: { is: "absent" } };
}

/** A changed variant, on condition that it is still the version that was read. */
export function variantPut(merchantId: string, variant: Variant, currentVersion: number): Write {
  return {
    op: "put",
    item: { ...variantKey(merchantId, variant.id), ...variant },
    if: { is: "equal", to: { version: currentVersion } },
  };
}

/** Products by name, as lists show them: all that are offered, those of a category, or those that are discontinued. */
export function productNamesPk(merchantId: string, which?: NamesOf): string {
  return which === undefined ? tenantPk(merchantId, "PRODUCT_NAME") : tenantPk(merchantId, "PRODUCT_NAME", which);
}

/** A category's id means its products. */
export type NamesOf = typeof UNCATEGORIZED | typeof DISCONTINUED | (string & {});
export const UNCATEGORIZED = "NONE";
export const DISCONTINUED = "DISCONTINUED";

export function productWordsPk(merchantId: string): string {
  return tenantPk(merchantId, "PRODUCT_WORD");
}

/** Products of which a variant asks for more when its level falls: the only ones that a look for low stock reads. */
export function reorderPk(merchantId: string): string {
  return tenantPk(merchantId, "REORDER");
}

/** What a product is found by, beside its own record. */
export interface Findable extends Pick<Product, "name" | "categoryId" | "discontinuedAt"> {
  readonly variants: readonly (Pick<Variant, "id" | "sku" | "name" | "packs" | "reorderPoint" | "discontinuedAt"> & {
    /** Absent in an archive: reconciliation adds them. */
    readonly barcodes?: readonly string[];
  })[];
}

export function findableOf(product: Product, variants: readonly Variant[]): Findable {
  const { name, categoryId, discontinuedAt } = product;
  return {
    name,
    ...(categoryId === undefined ? {} : { categoryId }),
    ...(discontinuedAt === undefined ? {} : { discontinuedAt }),
    variants,
  };
}

/** The words of a product: the first are among `findableWrites`. */
export function productWords(
  merchantId: string,
  productId: string,
  before: Findable | undefined,
  after: Findable,
  isRenewal?: boolean,
): WordChange {
  const texts = [before && searchText(before), searchText(after)] as const;
  return wordChange(productWordsPk(merchantId), productId, ...texts, isRenewal);
}

/** A product's entries in the lists by name, its first words, and its entry among those that ask for more. */
export function findableWrites(
  merchantId: string,
  productId: string,
  before: Findable | undefined,
  after: Findable,
): Write[] {
  const from = before ? nameKeys(merchantId, productId, before) : [];
  const to = nameKeys(merchantId, productId, after);
  const left = from.filter((key) => !hasKey(to, key)).map((key): Write => ({ op: "delete", key }));
  const moved = to.filter((key) => !hasKey(from, key)).map((key): Write => nameWrite(key, productId));
  const words = productWords(merchantId, productId, before, after).within;
  return [...left, ...moved, ...words, ...reorderWrites(merchantId, productId, before, after)];
}

/** A product's entries in the lists by name, which older programs did not all write. */
export function nameWrites(merchantId: string, productId: string, findable: Findable): Write[] {
  return nameKeys(merchantId, productId, findable).map((key) => nameWrite(key, productId));
}

function nameWrite(key: Key, productId: string): Write {
  return { op: "put", item: { ...key, productId } };
}

function hasKey(keys: readonly Key[], { pk, sk }: Key): boolean {
  return keys.some((key) => key.pk === pk && key.sk === sk);
}

function nameKeys(merchantId: string, productId: string, findable: Findable): Key[] {
  const { name, categoryId = UNCATEGORIZED, discontinuedAt } = findable;
  const lists = discontinuedAt === undefined ? [undefined, categoryId] : [DISCONTINUED];
  return lists.map((list) => ({ pk: productNamesPk(merchantId, list), sk: `${namePlace(name)}#${productId}` }));
}

/** Where a name is in the order of names. */
export function namePlace(name: string): string {
  return [...name.normalize("NFKC").toLowerCase()].slice(0, NAME_CHARACTERS_SORTED).join("");
}

const NAME_CHARACTERS_SORTED = 60;

/** Codes first, so that no name is so long that they are missing. */
function searchText({ name, variants }: Findable): string {
  const codes = variants.flatMap((variant) => [variant.sku, ...codesOf(variant).map(({ code }) => code)]);
  return [...codes, name, ...variants.map((variant) => variant.name)].join(" ");
}

function reorderWrites(merchantId: string, productId: string, before: Findable | undefined, after: Findable): Write[] {
  const key = { pk: reorderPk(merchantId), sk: productId };
  const [had, has] = [asking(before), asking(after)];
  if (had.length === 0 && has.length === 0) return [];
  return [has.length === 0 ? { op: "delete", key } : { op: "put", item: { ...key, variantIds: has } }];
}

function asking(findable: Findable | undefined): string[] {
  if (findable === undefined || findable.discontinuedAt !== undefined) return [];
  const isAsking = ({ reorderPoint, discontinuedAt }: Findable["variants"][number]) =>
    reorderPoint !== undefined && discontinuedAt === undefined;
  return findable.variants.filter(isAsking).map(({ id }) => id);
}

function listed(record: string, pkOf: (merchantId: string) => string): MasterKind {
  return {
    record,
    async *read(table, merchantId) {
      for await (const item of itemsOf(table, pkOf(merchantId))) yield masterRecord(item);
    },
    writes: (merchantId, fields) => [masterPut({ pk: pkOf(merchantId), sk: fields.id }, fields)],
  };
}

export const categoriesPk = (merchantId: string) => tenantPk(merchantId, "CATEGORY");
export const productsPk = (merchantId: string) => tenantPk(merchantId, "PRODUCT");

/** Categories and products as they are; variants by their SKUs, each with its locks. */
export const catalogMasters: readonly MasterKind[] = [
  listed("category", categoriesPk),
  {
    ...listed("product", productsPk),
    async *read(table, merchantId) {
      for await (const item of itemsOf(table, productsPk(merchantId))) {
        const { variantIds } = readProduct(item);
        const items = await batchGetAll(
          table,
          variantIds.map((id) => variantKey(merchantId, id)),
        );
        // What it is found by is made of its variants, which come behind it.
        const finds = items.flatMap((variant) => (variant ? [findOf(readVariant(variant))] : []));
        yield { ...masterRecord(item), finds };
      }
    },
    writes(merchantId, { finds, ...record }) {
      const variants = (finds ?? []) as unknown as Findable["variants"];
      const put = masterPut({ pk: productsPk(merchantId), sk: record.id }, record);
      const findable: Findable = {
        name: String(record.name),
        ...(typeof record.categoryId === "string" ? { categoryId: record.categoryId } : {}),
        ...(typeof record.discontinuedAt === "string" ? { discontinuedAt: record.discontinuedAt } : {}),
        variants,
      };
      return [put, ...findableWrites(merchantId, record.id, undefined, findable)];
    },
  },
  {
    record: "variant",
    async *read(table, merchantId) {
      for await (const { variantId } of itemsOf(table, skusPk(merchantId))) {
        const item = await table.get(variantKey(merchantId, String(variantId)));
        if (item) yield { ...masterRecord(item), id: String(variantId) };
      }
    },
    writes(merchantId, record) {
      const { id, sku } = record;
      return [
        masterPut(variantKey(merchantId, id), record),
        variantLock(skuKey(merchantId, String(sku)), id),
        // As they are written: an archive may have two forms of one GTIN, and reconciliation finds them.
        ...codesOf(record as Partial<Variant>).map(({ code }) => variantLock(writtenBarcodeKey(merchantId, code), id)),
      ];
    },
  },
];

function findOf({ id, sku, name, reorderPoint, discontinuedAt }: Variant) {
  return {
    ...{ id, sku, name },
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
    ...(discontinuedAt === undefined ? {} : { discontinuedAt }),
  };
}

const PRICES = {
  unitPrice: v.string(),
  formerPrices: v.exactOptional(v.array(v.object({ unitPrice: v.string(), until: v.string() }))),
};

export const readVariant: (item: Item) => Variant = recordCodec(
  "variant",
  v.object({
    id: v.string(),
    productId: v.string(),
    sku: v.string(),
    name: v.string(),
    title: v.exactOptional(v.string()),
    ...PRICES,
    unitCost: v.exactOptional(v.string()),
    barcodes: v.array(v.string()),
    packs: v.exactOptional(
      v.array(
        v.object({
          ...{ name: v.string(), size: v.number(), barcode: v.exactOptional(v.string()) },
          ...PRICES,
        }),
      ),
    ),
    unit: v.exactOptional(v.picklist(UNITS)),
    tare: v.exactOptional(v.string()),
    categoryId: v.exactOptional(v.string()),
    taxCodeId: v.string(),
    stocked: v.boolean(),
    reorderPoint: v.exactOptional(v.string()),
    discontinuedAt: v.exactOptional(v.string()),
    productDiscontinuedAt: v.exactOptional(v.string()),
    version: v.number(),
  }),
);

export const readProduct: (item: Item) => Product = recordCodec(
  "product",
  v.object({
    id: v.string(),
    name: v.string(),
    categoryId: v.exactOptional(v.string()),
    taxCodeId: v.string(),
    variantIds: v.array(v.string()),
    discontinuedAt: v.exactOptional(v.string()),
    version: v.number(),
  }),
);

export const readCategory: (item: Item) => Category = recordCodec(
  "category",
  v.object({
    id: v.string(),
    name: v.string(),
    version: v.exactOptional(v.number()),
    discontinuedAt: v.exactOptional(v.string()),
    departmentTaxCodeId: v.exactOptional(v.string()),
  }),
);
