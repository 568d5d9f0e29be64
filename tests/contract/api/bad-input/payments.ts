import type { Variables } from "../../module-contract.ts";
import { saleOfQuote } from "./quotes.ts";
import type { Stand } from "./stand.ts";

/** What a customer pays at a counter. */
export function customerPayment({ counter, own }: Stand): Variables {
  const { clock } = counter.shop;
  const paid = { id: clock.newId("pay"), method: "CASH", amount: 500, tendered: 600, reference: "A note" };
  return {
    ...{ id: clock.newId("cpy"), customerId: own.customerId, occurredAt: clock.now(), payments: [paid] },
    ...{ locationId: own.locationId, note: "For May", operatorId: own.staffId },
  };
}

/** What a customer deposits on a quote that was made just now. */
export async function deposit(stand: Stand): Promise<Variables> {
  const payment = customerPayment(stand);
  const lines = [{ quantity: "1", description: "A chair", unitPrice: "50" }];
  const { quoteId } = await saleOfQuote(stand, { lines, customerId: payment.customerId });
  return { ...payment, quoteId, isGivenBack: false };
}
