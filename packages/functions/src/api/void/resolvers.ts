import { requireCaller } from "@pos/core/people/access/index.ts";
import { voidIdOf } from "@pos/core/selling/refund/index.ts";
import { getSale } from "@pos/core/selling/sale/index.ts";
import { getVoid, isVoidable, voidSale } from "@pos/core/selling/void/index.ts";
import { operatorOf } from "../edges.ts";
import { exceptionsOn, moneyIn } from "../facts.ts";
import { locationOf } from "../location/loader.ts";
import type { ApiModule } from "../module.ts";
import { withoutNulls } from "../omit-nulls.ts";
import { guardLoader } from "../sale/sales.ts";
import { epochOf } from "../synced.ts";
import { terminalLoader } from "../terminal/loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    saleVoid: (_, { id }, context) => getVoid(requireCaller(context), id),
  },
  Mutation: {
    async voidSale(_, { input }, context) {
      const result = await voidSale(requireCaller(context), withoutNulls(input));
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { void: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  VoidSalePayload: {
    epoch: (_, __, context) => (context.caller.kind === "staff" ? null : epochOf(context)),
  },
  Sale: {
    async void(sale, _, context) {
      const guard = await guardLoader(context).load(sale.id);
      const voidId = guard && voidIdOf(guard);
      return voidId === undefined ? null : getVoid(requireCaller(context), voidId);
    },
    async isVoidable(sale, _, context) {
      const guard = await guardLoader(context).load(sale.id);
      return isVoidable(requireCaller(context), sale, guard);
    },
  },
  SaleVoid: {
    location: locationOf,
    terminal: ({ terminalId }, _, context) =>
      terminalId === undefined ? null : terminalLoader(context).load(terminalId),
    operator: operatorOf,
    sale: ({ relatedFactId }, _, context) => getSale(requireCaller(context), relatedFactId),
    lines: (fact) => fact.lines.map((line, index) => ({ refund: fact, line, number: index + 1 })),
    payments: (fact) => fact.payments.map((payment) => ({ fact, payment })),
    taxTotal: (fact) => moneyIn(fact, fact.taxTotal),
    rounding: (fact) => moneyIn(fact, fact.rounding),
    total: (fact) => moneyIn(fact, fact.total),
    exceptions: exceptionsOn,
  },
};

export const voidApi: ApiModule = { resolvers, nodes: { voi: { type: "SaleVoid", load: getVoid } } };
