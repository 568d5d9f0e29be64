import { requireCaller } from "@pos/core/people/access/index.ts";
import { type Exchange, exchangeSale, getExchange } from "@pos/core/selling/exchange/index.ts";
import { isTaking } from "@pos/core/selling/payment/index.ts";
import { moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { epochOf } from "../synced.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    exchange: (_, { id }, context) => getExchange(requireCaller(context), id),
  },
  Mutation: {
    async exchangeSale(_, { input }, context) {
      const result = await exchangeSale(requireCaller(context), withoutNulls(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { exchange: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  ExchangeSalePayload: {
    epoch: (_, __, context) => epochOf(context),
  },
  Exchange: {
    difference: ({ refund, sale }) => moneyIn(sale, takenBy(sale) + takenBy(refund)),
  },
  Sale: {
    exchange: ({ exchangeId }, _, context) =>
      exchangeId === undefined ? null : getExchange(requireCaller(context), exchangeId),
  },
  Refund: {
    exchange: ({ exchangeId }, _, context) =>
      exchangeId === undefined ? null : getExchange(requireCaller(context), exchangeId),
  },
};

function takenBy({ payments }: Exchange["refund"] | Exchange["sale"]): number {
  return payments.reduce((sum, { method, amount }) => (isTaking(method) ? sum + amount : sum), 0);
}

export const exchangeApi: ApiModule = {
  resolvers,
  nodes: { exc: { type: "Exchange", load: getExchange } },
};
