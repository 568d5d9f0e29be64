import { canonicalJson, type Json, withoutEmpty } from "@pos/core/base/canonical.ts";
import { present } from "@pos/core/base/result.ts";
import type { SellingRights } from "@pos/core/selling/sale/rules.ts";
import { type Cart, depositIn, type TakenPayment } from "../cart/cart.ts";
import { priceCart, saleInputOf } from "../cart/price.ts";
import type { NewSale } from "../outbox/outbox.ts";
import type { Operator } from "../outbox/store.ts";
import type { Settings } from "../settings.ts";
import { exchangeOf } from "./new-exchange.ts";
import { operatorOf, receiptOf } from "./receipt.ts";

export interface Sold {
  readonly id: string;
  readonly occurredAt: string;
  readonly cart: Cart;
  readonly payments: readonly TakenPayment[];
  readonly settings: Settings;
  readonly operator: Pick<Operator, "operatorId" | "number" | "name" | "permissions" | "discountPercentMax">;
}

/** What an operator may do, as far as the server stated it when the operator signed in. */
export function rightsOf({
  permissions,
  discountPercentMax,
}: Pick<Operator, "permissions" | "discountPercentMax">): SellingRights {
  const mayOverridePrice = permissions.includes("sale:override-price");
  return { mayOverridePrice, ...(discountPercentMax === undefined ? {} : { discountPercentMax }) };
}

/** A paid cart as a sale that can be stored: priced once, and the same on paper, on the wire and in the books. */
export function newSale({ id, occurredAt, cart, payments: taken, settings, operator }: Sold): NewSale {
  const payments = [...depositIn(cart), ...taken];
  const { sale } = present(
    priceCart(cart, payments, settings, rightsOf(operator), occurredAt),
    "a cart that can be priced",
  );
  const { operatorId } = operator;
  const exchanged = cart.exchange && exchangeOf(cart.exchange, sale.total, occurredAt);
  return {
    ...{ id, terminalId: settings.terminal.id, occurredAt, operatorId, cart },
    kind: exchanged === undefined ? "sale" : "exchange",
    compose: (sequence) => {
      const input = saleInputOf(cart, payments, { id, sequence, occurredAt, operatorId }, sale);
      // An exchange states that nothing is paid, or given back, by an empty list.
      const sent =
        exchanged === undefined ? withoutEmpty(input as unknown as Json) : { ...exchanged.input, sale: input };
      const receipt = receiptOf(cart, sale, settings, { sequence, occurredAt, ...operatorOf(operator) });
      return {
        request: canonicalJson((sent ?? {}) as unknown as Json),
        receipt: exchanged === undefined ? receipt : { ...receipt, exchange: exchanged.onPaper },
      };
    },
  };
}
