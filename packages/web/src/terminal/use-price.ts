"use client";

import type { Payment } from "@pos/core/selling/payment/model.ts";
import { useMemo } from "react";
import { type PricedCart, priceCart } from "./cart/price.ts";
import { rightsOf } from "./device/new-sale.ts";
import { useCounter } from "./use-device.tsx";

const NONE: readonly Payment[] = [];

/** What the cart comes to. Undefined: nothing is in it. */
export function usePrice(payments: readonly Payment[] = NONE): PricedCart | undefined {
  const { state, settings, operator } = useCounter();
  return useMemo(
    () => priceCart(state.cart, payments, settings, rightsOf(operator)),
    [state.cart, payments, settings, operator],
  );
}
