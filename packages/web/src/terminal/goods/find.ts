import { comparedBarcode, sameWidth } from "@pos/core/base/gtin.ts";
import { soughtCode } from "@pos/core/base/text.ts";
import type { GoodsToSellQuery } from "@pos/web/graphql/generated/graphql.ts";
import type { CartVariant } from "../cart/cart.ts";

type Product = NonNullable<GoodsToSellQuery["products"]>["nodes"][number];

/** A variant as a tile shows it. */
export interface Found extends CartVariant {
  readonly barcodes: readonly string[];
  readonly categoryName?: string;
}

export function variantsOf(products: readonly Product[]): Found[] {
  return products.flatMap(({ taxCode, category, variants }) =>
    variants.map(({ id, sku, name, unitPrice, barcodes }) => ({
      ...{ id, sku, name, unitPrice, barcodes, taxCodeId: taxCode.id },
      ...(category ? { categoryName: category.name } : {}),
    })),
  );
}

/** Whose barcode or SKU it is, in whatever form it was scanned: a scanner never means something similar. */
export function exactly(found: readonly Found[], scanned: string): Found | undefined {
  const code = soughtCode(scanned);
  const barcode = comparedBarcode(code);
  return (
    found.find(({ barcodes }) => barcodes.includes(code)) ??
    found.find(({ barcodes }) => barcodes.some((each) => comparedBarcode(each) === barcode)) ??
    found.find(({ sku }) => soughtCode(sku) === code) ??
    found.find(({ sku }) => soughtCode(sku) === sameWidth(code))
  );
}
