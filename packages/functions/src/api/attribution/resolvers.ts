import { requireCaller } from "@pos/core/people/access/index.ts";
import { attributionsOf, getAttribution, setSaleCustomer } from "@pos/core/selling/attribution/index.ts";
import { getSale } from "@pos/core/selling/sale/index.ts";
import { customerOf, operatorOf } from "../edges.ts";
import type { ApiModule } from "../module.ts";

const resolvers: ApiModule["resolvers"] = {
  Mutation: {
    async setSaleCustomer(_, { input }, context) {
      const result = await setSaleCustomer(requireCaller(context), input);
      if (!result.ok) return { replayed: false, userErrors: [...result.failures] };
      return { change: result.value.fact, replayed: result.value.replayed, userErrors: [] };
    },
  },
  Sale: {
    customerChanges: (sale, _, context) => attributionsOf(requireCaller(context), sale.id),
  },
  SaleCustomerChange: {
    operator: operatorOf,
    sale: ({ relatedFactId }, _, context) => getSale(requireCaller(context), relatedFactId),
    customer: customerOf,
  },
};

export const attributionApi: ApiModule = {
  resolvers,
  nodes: { att: { type: "SaleCustomerChange", load: getAttribution } },
};
