import type { BalanceKind, Entry, Fact, Projection } from "../../ledger/index.ts";
import { soldOf } from "../../ledger/index.ts";
import { type CustomerTotals, NO_TOTALS } from "./model.ts";

/** What a customer bought and gave back at a location. */
export const CUSTOMER: BalanceKind<CustomerTotals> = { name: "CUSTOMER", zero: NO_TOTALS };

export const customerProjection: Projection = {
  needs(fact: Fact, part: number) {
    const { customerId } = fact;
    return part === 0 && customerId !== undefined ? [{ kind: CUSTOMER, key: customerId }] : [];
  },
  fold(entry: Entry, balances): void {
    const { customerId, kind } = entry;
    if (customerId === undefined || entry.part !== 0) return;
    const totals = balances.get(CUSTOMER, customerId);
    const sold = soldOf(entry);
    const next =
      kind === "refund"
        ? { ...totals, refundCount: totals.refundCount + 1, refunds: totals.refunds - sold }
        : { ...totals, saleCount: totals.saleCount + 1, gross: totals.gross + sold };
    balances.set(CUSTOMER, customerId, next);
  },
};
