import { type MasterKind, masterPut, masterRecord } from "../../people/access/index.ts";
import { tenantPk } from "../../table/keys.ts";
import { type Item, itemsOf, type Key, type Write } from "../../table/port.ts";
import type { Category, Product, Variant } from "./model.ts";

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

export function barcodeKey(merchantId: string, barcode: string): Key {
  return { pk: tenantPk(merchantId, "BARCODE", barcode), sk: "BARCODE" };
}

/** Uniqueness is a lock in the same transaction, never a look into an index. */
export function variantLock(key: Key, variantId: string): Write {
  return { op: "put", item: { ...key, variantId }, if: { is: "absent" } };
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

const categoriesPk = (merchantId: string) => tenantPk(merchantId, "CATEGORY");
const productsPk = (merchantId: string) => tenantPk(merchantId, "PRODUCT");

/** Categories and products as they are; variants by their SKUs, each with its locks. */
export const catalogMasters: readonly MasterKind[] = [
  listed("category", categoriesPk),
  listed("product", productsPk),
  {
    record: "variant",
    async *read(table, merchantId) {
      for await (const { variantId } of itemsOf(table, skusPk(merchantId))) {
        const item = await table.get(variantKey(merchantId, String(variantId)));
        if (item) yield { ...masterRecord(item), id: String(variantId) };
      }
    },
    writes(merchantId, record) {
      const { id, sku, barcodes } = record;
      const codes = Array.isArray(barcodes) ? barcodes : [];
      return [
        masterPut(variantKey(merchantId, id), record),
        variantLock(skuKey(merchantId, String(sku)), id),
        ...codes.map((barcode) => variantLock(barcodeKey(merchantId, String(barcode)), id)),
      ];
    },
  },
];

export function readVariant(item: Item): Variant {
  return item as unknown as Variant;
}

export function readProduct(item: Item): Product {
  return item as unknown as Product;
}

export function readCategory(item: Item): Category {
  return item as unknown as Category;
}
