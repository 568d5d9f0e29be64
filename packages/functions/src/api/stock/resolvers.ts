import { LIMITS } from "@pos/core/base/limits.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import { findVariant, findVariants } from "@pos/core/goods/catalog/index.ts";
import {
  adjustStock,
  getStockAdjustment,
  levelsOf,
  lowStock,
  movementsOf,
  recordOpeningStock,
  stockLevels,
} from "@pos/core/goods/stock/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "../context.ts";
import type { EntryEvent } from "../events.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, pageRequest } from "../pages.ts";
import { delivered, subscribeTo } from "../topic.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
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
  Subscription: {
    stockChanged: {
      subscribe: subscribeTo("stock"),
      async resolve(source: unknown, _: unknown, context: RequestContext) {
        const { cursor, previous, entry } = delivered<EntryEvent>(source);
        const levels = levelsOf(entry);
        const { table, caller } = requireCaller(context);
        const variants = await findVariants(
          table,
          caller.merchantId,
          levels.map(([id]) => ({ id })),
        );
        return {
          cursor,
          previous,
          levels: levels.flatMap(([variantId, quantity], index) => {
            const variant = variants[index];
            return variant ? [{ variantId, sku: variant.sku, onHand: formatQuantity(quantity) }] : [];
          }),
        };
      },
    },
  },
  StockLevel: {
    variant: async ({ variantId }, _, context) =>
      present(await findVariant(requireCaller(context), { id: variantId }), "the variant of a level"),
  },
  Movement: {
    value: async ({ value }, _, context) => ({ amount: value, currency: (await context.merchant()).currency }),
  },
  StockAdjustment: {
    location: locationOf,
    lines: ({ lines }) => [...lines],
  },
};

export const stockApi: ApiModule = {
  resolvers,
  nodes: { adj: { type: "StockAdjustment", needs: "stock:read", load: getStockAdjustment } },
  topics: { stock: "stockChanged" },
};
