import { type GuardKind, guardKey, guardState } from "../../ledger/index.ts";
import type { Item, Key } from "../../table/port/port.ts";
import { saleKind } from "../sale/index.ts";
import { withBuyer } from "./buyer.ts";
import { type NewBuyer, type NewOutcome, NO_REFUNDS, type RefundGuard, type Reversal } from "./model.ts";
import { withOutcome } from "./outcome.ts";
import { withRefund } from "./rules.ts";

/**
 * What became of a sale: one guard a sale, beside the sale's own record. A refund is computed from the guard's state and refused
 * or flagged there (`decideRefund`); taking it only adds it up. Whose the sale is and what became of its payments lie here too, so
 * that a refund and such a change at the same time see each other.
 */
export const refundGuard: GuardKind<RefundGuard, Reversal | NewBuyer | NewOutcome> = {
  name: "REFUND_GUARD",
  zero: NO_REFUNDS,
  ofFacts: saleKind.kind,
  take: (state, use, factId) => ({ state: guardAfter(state, use, factId), problems: [] }),
  listed: ({ refundIds, customers = [], outcomes = [] }) => [
    ...refundIds,
    ...[...customers, ...outcomes].map(([factId]) => factId),
  ],
};

function guardAfter(guard: RefundGuard, use: Reversal | NewBuyer | NewOutcome, factId: string): RefundGuard {
  if ("newCustomerId" in use) return withBuyer(guard, factId, use);
  return "outcome" in use ? withOutcome(guard, factId, use) : withRefund(guard, use);
}

export function refundGuardKey(merchantId: string, saleId: string): Key {
  return guardKey(refundGuard, merchantId, saleId);
}

export function readRefundGuard(item: Item | undefined): RefundGuard {
  return guardState(refundGuard, item) as RefundGuard;
}
