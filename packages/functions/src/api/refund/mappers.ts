import type { RefundLine as LineOfFact, RefundedSums, RefundFact, Reversal } from "@pos/core/selling/refund/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import type { Connection } from "../pages.ts";

export type { RefundFact as Refund } from "@pos/core/selling/refund/index.ts";

export type RefundConnection = Connection<RefundFact>;

export interface RefundLine {
  readonly refund: Reversal;
  readonly line: LineOfFact;
  readonly number: number;
}

export interface RefundedSoFar {
  readonly sale: SaleFact;
  readonly refunded: RefundedSums;
}
