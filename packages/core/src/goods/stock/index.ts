export {
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
  type StockAdjustment,
  stockFingerprint,
} from "./commands.ts";
export type { AdjustedLine, StockAdjustmentFact } from "./model.ts";
export {
  getMovement,
  getStockAdjustment,
  getStockLevel,
  type LowLevel,
  lowStock,
  lowStockPage,
  type Movement,
  movementsOf,
  type StockLevel,
  stockLevels,
} from "./queries.ts";
