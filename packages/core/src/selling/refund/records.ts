import { type GuardKind, guardKey, guardState } from "../../ledger/index.ts";
import type { Item, Key } from "../../table/port/port.ts";
import { saleKind } from "../sale/index.ts";
import { NO_REFUNDS, type RefundFact, type RefundGuard } from "./model.ts";
import { withRefund } from "./rules.ts";

/**
 * What was given back of a sale: one guard a sale, beside the sale's own record. A refund is computed from the guard's state and
 * refused or flagged there (`decideRefund`); taking it only adds it up.
 */
export const refundGuard: GuardKind<RefundGuard, RefundFact> = {
  name: "REFUND_GUARD",
  zero: NO_REFUNDS,
  ofFacts: saleKind.kind,
  take: (state, refund) => ({ state: withRefund(state, refund), problems: [] }),
  listed: ({ refundIds }) => refundIds,
};

export function refundGuardKey(merchantId: string, saleId: string): Key {
  return guardKey(refundGuard, merchantId, saleId);
}

export function readRefundGuard(item: Item | undefined): RefundGuard {
  return guardState(refundGuard, item) as RefundGuard;
}
