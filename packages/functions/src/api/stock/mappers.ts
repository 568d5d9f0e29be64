export type {
  AdjustedLine as StockAdjustmentLine,
  LowLevel as LowStock,
  Movement,
  StockAdjustmentFact as StockAdjustment,
  StockLevel,
} from "@pos/core/goods/stock/index.ts";
