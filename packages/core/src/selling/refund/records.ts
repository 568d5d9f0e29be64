import { type GuardKind, guardKey, guardState } from "../../ledger/index.ts";
import type { Item, Key } from "../../table/port/port.ts";
import { saleKind } from "../sale/index.ts";
import { withBuyer } from "./buyer.ts";
import { type NewBuyer, NO_REFUNDS, type RefundGuard, type Reversal } from "./model.ts";
import { withRefund } from "./rules.ts";

/**
 * What became of a sale: one guard a sale, beside the sale's own record. A refund is computed from the guard's state and refused
 * or flagged there (`decideRefund`); taking it only adds it up. Whose the sale is lies here too, so that a refund and a change of
 * the customer at the same time see each other.
 */
export const refundGuard: GuardKind<RefundGuard, Reversal | NewBuyer> = {
  name: "REFUND_GUARD",
  zero: NO_REFUNDS,
  ofFacts: saleKind.kind,
  take: (state, use, factId) => ({
    state: "newCustomerId" in use ? withBuyer(state, factId, use) : withRefund(state, use),
    problems: [],
  }),
  listed: ({ refundIds, customers = [] }) => [...refundIds, ...customers.map(([factId]) => factId)],
};

export function refundGuardKey(merchantId: string, saleId: string): Key {
  return guardKey(refundGuard, merchantId, saleId);
}

export function readRefundGuard(item: Item | undefined): RefundGuard {
  return guardState(refundGuard, item) as RefundGuard;
}
