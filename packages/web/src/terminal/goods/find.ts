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

/** Whose barcode or SKU it is: a scanner never means something similar. */
export function exactly(found: readonly Found[], code: string): Found | undefined {
  return found.find(({ barcodes }) => barcodes.includes(code)) ?? found.find(({ sku }) => sku === code);
}
