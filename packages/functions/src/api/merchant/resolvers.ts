import { requireCaller } from "@pos/core/people/access/index.ts";
import { merchantToChange, patchRoleLimits } from "@pos/core/people/merchant/index.ts";
import { moneyIn } from "../facts.ts";
import type { ApiModule } from "../module.ts";
import { payload } from "../payload.ts";

const ROLES = ["CASHIER", "MANAGER", "OWNER"] as const;

const resolvers: ApiModule["resolvers"] = {
  Query: {
    roleLimits: (_, __, context) => merchantToChange(requireCaller(context)),
  },
  Mutation: {
    patchRoleLimits: async (_, { input }, context) =>
      payload("roleLimits", await patchRoleLimits(requireCaller(context), input)),
  },
  Me: {
    async discountLimitPercent(caller, _, context) {
      if (caller.kind === "terminal") return null;
      return (await context.merchant()).limits?.[caller.role]?.discountPercent;
    },
  },
  RoleLimitsList: {
    roles: ({ currency, limits }) => ROLES.map((role) => ({ role, currency, ...limits?.[role] })),
  },
  RoleLimits: {
    unlinkedRefund: ({ unlinkedRefund, ...limits }) =>
      unlinkedRefund === undefined ? null : moneyIn(limits, unlinkedRefund),
  },
};

export const merchantApi: ApiModule = { resolvers };
