import type { Fact, FactLine } from "../../ledger/index.ts";
import type { Variant } from "../catalog/model.ts";

/** Stock of a variant at a location, as moving weighted average: quantity and value are the sums of its movements. */
export interface Level {
  /** Thousandths; below zero when more was sold than was known to be there. */
  readonly quantity: number;
  /** Minor units. */
  readonly value: number;
  /** What a unit cost when goods came in last, millionths of the major unit: negative stock goes out at it. */
  readonly unitCost: number;
  /** The entry that moved it last; null: none did. */
  readonly movedBy: string | null;
}

export const EMPTY_LEVEL: Level = { quantity: 0, value: 0, unitCost: 0, movedBy: null };

/**
 * What goods that come in without a stated cost are worth where the level knows none, decided when the fact is recorded. Facts of
 * earlier versions have neither: their goods are worth nothing then.
 */
export interface FallbackCost {
  /** By the variant's own cost, for all of it, minor units. */
  readonly fallbackCost?: number;
  /** The variant has no cost either: unless the level knows one, `COST_UNKNOWN` is raised. */
  readonly costUnknown?: true;
}

export interface OpeningStockLine extends FactLine, Pick<FallbackCost, "costUnknown"> {
  readonly variantId: string;
  readonly sku: string;
  /** Decimal, per unit, major units. */
  readonly unitCost: string;
  /** For all of it, minor units. */
  readonly cost: number;
}

/** Goods that were at a location when its books were opened. */
export interface OpeningStockFact extends Fact {
  readonly kind: "openingStock";
  readonly locationId: string;
  /** Of the currency, so that booking needs nothing but the fact. */
  readonly digits: number;
  readonly lines: readonly OpeningStockLine[];
}

/** Why goods were adjusted, where it is one of the usual reasons: programs read it, and people in their own language. */
export type StockReason =
  | "STOCK_TAKE"
  | "DAMAGED"
  | "EXPIRED"
  | "LOST"
  | "FOUND"
  | "RECEIVED"
  | "OWN_USE"
  | "CORRECTION";

export interface AdjustedLine extends FactLine, FallbackCost {
  readonly variantId: string;
  readonly sku: string;
  /** Of a stock take: what was counted. A line whose count was right moves nothing. */
  readonly counted?: string;
  /** Of a stock take: the level that the count was compared with, as it was read when the goods were counted. */
  readonly expected?: string;
  /** As it was stated for goods that were added: decimal, per unit, major units. */
  readonly unitCost?: string;
  /** The stated cost for all of it, minor units. */
  readonly cost?: number;
}

/** Goods that are gone without being sold, or were found: quantities as they change the level, and why. */
export interface StockAdjustmentFact extends Fact {
  readonly kind: "stockAdjustment";
  readonly locationId: string;
  /** In words; empty where `reasonCode` is all that was stated. */
  readonly reason: string;
  readonly reasonCode?: StockReason;
  readonly digits: number;
  readonly lines: readonly AdjustedLine[];
  /** No money moves: an adjustment's total is zero. */
  readonly total: 0;
}

/** A variant that is below its reorder point, and where. */
export interface LowLevel {
  readonly locationId: string;
  readonly variant: Variant;
  readonly onHand: string;
}
