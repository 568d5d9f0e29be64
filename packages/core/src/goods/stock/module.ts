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
    /** Stock at cost. */
    inventory: { type: "asset", position: 60 },
    /** The counter-account of the stock that the books were opened with. */
    openingBalance: { type: "equity", position: 80 },
    costOfGoods: { type: "expense", position: 120 },
    /** Goods that were lost or found: adjustments and write-offs, at cost. */
    shrinkage: { type: "expense", position: 130 },
  },
  permissions: { "stock:read": ["MANAGER", "OWNER"], "stock:write": ["MANAGER", "OWNER"] },
  failureCodes: {
    NOT_STOCKED: "The goods of this variant are not counted.",
    STOCK_ADJUSTMENT_NOT_ALLOWED: "The operator may not adjust stock.",
  },
  exceptionCodes: {
    STOCK_NEGATIVE: "A stock level is below zero.",
    COST_UNKNOWN: "Goods came in without a cost: sales of them have no cost of goods.",
  },
} as const satisfies Module;
