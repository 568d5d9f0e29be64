import type { Variables } from "../../module-contract.ts";
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
