import { type GuardKind, guardKey } from "../../ledger/index.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import { NO_REFUNDS, type RefundFact, type RefundGuard } from "./model.ts";
import { withRefund } from "./rules.ts";

/** One guard a sale, beside the sale's own record. */
export const refundGuard: GuardKind = {
  sk: "REFUND_GUARD",
  guards: "sale",
  usedBy: "refund",
  uses: (item) => readRefundGuard(item).refundIds,
  // Each refund moves it by one, so its version is their number.
  item: (key, refunds) => guardItem(key, (refunds as readonly RefundFact[]).reduce(withRefund, NO_REFUNDS)),
};

export function refundGuardKey(merchantId: string, saleId: string): Key {
  return guardKey(refundGuard, merchantId, saleId);
}

export function readRefundGuard(item: Item | undefined): RefundGuard {
  return item ? (JSON.parse(String(item.body)) as RefundGuard) : NO_REFUNDS;
}

/** Moves the guard on from what was read. */
export function refundGuardWrite(key: Key, seen: Item | undefined, guard: RefundGuard): Write {
  return {
    op: "put",
    item: guardItem(key, guard),
    if: seen ? { is: "equal", to: { version: Number(seen.version) } } : { is: "absent" },
  };
}

function guardItem({ pk, sk }: Key, guard: RefundGuard): Item {
  return { pk, sk, version: guard.refundIds.length, body: JSON.stringify(guard) };
}
