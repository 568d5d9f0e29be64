"use client";

import type { Payment } from "@pos/core/selling/payment/model.ts";
import { now } from "@pos/web/clock.ts";
import { depositIn } from "./cart/cart.ts";
import { planOf } from "./cart/exchange.ts";
import { type PricedCart, priceCart } from "./cart/price.ts";
import { sumOf } from "./cart/tender.ts";
import { rightsOf } from "./device/new-sale.ts";
import type { DeviceState } from "./device/state.ts";
import { isTimed } from "./settings.ts";
import { useCounter } from "./use-device.tsx";

type Priced = Pick<DeviceState, "cart" | "settings" | "operator" | "minute">;

const NONE: readonly Payment[] = [];

/** The cart that was priced last: several parts of the page show what it comes to. */
let last: { readonly of: Priced; readonly priced: PricedCart | undefined } | undefined;

/** What the cart comes to. Undefined: nothing is in it. */
export function usePrice(): PricedCart | undefined {
  const { state, settings, operator } = useCounter("cart", "minute");
  return priceNow({ ...state, settings, operator });
}

/** The same for what is not rendered: at the time of the call. */
export function priceNow({ cart, settings, operator, minute }: Priced): PricedCart | undefined {
  if (settings === undefined || operator === undefined) return undefined;
  const of = { cart, settings, operator, ...(minute === undefined ? {} : { minute }) };
  if (last === undefined || !isSame(last.of, of))
    last = { of, priced: priceCart(cart, NONE, settings, rightsOf(operator), now()) };
  return last.priced;
}

/** What is left to pay of it, with what goods that come back pay and what was deposited. */
export function dueNow(state: Priced): number {
  const total = priceNow(state)?.sale.total ?? 0;
  const { exchange } = state.cart;
  return exchange === undefined ? total - sumOf(depositIn(state.cart)) : planOf(exchange, total).toPay;
}

function isSame(one: Priced, other: Priced): boolean {
  const isSameCart = one.cart === other.cart && one.minute === other.minute;
  return isSameCart && one.settings === other.settings && one.operator === other.operator;
}

/** When what is shown was priced, where promotions or price lists may have begun or ended since: a sale is sold at its price. */
export function pricedAt(state: Priced): string | undefined {
  return state.settings !== undefined && isTimed(state.settings) ? priceNow(state)?.at : undefined;
}
