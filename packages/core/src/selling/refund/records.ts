import { tenantPk } from "../../table/keys.ts";
import type { Item, Key, Write } from "../../table/port.ts";
import { NO_REFUNDS, type RefundGuard } from "./model.ts";

/** One guard a sale, beside the sale's own record. */
export function refundGuardKey(merchantId: string, saleId: string): Key {
  return { pk: tenantPk(merchantId, saleId), sk: "REFUND_GUARD" };
}

export function readRefundGuard(item: Item | undefined): RefundGuard {
  return item ? (JSON.parse(String(item.body)) as RefundGuard) : NO_REFUNDS;
}

/** Moves the guard on from what was read. */
export function refundGuardWrite(key: Key, seen: Item | undefined, guard: RefundGuard): Write {
  const version = Number(seen?.version ?? 0);
  return {
    op: "put",
    item: { ...key, version: version + 1, body: JSON.stringify(guard) },
    if: seen ? { is: "equal", to: { version } } : { is: "absent" },
  };
}
