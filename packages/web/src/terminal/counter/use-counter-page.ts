"use client";

import { useState } from "react";
import { takenOf } from "../cart/cart.ts";
import { type CartDialogName, problemOf } from "../cart/cart-panel.tsx";
import type { Sought } from "../sales/sold-sale.ts";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";

export type Dialog = CartDialogName | "sales";

/** What the counter shows. */
export interface CounterPage {
  readonly mode: "sell" | "pay" | "done";
  readonly dialog: Dialog | undefined;
  /** Opens a dialog where it makes sense now. */
  readonly open: (dialog: Dialog) => void;
  readonly close: () => void;
  /** The receipt that the sales are asked for. */
  readonly sought: Sought | undefined;
  readonly findReceipt: (receiptNumber: string) => void;
  /** What a phone shows, where there is no room for both. */
  readonly side: "goods" | "cart";
  readonly setSide: (side: "goods" | "cart") => void;
  readonly pay: () => void;
  readonly leavePay: () => void;
  /** To the next customer. */
  readonly next: () => void;
}

/** @param selected the line that a dialog would change */
export function useCounterPage(selected: string | undefined): CounterPage {
  const { device, state } = useCounter();
  const isPermitted = useTerminalPermission();
  const { cart, settled, isSelling } = state;
  const priced = usePrice();
  const [isPaying, setPaying] = useState(false);
  const [dialog, setDialog] = useState<Dialog | undefined>(undefined);
  const [sought, seek] = useState<Sought | undefined>(undefined);
  const [side, setSide] = useState<"goods" | "cart">("goods");
  const isDone = settled !== undefined && settled.status !== "refused";
  // Money that was taken keeps the payment open, also after the page was loaded again or the terminal unlocked.
  const showsPay = (isPaying || takenOf(cart).length > 0) && cart.lines.length > 0;
  return {
    ...{ dialog, setSide, sought },
    // A sale that is paid from the cart goes on to what is behind it.
    side: isDone || showsPay ? "goods" : side,
    mode: isDone ? "done" : showsPay ? "pay" : "sell",
    open(next) {
      if (isSelling || (isDone && next !== "sales")) return;
      if (next === "line" && selected === undefined) return;
      if (next === "discount" && cart.lines.length === 0) return;
      if (next === "customer" && !isPermitted("customer:serve")) return;
      setDialog(next);
    },
    close() {
      setDialog(undefined);
      seek(undefined);
    },
    findReceipt(receiptNumber) {
      seek({ receiptNumber });
      setDialog("sales");
    },
    pay() {
      if (priced === undefined || problemOf(priced) !== undefined || isDone) return;
      setPaying(true);
      setSide("goods");
    },
    leavePay: () => setPaying(false),
    next() {
      device.next();
      setPaying(false);
      setSide("goods");
    },
  };
}
