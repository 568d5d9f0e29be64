import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits, priceInMinorUnits } from "@pos/core/base/money.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import {
  addVariant,
  changePrice,
  createCategory,
  createProduct,
  findCategory,
  findProduct,
  findVariant,
  findVariants,
  listCategories,
  listProducts,
  parsePrice,
  patchProduct,
  patchVariant,
  updateProduct,
  updateVariant,
} from "@pos/core/goods/catalog/index.ts";
import { adjustStock, lowStock, movementsOf, recordOpeningStock, stockLevels } from "@pos/core/goods/stock/index.ts";
import { createTaxCode, getTaxes } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import { locationOf } from "../facts.ts";
import type { Resolvers } from "../generated/types.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";

export const goodsResolvers: Resolvers = {
  Query: {
    async taxCodes(_, __, context) {
      const { table, caller } = requireCaller(context);
      return Object.values((await getTaxes(table, caller.merchantId)).codes);
    },
    categories: (_, __, context) => listCategories(requireCaller(context)),
    async products(_, args, context) {
      const text = args.search?.trim() ?? "";
      checkSearch(text);
      const list = `products:${requireCaller(context).caller.merchantId}:${text}`;
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const rows = await listProducts(requireCaller(context), {
        limit: size,
        ...(text === "" ? {} : { text }),
        ...(after === undefined ? {} : { after }),
      });
      const page = rows.slice(0, size).map(({ place, product }) => ({ key: place, node: product }));
      return connection(page, rows.length > size, request, list);
    },
    product: async (_, { id }, context) => (await findProduct(requireCaller(context), id))?.product,
    variant: (_, { by }, context) => findVariant(requireCaller(context), said(by)),
    async stockLevels(_, args, context) {
      const { locationId, skus } = args;
      if (skus && skus.length > LIMITS.skusMax)
        throw new RequestError("BAD_REQUEST", `At most ${LIMITS.skusMax} SKUs can be asked for.`);
      const search = args.search?.trim() ?? "";
      checkSearch(search);
      const list = search === "" ? `levels:${locationId}` : `levels:${locationId}:${search}`;
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const page = await stockLevels(requireCaller(context), locationId, {
        first: size,
        ...(skus ? { skus } : {}),
        ...(search === "" ? {} : { search }),
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
    async lowStock(_, { locationId, first }, context) {
      const { size } = pageRequest({ first }, "low");
      return lowStock(requireCaller(context), locationId, size);
    },
    async movements(_, { locationId, variantId, ...args }, context) {
      const list = `movements:${locationId}:${variantId}`;
      const request = pageRequest(args, list);
      const { size, after } = request;
      const page = await movementsOf(
        requireCaller(context),
        { locationId, variantId },
        { first: size, ...(after === undefined ? {} : { after }) },
      );
      if (!page) return null;
      const rows = page.movements.map((node) => ({ key: node.place, node }));
      return connection(rows, page.hasMore, request, list);
    },
  },
  Mutation: {
    createTaxCode: async (_, { input }, context) =>
      payload("taxCode", await createTaxCode(requireCaller(context), input)),
    createCategory: async (_, { input }, context) =>
      payload("category", await createCategory(requireCaller(context), input)),
    createProduct: async (_, { input }, context) =>
      payload("product", await createProduct(requireCaller(context), said(input))),
    updateProduct: async (_, { input }, context) =>
      payload("product", await updateProduct(requireCaller(context), said(input))),
    patchProduct: async (_, { input }, context) =>
      payload("product", await patchProduct(requireCaller(context), input)),
    addVariant: async (_, { input }, context) =>
      payload("variant", await addVariant(requireCaller(context), said(input))),
    updateVariant: async (_, { input }, context) =>
      payload("variant", await updateVariant(requireCaller(context), said(input))),
    patchVariant: async (_, { input }, context) =>
      payload("variant", await patchVariant(requireCaller(context), input)),
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
  StockLevel: {
    variant: async ({ variantId }, _, context) =>
      present(await findVariant(requireCaller(context), { id: variantId }), "the variant of a level"),
  },
  Movement: {
    value: async ({ value }, _, context) => ({ amount: value, currency: (await context.merchant()).currency }),
  },
  Product: {
    category: ({ categoryId }, _, context) =>
      categoryId === undefined ? null : findCategory(requireCaller(context), categoryId),
    async taxCode({ taxCodeId }, _, context) {
      const { table, caller } = requireCaller(context);
      return present((await getTaxes(table, caller.merchantId)).codes[taxCodeId], "a product's tax code");
    },
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
