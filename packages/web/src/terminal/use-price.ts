"use client";

import type { Payment } from "@pos/core/selling/payment/model.ts";
import { type PricedCart, priceCart } from "./cart/price.ts";
import { rightsOf } from "./device/new-sale.ts";
import type { DeviceState } from "./device/state.ts";
import { useCounter } from "./use-device.tsx";

type Priced = Pick<DeviceState, "cart" | "settings" | "operator">;

const NONE: readonly Payment[] = [];

/** The cart that was priced last: several parts of the page show what it comes to. */
let last: { readonly of: Priced; readonly priced: PricedCart | undefined } | undefined;

/** What the cart comes to. Undefined: nothing is in it. */
export function usePrice(): PricedCart | undefined {
  const { state, settings, operator } = useCounter("cart");
  return priceNow({ cart: state.cart, settings, operator });
}

/** The same for what is not rendered: at the time of the call. */
export function priceNow({ cart, settings, operator }: Priced): PricedCart | undefined {
  if (settings === undefined || operator === undefined) return undefined;
  const isSame = last?.of.cart === cart && last.of.settings === settings && last.of.operator === operator;
  if (last === undefined || !isSame)
    last = { of: { cart, settings, operator }, priced: priceCart(cart, NONE, settings, rightsOf(operator)) };
  return last.priced;
}
