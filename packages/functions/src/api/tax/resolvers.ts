import { createTaxCode, getTaxes } from "@pos/core/goods/tax/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async taxCodes(_, __, context) {
      const { table, caller } = requireCaller(context);
      return Object.values((await getTaxes(table, caller.merchantId)).codes);
    },
  },
  Mutation: {
    createTaxCode: async (_, { input }, context) =>
      payload("taxCode", await createTaxCode(requireCaller(context), input)),
  },
};

export const taxApi: ApiModule = {
  resolvers,
  nodes: {
    tax: {
      type: "TaxCode",
      load: async ({ table, caller }, id) => (await getTaxes(table, caller.merchantId)).codes[id],
    },
  },
};
