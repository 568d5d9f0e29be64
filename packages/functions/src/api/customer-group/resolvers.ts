import { createCustomerGroup, listCustomerGroups } from "@pos/core/customers/customer-group/index.ts";
import { updateCustomerGroup } from "@pos/core/goods/promotion/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    customerGroups: (_, __, context) => listCustomerGroups(requireCaller(context)),
  },
  Mutation: {
    createCustomerGroup: async (_, { input }, context) =>
      payload("customerGroup", await createCustomerGroup(requireCaller(context), input)),
    updateCustomerGroup: async (_, { input }, context) =>
      payload("customerGroup", await updateCustomerGroup(requireCaller(context), input)),
  },
};

export const customerGroupApi: ApiModule = { resolvers };
