import { type BalanceKind, idPart, type ModuleParts, type Projection, soldOf } from "../../ledger/index.ts";
import { type CustomerTotals, NO_TOTALS } from "./model.ts";

/** What a customer bought and gave back at a location. */
export const CUSTOMER: BalanceKind<CustomerTotals> = { name: "CUSTOMER", zero: NO_TOTALS };

const CUSTOMER_PART = idPart("c", "cus");

/** What an entry keeps of the customer whom its fact names. */
export function customerPart(customerId: string | undefined): ModuleParts {
  return customerId === undefined ? {} : CUSTOMER_PART.with(customerId);
}

/** Only what counts as a sale or a refund: a fact of another kind may name a customer too. */
export const customerProjection: Projection = {
  needs({ customerId }, part, { counts }) {
    return part === 0 && counts !== "nothing" && customerId !== undefined ? [{ kind: CUSTOMER, key: customerId }] : [];
  },
  fold(entry, balances, { counts }) {
    const customerId = CUSTOMER_PART.of(entry);
    if (customerId === undefined || entry.part !== 0 || counts === "nothing") return;
    const totals = balances.get(CUSTOMER, customerId);
    const sold = soldOf(entry);
    const next =
      counts === "refund"
        ? { ...totals, refundCount: totals.refundCount + 1, refunds: totals.refunds - sold }
        : { ...totals, saleCount: totals.saleCount + 1, gross: totals.gross + sold };
    balances.set(CUSTOMER, customerId, next);
  },
};
