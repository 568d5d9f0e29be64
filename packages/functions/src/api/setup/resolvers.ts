import { changeCurrency, currencyHold, setupSteps } from "@pos/core/office/setup/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    setupSteps: (_, __, context) => setupSteps(requireCaller(context)),
    currencyHold: (_, __, context) => currencyHold(requireCaller(context)),
  },
  Mutation: {
    changeCurrency: async (_, { input }, context) =>
      payload("merchant", await changeCurrency(requireCaller(context), input)),
  },
};

export const setupApi: ApiModule = { resolvers };
