import { prefixOf } from "@pos/core/base/id.ts";
import { findVariant, type Variant } from "@pos/core/goods/catalog/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { Location } from "@pos/core/people/location/index.ts";
import type { Terminal } from "@pos/core/people/terminal/index.ts";
import { getSale, type SaleFact } from "@pos/core/selling/sale/index.ts";
import type { Resolvers } from "../generated/types.ts";

export type NodeValue = SaleFact | Variant | Location | Terminal;

const NODE_TYPES = { sal: "Sale", var: "Variant", loc: "Location", trm: "Terminal" } as const;

export const nodeResolvers: Resolvers = {
  Query: {
    node(_, { id }, context) {
      switch (prefixOf(id)) {
        case "sal":
          return getSale(requireCaller(context), id);
        case "var":
          return findVariant(requireCaller(context), { id });
        case "loc":
          return context.locations.load(id);
        case "trm":
          return context.terminals.load(id);
        default:
          return null;
      }
    },
  },
  Node: { __resolveType: ({ id }) => NODE_TYPES[id.slice(0, 3) as keyof typeof NODE_TYPES] },
};
