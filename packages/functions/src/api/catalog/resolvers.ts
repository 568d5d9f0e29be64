import { minorDigits, priceInMinorUnits } from "@pos/core/base/money.ts";
import { present } from "@pos/core/base/result.ts";
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
import { getTaxes } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, pageRequest } from "../pages.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
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
  },
  Mutation: {
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
  Variant: {
    async price({ unitPrice }, _, context) {
      const { currency } = await context.merchant();
      return { amount: priceInMinorUnits(present(parsePrice(unitPrice), "a price"), minorDigits(currency)), currency };
    },
    barcodes: ({ barcodes }) => [...barcodes],
  },
};

export const catalogApi: ApiModule = {
  resolvers,
  nodes: { var: { type: "Variant", load: (context, id) => findVariant(context, { id }) } },
};
