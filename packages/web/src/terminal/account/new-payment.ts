import { canonicalJson, type Json, withoutEmpty } from "@pos/core/base/canonical.ts";
import type { SlipDeposit } from "@pos/core/receipt/model.ts";
import { ownMethodOf } from "@pos/core/selling/payment/model.ts";
import { newId, now } from "@pos/web/clock.ts";
import type { RecordCustomerPaymentInput } from "@pos/web/graphql/generated/graphql.ts";
import type { Cart } from "../cart/cart.ts";
import { madeAt, operatorOf } from "../device/receipt.ts";
import type { NewPayment } from "../outbox/outbox.ts";
import type { Operator } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";
import type { MoneyWay } from "./money-way.ts";

/** What a customer pays, or all of a deposit that is given back. */
export interface Paid extends MoneyWay {
  readonly customer: { readonly id: string; readonly name: string };
  readonly amount: number;
  /** After it: of a layaway what is left to pay. */
  readonly owed: number;
  readonly layaway?: { readonly id: string; readonly deposit: SlipDeposit };
  /** Which became the layaway. */
  readonly cart?: Cart;
}

/** A payment of a customer as it can be stored: the request that is sent, and its paper. */
export function newPayment(
  { customer, method, methodId, amount, owed, layaway, cart, ...way }: Paid,
  operator: Pick<Operator, "operatorId" | "number" | "name">,
  settings: Settings,
): NewPayment {
  const [id, occurredAt] = [newId("cpy"), now()];
  const { operatorId } = operator;
  const input: RecordCustomerPaymentInput = {
    ...{ id, customerId: customer.id, occurredAt, operatorId },
    ...(layaway === undefined ? {} : { quoteId: layaway.id }),
    ...(layaway?.deposit.isGivenBack ? { isGivenBack: true } : {}),
    payments: [{ id: newId("pay"), method, ...(methodId === undefined ? {} : { methodId }), amount }],
  };
  const slip = {
    ...madeAt(settings, { occurredAt, ...operatorOf(operator) }),
    ...{
      customerName: customer.name,
      payments: [{ method, ...ownMethodOf(way), amount }],
      total: amount,
      changeDue: 0,
      owed,
    },
    ...(layaway === undefined ? {} : { deposit: layaway.deposit }),
  };
  return {
    ...{ kind: "customerPayment", id, terminalId: settings.terminal.id, occurredAt, operatorId },
    request: canonicalJson(withoutEmpty(input as unknown as Json) ?? {}),
    payment: { slip, ...(cart === undefined ? {} : { cart }) },
  };
}
