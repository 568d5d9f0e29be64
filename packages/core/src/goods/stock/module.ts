import type { Module, ModuleBooks } from "../../module.ts";
import { levelProjection, openingStockKind, stockAdjustmentKind } from "./booking.ts";

export const stockBooks = {
  kinds: [openingStockKind, stockAdjustmentKind],
  projections: [levelProjection],
} satisfies ModuleBooks;

export const stockModule = {
  books: stockBooks,
  events: ["stock"],
  idPrefixes: { ops: "opening stock", adj: "stock adjustment" },
  accounts: {
    inventory: { type: "asset", position: 60, description: "Stock at cost." },
    openingBalance: {
      type: "equity",
      position: 80,
      description: "The counter-account of the stock that the books were opened with.",
    },
    costOfGoods: { type: "expense", position: 120, description: "What the goods that were sold cost." },
    shrinkage: {
      type: "expense",
      position: 130,
      description: "Goods that were lost or found: adjustments and write-offs, at cost.",
    },
  },
  permissions: {
    "stock:read": { grantees: ["MANAGER", "OWNER"], description: "Read stock levels and their movements." },
    "stock:write": { grantees: ["MANAGER", "OWNER"], description: "Adjust stock." },
  },
  failureCodes: {
    NOT_STOCKED: "The goods of this variant are not counted.",
    STOCK_ADJUSTMENT_NOT_ALLOWED: "The operator may not adjust stock.",
  },
  exceptionCodes: {
    STOCK_NEGATIVE: "A stock level is below zero.",
    COST_UNKNOWN: "Goods came in without a cost: sales of them have no cost of goods.",
  },
} as const satisfies Module;
