import type { SaleLine as LineOfFact, SaleFact, SaleOutcome } from "@pos/core/selling/sale/index.ts";

export type { SaleFact as Sale } from "@pos/core/selling/sale/index.ts";

export interface SaleLine {
  readonly sale: SaleFact;
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
