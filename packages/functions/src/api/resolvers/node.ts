import { prefixOf } from "@pos/core/base/id.ts";
import { type Customer, getCustomer } from "@pos/core/customers/customer/index.ts";
import { findVariant, type Variant } from "@pos/core/goods/catalog/index.ts";
import { getStockAdjustment, type StockAdjustmentFact } from "@pos/core/goods/stock/index.ts";
import { getJournalEntry, type JournalFact } from "@pos/core/office/finance/index.ts";
import { can, type Permission, requireCaller } from "@pos/core/people/access/index.ts";
import type { Location } from "@pos/core/people/location/index.ts";
import type { Terminal } from "@pos/core/people/terminal/index.ts";
import { getRefund, type RefundFact } from "@pos/core/selling/refund/index.ts";
import { getSale, type SaleFact } from "@pos/core/selling/sale/index.ts";
import type { RequestContext } from "../context.ts";
import type { Resolvers } from "../generated/types.ts";

export type NodeValue =
  | SaleFact
  | RefundFact
  | StockAdjustmentFact
  | JournalFact
  | Variant
  | Customer
  | Location
  | Terminal;

const NODE_TYPES = {
  sal: "Sale",
  ref: "Refund",
  adj: "StockAdjustment",
  jou: "JournalEntry",
  var: "Variant",
  cus: "Customer",
  loc: "Location",
  trm: "Terminal",
} as const;

export const nodeResolvers: Resolvers = {
  Query: {
    node(_, { id }, context) {
      switch (prefixOf(id)) {
        case "sal":
          return getSale(requireCaller(context), id);
        case "ref":
          return getRefund(requireCaller(context), id);
        case "adj":
          return permitted(context, "stock:read") && getStockAdjustment(requireCaller(context), id);
        case "jou":
          return permitted(context, "report:read") && getJournalEntry(requireCaller(context), id);
        case "cus":
          return permitted(context, "customer:read") && getCustomer(requireCaller(context), id);
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

/** What somebody may not read is as if it did not exist. */
function permitted(context: RequestContext, permission: Permission): true | null {
  return can(context.caller, permission) || null;
}
