export {
  bookOpeningStock,
  type GoodsLine,
  type GoodsMoved,
  goodsSold,
  LEVEL,
  levelProjection,
  moveGoods,
} from "./booking.ts";
export { type OpeningStock, recordOpeningStock } from "./commands.ts";
export type { Level, OpeningStockFact } from "./model.ts";
export { type LevelPage, type StockLevel, stockLevels } from "./queries.ts";
