import type { RefundLine as LineOfFact, RefundedSums, Reversal } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";

export type { RefundFact as Refund } from "@pos/core/selling/refund/index.ts";

export interface RefundLine {
  readonly refund: Reversal;
  readonly line: LineOfFact;
  readonly number: number;
}

export interface RefundedSoFar {
  readonly sale: SaleFact;
  readonly refunded: RefundedSums;
}
