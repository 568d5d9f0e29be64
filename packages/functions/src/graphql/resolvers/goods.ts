import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits, priceInMinorUnits } from "@pos/core/base/money.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import {
  changePrice,
  createCategory,
  createProduct,
  findVariant,
  findVariants,
  parsePrice,
} from "@pos/core/goods/catalog/index.ts";
import { adjustStock, recordOpeningStock, stockLevels } from "@pos/core/goods/stock/index.ts";
import { createTaxCode } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { locationOf } from "../facts.ts";
import type { Resolvers } from "../generated/types.ts";
import { connection, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";
import { said } from "../said.ts";

export const goodsResolvers: Resolvers = {
  Query: {
    variant: (_, { by }, context) => findVariant(requireCaller(context), said(by)),
    async stockLevels(_, args, context) {
      const { locationId, skus } = args;
      if (skus && skus.length > LIMITS.skusMax)
        throw new RequestError("BAD_REQUEST", `At most ${LIMITS.skusMax} SKUs can be asked for.`);
      const list = `levels:${locationId}`;
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const page = await stockLevels(requireCaller(context), locationId, {
        first: size,
        ...(skus ? { skus } : {}),
        ...(after === undefined ? {} : { after }),
      });
      return (
        page &&
        connection(
          page.levels.map((node) => ({ key: node.sku, node })),
          page.hasNext,
          request,
          list,
        )
      );
    },
  },
  Mutation: {
    createTaxCode: async (_, { input }, context) =>
      payload("taxCode", await createTaxCode(requireCaller(context), input)),
    createCategory: async (_, { input }, context) =>
      payload("category", await createCategory(requireCaller(context), input)),
    createProduct: async (_, { input }, context) =>
      payload("product", await createProduct(requireCaller(context), said(input))),
    changePrice: async (_, { input }, context) => payload("variant", await changePrice(requireCaller(context), input)),
    async recordOpeningStock(_, { input }, context) {
      const result = await recordOpeningStock(requireCaller(context), said(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { openingStockId: result.value.fact.id, replayed: result.value.replayed, userErrors: [] };
    },
    async adjustStock(_, { input }, context) {
      const result = await adjustStock(requireCaller(context), said(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { stockAdjustment: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  Product: {
    async variants({ variantIds }, _, { table, ...context }) {
      const { merchantId } = requireCaller({ table, ...context }).caller;
      const variants = await findVariants(
        table,
        merchantId,
        variantIds.map((id) => ({ id })),
      );
      return variants.map((variant) => present(variant, "a product's variant"));
    },
  },
  StockAdjustment: {
    location: locationOf,
    lines: ({ lines }) => [...lines],
  },
  Variant: {
    async price({ unitPrice }, _, context) {
      const { currency } = await context.merchant();
      return { amount: priceInMinorUnits(present(parsePrice(unitPrice), "a price"), minorDigits(currency)), currency };
    },
    barcodes: ({ barcodes }) => [...barcodes],
  },
};
