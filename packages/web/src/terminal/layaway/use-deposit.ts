import type { LayawayFragment } from "@pos/web/graphql/generated/graphql.ts";
import type { MoneyWay } from "../account/money-way.ts";
import { newPayment } from "../account/new-payment.ts";
import type { Cart } from "../cart/cart.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { PaymentRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";

/** What is paid on a layaway, or all of it that is given back. */
export interface Deposit {
  readonly layaway: LayawayFragment;
  readonly way: MoneyWay;
  readonly amount: number;
  readonly isGivenBack?: true;
  /** Which became the layaway. */
  readonly cart?: Cart;
}

/** Stores a deposit and sends it: once, whatever is lost on the way. Undefined: something else is on its way. */
export function useDeposit(): (deposit: Deposit) => Promise<Settled<PaymentRow> | undefined> {
  const { device, operator, settings } = useCounter("settings");
  return ({ layaway, way, amount, isGivenBack, cart }) => {
    const { id, customerId, customer, number, total, deposited } = layaway;
    const after = deposited.amount + (isGivenBack ? -amount : amount);
    const deposit = { number, total: total.amount, deposited: after, ...(isGivenBack ? { isGivenBack } : {}) };
    const paid = {
      ...{ customer: { id: customerId ?? "", name: customer?.name ?? "" }, ...way, amount },
      ...{ owed: total.amount - after, layaway: { id, deposit } },
      ...(cart === undefined ? {} : { cart }),
    };
    return device.takePayment(newPayment(paid, operator, settings));
  };
}
