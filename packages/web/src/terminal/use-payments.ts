"use client";

import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { newId } from "@pos/web/clock.ts";
import { depositIn, type NewPayment, type TakenPayment, takenOf, withTip } from "./cart/cart.ts";
import { exchangedFor, planOf } from "./cart/exchange.ts";
import { type Due, isPaid, stillDue } from "./cart/tender.ts";
import { useCounter } from "./use-device.tsx";
import { pricedAt, usePrice } from "./use-price.ts";

export interface Payments {
  /** What has been taken of the sale already. */
  readonly taken: readonly TakenPayment[];
  /** What the customer gives for the staff. It does not change once money has been taken. */
  readonly tip: number;
  readonly setTip: (amount: number) => void;
  /** What was sold, without the tip. */
  readonly total: number;
  readonly due: Due;
  /** It is paid in full, and yet not sold: the server refused it, or the page was closed in between. */
  readonly isPaid: boolean;
  /** What an exchange gives back, where what comes back is worth more. */
  readonly giveBack: readonly { readonly method: PaymentMethod; readonly amount: number }[];
  /** Keeps what was taken; what completes the payment completes the sale. */
  readonly take: (payment: NewPayment) => void;
  readonly complete: () => void;
  /** The money was given back. */
  readonly remove: (ids: readonly string[]) => void;
}

const NOTHING: Payments["giveBack"] = [];

/** The money that comes in for what is in the cart. It is stored with the cart until the sale is made. */
export function usePayments(): Payments {
  const { device, state, settings } = useCounter("cart");
  const { cashStep } = settings;
  const taken = takenOf(state.cart);
  const { exchange } = state.cart;
  const { tip = 0 } = state.cart;
  const total = usePrice()?.sale.total ?? 0;
  const toPay = total + tip;
  // Goods that come back and what was deposited pay before any money does.
  const before = [...exchangedFor(exchange, total), ...depositIn(state.cart)];
  const paid = [...before, ...taken];
  return {
    taken,
    tip,
    total,
    setTip: (amount) => device.changeCart(withTip(device.state().cart, amount)),
    due: stillDue(toPay, paid, cashStep),
    isPaid: isPaid(toPay, paid, cashStep),
    giveBack: exchange === undefined ? NOTHING : planOf(exchange, total).refund.payments,
    take(payment) {
      if (device.state().isSelling) return;
      const all = [...taken, { id: newId("pay"), ...payment }];
      if (isPaid(toPay, [...before, ...all], cashStep)) void device.sell(all, pricedAt(device.state()));
      else device.keepPayments(all);
    },
    complete: () => void device.sell(taken, pricedAt(device.state())),
    remove: (ids) => device.keepPayments(taken.filter(({ id }) => !ids.includes(id))),
  };
}
