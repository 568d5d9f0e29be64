import type { RefundLine as LineOfFact, RefundFact } from "@pos/core/selling/refund/index.ts";

export type { RefundFact as Refund } from "@pos/core/selling/refund/index.ts";

export interface RefundLine {
  readonly refund: RefundFact;
  readonly line: LineOfFact;
  readonly number: number;
}
