export {
  entryMovesGoods,
  factMovesGoods,
  type GoodsLine,
  type GoodsMoved,
  goodsOf,
  goodsSold,
  LEVEL,
  levelProjection,
  levelsOf,
  moveGoods,
  openingStockKind,
  STOCK_NEGATIVE,
  stockAdjustmentKind,
} from "./booking.ts";
export {
  adjustStock,
  adjustStockOffline,
  type OpeningStock,
  recordOpeningStock,
  type StockAdjustment,
  stockRequestHash,
} from "./commands.ts";
export type { AdjustedLine, Level, OpeningStockFact, StockAdjustmentFact } from "./model.ts";
export {
  getStockAdjustment,
  type LevelPage,
  type LowLevel,
  lowStock,
  type Movement,
  movementsOf,
  type StockLevel,
  stockLevels,
} from "./queries.ts";
