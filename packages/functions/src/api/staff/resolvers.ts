import { requireCaller } from "@pos/core/people/access/index.ts";
import { createStaff } from "@pos/core/people/staff/index.ts";
import type { ApiModule } from "../module.ts";
import { said } from "../omit-nulls.ts";
import { payload } from "../payload.ts";
import { staffLoader } from "./loader.ts";

const resolvers: ApiModule["resolvers"] = {
  Mutation: {
    createStaff: async (_, { input }, context) =>
      payload("staff", await createStaff(requireCaller(context), said(input))),
  },
};

export const staffApi: ApiModule = {
  resolvers,
  nodes: {
    stf: { type: "Staff", needs: "staff:write", load: (_, id, context) => staffLoader(context).load(id) },
  },
};
