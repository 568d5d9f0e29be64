import { tenantPk } from "../../table/keys.ts";
import type { Item, Key, Write } from "../../table/port.ts";
import type { Category, Product, Variant } from "./model.ts";

export function variantKey(merchantId: string, variantId: string): Key {
  return { pk: tenantPk(merchantId, "VARIANT", variantId), sk: "VARIANT" };
}

export function productKey(merchantId: string, productId: string): Key {
  return { pk: tenantPk(merchantId, "PRODUCT"), sk: productId };
}

export function categoryKey(merchantId: string, categoryId: string): Key {
  return { pk: tenantPk(merchantId, "CATEGORY"), sk: categoryId };
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

export function readVariant(item: Item): Variant {
  return item as unknown as Variant;
}

export function readProduct(item: Item): Product {
  return item as unknown as Product;
}

export function readCategory(item: Item): Category {
  return item as unknown as Category;
}
