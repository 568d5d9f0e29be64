import type { Variables } from "../../module-contract.ts";
import { complete, payment, saleInput } from "../counter.ts";
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

/** By a way that the merchant settles elsewhere. */
export function otherPayment(stand: Stand, fields: object = {}): Variables {
  const paid = { id: stand.counter.shop.clock.newId("pay"), method: "OTHER", amount: 500, ...fields };
  return { ...customerPayment(stand), payments: [paid] };
}

const laidAway = new WeakMap<Stand, Promise<unknown>>();

/** What a customer deposits on a quote that comes to more than all tests pay. */
export async function deposit(stand: Stand): Promise<Variables> {
  const payment = customerPayment(stand);
  const lines = [{ quantity: "1", description: "A house", unitPrice: "1000000" }];
  const quoteId = laidAway.get(stand) ?? saleOfQuote(stand, { lines, customerId: payment.customerId }).then(quoteOf);
  laidAway.set(stand, quoteId);
  return { ...payment, quoteId: await quoteId, isGivenBack: false };
}

function quoteOf({ quoteId }: Variables): unknown {
  return quoteId;
}

/** What became of the uncertain payment of a sale that was sold just now. */
export async function paymentOutcome({ counter, own }: Stand): Promise<Variables> {
  const { clock } = counter.shop;
  const paid = payment(counter, 199, { state: "UNKNOWN" });
  const { sale } = await complete(counter, saleInput(counter, { payments: [paid] }));
  return {
    ...{ id: clock.newId("pyo"), occurredAt: clock.now(), saleId: sale.id, paymentId: paid.id },
    ...{ state: "VOIDED", reason: "The slip shows no payment", operatorId: own.staffId },
  };
}
