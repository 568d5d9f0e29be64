import { minorDigits, priceInMinorUnits } from "@pos/core/base/money.ts";
import { present } from "@pos/core/base/result.ts";
import {
  addVariant,
  categoriesAfter,
  changePrice,
  createCategory,
  createProduct,
  findProduct,
  findVariant,
  listProducts,
  parsePrice,
  patchProduct,
  patchVariant,
  updateProduct,
  updateVariant,
} from "@pos/core/goods/catalog/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, pageById, pageRequest, UNPAGED_ROWS_MAX } from "../pages.ts";
import { payload } from "../payload.ts";
import { categoryLoader, productLoader, taxesLoader, variantLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async categories(_, __, context) {
      const categories = await categoriesAfter(requireCaller(context), { limit: UNPAGED_ROWS_MAX });
      return categories.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    categoriesPage(_, args, context) {
      const known = requireCaller(context);
      return pageById(args, `categories:${known.caller.merchantId}`, (part) => categoriesAfter(known, part));
    },
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
      categoryId === undefined ? null : categoryLoader(context).load(categoryId),
    async taxCode({ taxCodeId }, _, context) {
      const { merchantId } = requireCaller(context).caller;
      const taxes = present(await taxesLoader(context).load(merchantId), "the merchant's taxes");
      return present(taxes.codes[taxCodeId], "a product's tax code");
    },
    variants: ({ variantIds }, _, context) =>
      Promise.all(variantIds.map(async (id) => present(await variantLoader(context).load(id), "a product's variant"))),
  },
  Variant: {
    product: async ({ productId }, _, context) =>
      present(await productLoader(context).load(productId), "a variant's product"),
    async price({ unitPrice }, _, context) {
      const { currency } = await context.merchant();
      return { amount: priceInMinorUnits(present(parsePrice(unitPrice), "a price"), minorDigits(currency)), currency };
    },
    barcodes: ({ barcodes }) => [...barcodes],
  },
};

export const catalogApi: ApiModule = {
  resolvers,
  nodes: {
    cat: { type: "Category", load: (_, id, context) => categoryLoader(context).load(id) },
    prd: { type: "Product", load: (_, id, context) => productLoader(context).load(id) },
    var: { type: "Variant", load: (_, id, context) => variantLoader(context).load(id) },
  },
};
