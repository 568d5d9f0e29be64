import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits, priceInMinorUnits } from "@pos/core/base/money.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import {
  addVariant,
  categoriesAfter,
  categoriesByName,
  changePrice,
  createCategory,
  createProduct,
  discontinuedSince,
  findProduct,
  findVariant,
  findVariants,
  listProducts,
  type ProductFilter,
  parsePrice,
  patchProduct,
  patchVariant,
  similarVariants,
  updateCategory,
  updateProduct,
  updateVariant,
} from "@pos/core/goods/catalog/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "../context.ts";
import type { ProductFilter as ProductFilterInput } from "../generated/types.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, pageById, pageRequest, UNPAGED_ROWS_MAX } from "../pages.ts";
import { payload } from "../payload.ts";
import { copyQueries } from "./copy.ts";
import { categoryLoader, productCountLoader, productLoader, taxesLoader, variantLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    ...copyQueries,
    async categories(_, __, context) {
      const categories = await categoriesAfter(requireCaller(context), { limit: UNPAGED_ROWS_MAX });
      return categories.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async categoriesPage(_, { first, after, filter, sort }, context) {
      const known = requireCaller(context);
      const isDiscontinued = filter?.isDiscontinued === true;
      if (sort !== "NAME" && !isDiscontinued)
        return pageById({ first, after }, `categories:${known.caller.merchantId}`, (part) =>
          categoriesAfter(known, part),
        );
      const list = `categories:${known.caller.merchantId}:${sort}:${isDiscontinued}`;
      const request = pageRequest({ first, after }, list);
      const part = { limit: request.size + 1, ...(request.after === undefined ? {} : { after: request.after }) };
      const rows = await categoriesByName(known, { isDiscontinued, ...part });
      const page = rows.slice(0, request.size).map(({ place, category }) => ({ key: place, node: category }));
      return connection(page, rows.length > request.size, request, list);
    },
    async products(_, args, context) {
      const text = args.search?.trim() ?? "";
      checkSearch(text);
      const filter = productFilter(args.filter ?? {});
      const order = args.sort ?? "NAME";
      const wanted = args.filter || args.sort ? `:${JSON.stringify([filter, order])}` : "";
      const list = `products:${requireCaller(context).caller.merchantId}:${text}${wanted}`;
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const rows = await listProducts(requireCaller(context), {
        ...{ limit: size, filter, order },
        ...(text === "" ? {} : { text }),
        ...(after === undefined ? {} : { after }),
      });
      const page = rows.slice(0, size).map(({ place, product }) => ({ key: place, node: product }));
      return connection(page, rows.length > size, request, list);
    },
    async similarSkus(_, { skus }, context) {
      const known = requireCaller(context);
      if (skus.length > SIMILAR_SKUS_MAX)
        throw new RequestError("BAD_REQUEST", `At most ${SIMILAR_SKUS_MAX} SKUs are compared at once.`);
      for (const sku of skus) checkSearch(sku);
      const found = await Promise.all(skus.map((sku) => similarVariants(known, sku)));
      return skus.flatMap((sku, index) => (found[index] ?? []).map((variant) => ({ sku, variant })));
    },
    product: async (_, { id }, context) => (await findProduct(requireCaller(context), id))?.product,
    variant: (_, { by }, context) => findVariant(requireCaller(context), said(by)),
    async variants(_, { by }, context) {
      if (by.length > LIMITS.skusMax)
        throw new RequestError("BAD_REQUEST", `At most ${LIMITS.skusMax} variants can be asked for.`);
      const { table, caller } = requireCaller(context);
      return (await findVariants(table, caller.merchantId, said(by))).map((variant) => variant ?? null);
    },
  },
  Mutation: {
    createCategory: async (_, { input }, context) =>
      payload("category", await createCategory(requireCaller(context), said(input))),
    updateCategory: async (_, { input }, context) =>
      payload("category", await updateCategory(requireCaller(context), input)),
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
      payload(
        "variant",
        await patchVariant(requireCaller(context), { ...input, packs: input.packs && said(input.packs) }),
      ),
    changePrice: async (_, { input }, context) => payload("variant", await changePrice(requireCaller(context), input)),
  },
  Category: {
    productCount: async ({ id }, _, context) => present(await productCountLoader(context).load(id), "a count"),
    isDiscontinued: ({ discontinuedAt }) => discontinuedAt !== undefined,
    version: ({ version }) => version ?? 1,
    departmentTaxCode: ({ departmentTaxCodeId: id }, _, context) => (id === undefined ? null : taxCodeOf(id, context)),
  },
  Product: {
    category: ({ categoryId }, _, context) =>
      categoryId === undefined ? null : categoryLoader(context).load(categoryId),
    taxCode: ({ taxCodeId }, _, context) => taxCodeOf(taxCodeId, context),
    async variants({ variantIds }, { includeDiscontinued }, context) {
      const loader = variantLoader(context);
      const all = await Promise.all(
        variantIds.map(async (id) => present(await loader.load(id), "a product's variant")),
      );
      return all.filter(({ discontinuedAt }) => includeDiscontinued === true || discontinuedAt === undefined);
    },
    isDiscontinued: ({ discontinuedAt }) => discontinuedAt !== undefined,
  },
  Variant: {
    product: async ({ productId }, _, context) =>
      present(await productLoader(context).load(productId), "a variant's product"),
    async price({ unitPrice }, _, context) {
      const { currency } = await context.merchant();
      return { amount: priceInMinorUnits(present(parsePrice(unitPrice), "a price"), minorDigits(currency)), currency };
    },
    barcodes: ({ barcodes }) => [...barcodes],
    packs: ({ packs = [] }) => [...packs],
    unit: ({ unit }) => unit ?? "EACH",
    title: ({ title, name }) => title ?? name,
    isDiscontinued: (variant) => discontinuedSince(variant) !== undefined,
  },
};

const SIMILAR_SKUS_MAX = 20;

async function taxCodeOf(taxCodeId: string, context: RequestContext) {
  const { merchantId } = requireCaller(context).caller;
  const taxes = present(await taxesLoader(context).load(merchantId), "the merchant's taxes");
  return present(taxes.codes[taxCodeId], "the tax code of a product or a department");
}

function productFilter({ categoryId, isUncategorized, isDiscontinued }: ProductFilterInput): ProductFilter {
  if (isUncategorized === true && typeof categoryId === "string")
    throw new RequestError("BAD_REQUEST", "A filter has a category, or products without one, not both.");
  const category = isUncategorized === true ? null : (categoryId ?? undefined);
  return {
    ...(category === undefined ? {} : { categoryId: category }),
    ...(isDiscontinued === true ? { isDiscontinued } : {}),
  };
}

export const catalogApi: ApiModule = {
  resolvers,
  nodes: {
    cat: { type: "Category", load: (_, id, context) => categoryLoader(context).load(id) },
    prd: { type: "Product", load: (_, id, context) => productLoader(context).load(id) },
    var: { type: "Variant", load: (_, id, context) => variantLoader(context).load(id) },
  },
};
