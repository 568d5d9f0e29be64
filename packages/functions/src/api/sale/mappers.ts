import type { CartPriced, SaleLine as LineOfFact, SaleFact, SaleOutcome } from "@pos/core/selling/sale/index.ts";
import type { Connection } from "../pages.ts";
import type { SaleListFilter, SaleOfLine } from "./sales.ts";

export type { SaleFact as Sale } from "@pos/core/selling/sale/index.ts";

export interface SaleConnection extends Connection<SaleFact> {
  /** What its sales were found by. */
  readonly filter: SaleListFilter;
}

export interface SaleLine {
  readonly sale: SaleOfLine;
  readonly line: LineOfFact;
  readonly number: number;
}

export interface CompleteSalePayload {
  readonly outcome: SaleOutcome;
}

export interface SyncSalesPayload {
  readonly ids: readonly string[];
  readonly outcomes: readonly SaleOutcome[];
}

export interface PricedSale {
  readonly priced: CartPriced;
}
