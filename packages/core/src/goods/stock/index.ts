export {
  COST_UNKNOWN,
  entryMovesGoods,
  factMovesGoods,
  type GoodsLine,
  goodsOf,
  goodsSold,
  LEVEL,
  levelsOf,
  moveGoods,
  STOCK_NEGATIVE,
} from "./booking.ts";
export {
  adjustStock,
  adjustStockOffline,
  recordOpeningStock,
  recordStockTake,
  type StockAdjustment,
  stockFingerprint,
} from "./commands.ts";
export type { AdjustedLine, FallbackCost, LowLevel, StockAdjustmentFact } from "./model.ts";
export {
  getMovement,
  getStockAdjustment,
  getStockLevel,
  type LevelSort,
  levelsAtAll,
  lowStock,
  lowStockPage,
  type Movement,
  movementsOf,
  type StockLevel,
  shortages,
  stockLevels,
  unitCostAt,
  valueAt,
} from "./queries.ts";
export { fallbackCostOf } from "./rules.ts";
