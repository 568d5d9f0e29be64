import { countProducts, findCategories, findProducts, findVariants } from "@pos/core/goods/catalog/index.ts";
import { getTaxes } from "@pos/core/goods/tax/index.ts";
import { batched } from "../loader.ts";

export const categoryLoader = batched(findCategories, { cache: false });

export const productCountLoader = batched((context, ids) => Promise.all(ids.map((id) => countProducts(context, id))), {
  cache: false,
});

export const productLoader = batched(findProducts, { cache: false });

/** By the merchant's id: all codes are in one record. */
export const taxesLoader = batched(
  ({ table }, merchantIds) => Promise.all(merchantIds.map((merchantId) => getTaxes(table, merchantId))),
  { cache: false },
);

export const variantLoader = batched(
  ({ table, caller }, ids) =>
    findVariants(
      table,
      caller.merchantId,
      ids.map((id) => ({ id })),
    ),
  { cache: false },
);
