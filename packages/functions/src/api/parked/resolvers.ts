import type { Result } from "@pos/core/base/result.ts";
import { counterCustomers } from "@pos/core/customers/customer/index.ts";
import { findVariants } from "@pos/core/goods/catalog/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import {
  discardParkedSale,
  type ParkedChange,
  type ParkedSale,
  parkedSales,
  parkSale,
  recallParkedSale,
} from "@pos/core/selling/parked/index.ts";
import type { RequestContext } from "../context.ts";
import { operatorOf } from "../edges.ts";
import { moneyIn } from "../facts.ts";
import { batched } from "../loader.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { terminalLoader } from "../terminal/loader.ts";

const customerLoader = batched(counterCustomers);

const resolvers: ApiModule["resolvers"] = {
  Query: {
    parkedSales: (_, { locationId }, context) => parkedSales(requireCaller(context), locationId),
  },
  Mutation: {
    parkSale: async (_, { input }, context) => answered(await parkSale(requireCaller(context), withoutNulls(input))),
    recallParkedSale: async (_, { input }, context) =>
      answered(await recallParkedSale(requireCaller(context), withoutNulls(input))),
    discardParkedSale: async (_, { input }, context) =>
      answered(await discardParkedSale(requireCaller(context), withoutNulls(input))),
  },
  ParkedSale: {
    location: locationOf,
    terminal: ({ terminalId }, _, context) => terminalLoader(context).load(terminalId),
    operator: operatorOf,
    customer: ({ customerId }, _, context) =>
      customerId === undefined ? null : customerLoader(context).load(customerId),
    total: async ({ total }, _, context) => (total === undefined ? null : moneyIn(await context.merchant(), total)),
    lines: (parked) => parked.lines.map((line, index) => ({ parked, line, number: index + 1 })),
    discounts: (parked, _, context) => discountsOf(parked, context),
  },
  ParkedSaleLine: {
    id: ({ parked, number }) => `${parked.id}.${number}`,
    async variant({ line: { variant } }, _, context) {
      if (variant === undefined) return null;
      const { table, caller } = requireCaller(context);
      return (await findVariants(table, caller.merchantId, [variant]))[0];
    },
    description: ({ line }) => line.description,
    quantity: ({ line }) => line.quantity,
    packSize: ({ line }) => line.packSize,
    tare: ({ line }) => line.tare,
    unitPrice: ({ line }) => line.unitPrice,
    code: ({ line }) => line.code,
    priceReason: ({ line }) => line.priceReason,
    taxCodeId: ({ line }) => line.taxCodeId,
    categoryId: ({ line }) => line.categoryId,
    discounts: ({ line }, _, context) => discountsOf(line, context),
    note: ({ line }) => line.note,
  },
};

type Discounted = Pick<ParkedSale, "discounts" | "adjustments">;

async function discountsOf({ discounts = [], adjustments = [] }: Discounted, context: RequestContext) {
  const merchant = await context.merchant();
  const all: readonly NonNullable<Discounted["adjustments"]>[number][] = [...discounts, ...adjustments];
  return all.map(({ percent, amount, reason, couponCode }) => ({
    ...{ percent, reason, couponCode },
    amount: amount === undefined ? null : moneyIn(merchant, amount),
  }));
}

function answered(result: Result<ParkedChange>) {
  if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
  const { parked, replayed } = result.value;
  return { parkedSale: parked, replayed, userErrors: [] };
}

export const parkedApi: ApiModule = { resolvers };
