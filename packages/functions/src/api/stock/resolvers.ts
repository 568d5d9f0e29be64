import { LIMITS } from "@pos/core/base/limits.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present, RequestError } from "@pos/core/base/result.ts";
import { findVariants } from "@pos/core/goods/catalog/index.ts";
import {
  adjustStock,
  getMovement,
  getStockAdjustment,
  getStockLevel,
  type LevelSort,
  levelsAtAll,
  levelsOf,
  lowStock,
  lowStockPage,
  movementsOf,
  recordOpeningStock,
  recordStockTake,
  stockLevels,
  unitCostAt,
  valueAt,
} from "@pos/core/goods/stock/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { RequestContext } from "../context.ts";
import { operatorOf, variantOf } from "../edges.ts";
import type { EntryEvent } from "../events.ts";
import type { MovementKind, StockLevelSort } from "../generated/types.ts";
import { batched } from "../loader.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { checkSearch, connection, pageRequest } from "../pages.ts";
import { delivered, subscribeTo } from "../topic.ts";

const levelsLoader = batched(levelsAtAll);

/** By the kind of the fact that moved goods. */
const MOVEMENT_KINDS: { readonly [kind: string]: MovementKind | undefined } = {
  openingStock: "OPENING_STOCK",
  stockAdjustment: "STOCK_ADJUSTMENT",
  sale: "SALE",
  refund: "REFUND",
  void: "VOID",
};

const LEVEL_SORTS: { readonly [sort in StockLevelSort]: LevelSort } = {
  NAME: { by: "NAME", isDescending: false },
  NAME_DESCENDING: { by: "NAME", isDescending: true },
  REORDER_POINT: { by: "REORDER_POINT", isDescending: false },
  REORDER_POINT_DESCENDING: { by: "REORDER_POINT", isDescending: true },
  VALUE: { by: "VALUE", isDescending: false },
  VALUE_DESCENDING: { by: "VALUE", isDescending: true },
  ON_HAND: { by: "ON_HAND", isDescending: false },
  ON_HAND_DESCENDING: { by: "ON_HAND", isDescending: true },
};

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async stockLevels(_, args, context) {
      const { locationId, skus } = args;
      if (skus && skus.length > LIMITS.skusMax)
        throw new RequestError("BAD_REQUEST", `At most ${LIMITS.skusMax} SKUs can be asked for.`);
      const search = args.search?.trim() ?? "";
      checkSearch(search);
      const state = args.filter?.state;
      const categoryId = args.filter?.categoryId;
      const sort = args.sort ? LEVEL_SORTS[args.sort] : undefined;
      const conditions = [...(state ? [state] : []), locationId, ...(categoryId ? [categoryId] : [])];
      const wanted = [...conditions, ...(search === "" ? [] : [search]), ...(sort && args.sort ? [args.sort] : [])];
      const list = ["levels", ...wanted].join(":");
      const request = pageRequest({ first: args.first, after: args.after }, list);
      const { size, after } = request;
      const page = await stockLevels(requireCaller(context), locationId, {
        first: size,
        ...(skus ? { skus } : {}),
        ...(search === "" ? {} : { search }),
        ...(state ? { state } : {}),
        ...(categoryId ? { categoryId } : {}),
        ...(sort ? { sort } : {}),
        ...(after === undefined ? {} : { after }),
      });
      return (
        page &&
        connection(
          page.levels.map((node, index) => ({ key: page.places?.[index] ?? node.sku, node })),
          page.hasNext,
          request,
          list,
          page.last,
        )
      );
    },
    async lowStock(_, { locationId, first }, context) {
      const { size } = pageRequest({ first }, "low");
      return lowStock(requireCaller(context), locationId, size);
    },
    async lowStockPage(_, { filter: { locationId }, first, after }, context) {
      const list = `low:${locationId ?? "all"}`;
      const request = pageRequest({ first, after }, list);
      const page = await lowStockPage(requireCaller(context), locationId ?? undefined, {
        first: request.size,
        ...(request.after === undefined ? {} : { after: request.after }),
      });
      if (!page) return null;
      const rows = page.rows.map(({ orderKey, low }) => ({ key: orderKey, node: low }));
      return { ...connection(rows, page.hasNext, request, list), totalCount: page.total };
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
      return adjustmentPayload(await adjustStock(requireCaller(context), said(input)));
    },
    async recordStockTake(_, { input }, context) {
      return adjustmentPayload(await recordStockTake(requireCaller(context), said(input)));
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
            return variant
              ? [{ locationId: entry.ledgerId, variantId, sku: variant.sku, onHand: formatQuantity(quantity) }]
              : [];
          }),
        };
      },
    },
  },
  Variant: { levels: ({ id }, _, context) => levelsLoader(context).load(id) },
  LowStock: { location: locationOf },
  StockLevel: {
    id: levelId,
    location: locationOf,
    variant: async (level, _, context) => present(await variantOf(level, _, context), "the variant of a level"),
    unitCost: async (level, _, context) =>
      unitCostAt(requireCaller(context), level, minorDigits((await context.merchant()).currency)),
    value: async (level, _, context) => ({
      amount: await valueAt(requireCaller(context), level),
      currency: (await context.merchant()).currency,
    }),
  },
  Movement: {
    operator: operatorOf,
    movementKind: ({ kind }) => MOVEMENT_KINDS[kind],
    value: async ({ value }, _, context) => ({ amount: value, currency: (await context.merchant()).currency }),
  },
  StockAdjustment: {
    location: locationOf,
    operator: operatorOf,
    lines: ({ lines }) => [...lines],
  },
  StockAdjustmentLine: { variant: variantOf },
};

function adjustmentPayload(result: Awaited<ReturnType<typeof adjustStock>>) {
  if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
  return { stockAdjustment: result.value.fact, replayed: result.value.replayed, userErrors: [] };
}

export const stockApi: ApiModule = {
  resolvers,
  nodes: { adj: { type: "StockAdjustment", needs: "stock:read", load: getStockAdjustment } },
  nodeFields: { Movement: { fact: ({ factId }: { readonly factId: string }) => factId } },
  compoundNodes: [
    {
      type: "StockLevel",
      form: /^loc_[0-9A-Z]{26}\.var_[0-9A-Z]{26}$/,
      needs: "stock:read",
      async load(context, id) {
        const level = await getStockLevel(context, levelNamed(id));
        return level && { ...level, id: levelId(level) };
      },
    },
    {
      type: "Movement",
      // The level's id, and what names the entry: the fact and, beyond its first part, the part.
      form: /^loc_[0-9A-Z]{26}\.var_[0-9A-Z]{26}\.[a-z]{3}_[0-9A-Z]{26}(\.[1-9]\d{0,3})?$/,
      needs: "stock:read",
      load: (context, id) => getMovement(context, levelNamed(id), id.split(".").slice(2).join(".")),
    },
  ],
  topics: { stock: "stockChanged" },
};

function levelId({ locationId, variantId }: { readonly locationId: string; readonly variantId: string }): string {
  return `${locationId}.${variantId}`;
}

/** What the id of a level, or of one of its movements, names. */
function levelNamed(id: string): { readonly locationId: string; readonly variantId: string } {
  const [locationId = "", variantId = ""] = id.split(".");
  return { locationId, variantId };
}
