"use client";

import type { Payment } from "@pos/core/selling/payment/model.ts";
import { newId } from "@pos/web/clock.ts";
import { takenOf } from "./cart/cart.ts";
import { type Due, isPaid, stillDue } from "./cart/tender.ts";
import { useCounter } from "./use-device.tsx";
import { pricedAt, usePrice } from "./use-price.ts";

export interface Payments {
  /** What has been taken of the sale already. */
  readonly taken: readonly Payment[];
  readonly due: Due;
  /** It is paid in full, and yet not sold: the server refused it, or the page was closed in between. */
  readonly isPaid: boolean;
  /** Keeps what was taken; what completes the payment completes the sale. */
  readonly take: (payment: Omit<Payment, "id">) => void;
  readonly complete: () => void;
  /** The money was given back. */
  readonly remove: (ids: readonly string[]) => void;
}

/** The money that comes in for what is in the cart. It is stored with the cart until the sale is made. */
export function usePayments(): Payments {
  const { device, state, settings } = useCounter("cart");
  const { cashStep } = settings;
  const taken = takenOf(state.cart);
  const total = usePrice()?.sale.total ?? 0;
  return {
    taken,
    due: stillDue(total, taken, cashStep),
    isPaid: isPaid(total, taken, cashStep),
    take(payment) {
      if (device.state().isSelling) return;
      const all = [...taken, { id: newId("pay"), ...payment }];
      if (isPaid(total, all, cashStep)) void device.sell(all, pricedAt(device.state()));
      else device.keepPayments(all);
    },
    complete: () => void device.sell(taken, pricedAt(device.state())),
    remove: (ids) => device.keepPayments(taken.filter(({ id }) => !ids.includes(id))),
  };
}
