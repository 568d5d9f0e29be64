"use client";

import { useCallback, useState } from "react";
import { sellsCard, takenOf } from "../cart/cart.ts";
import { type CartDialogName, problemOf } from "../cart/cart-panel.tsx";
import type { Device } from "../device/device.ts";
import type { DeviceState } from "../device/state.ts";
import type { Sought } from "../sales/sold-sale.ts";
import { useCounter, useDeviceValue } from "../use-device.tsx";
import { isOfflineNow } from "../use-offline.ts";
import { priceNow } from "../use-price.ts";

export type Dialog = CartDialogName | "sales" | "parked" | "account";

/** What the counter shows. Its functions stay the same, so that what they are given to is not rendered again. */
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

export function useCounterPage(): CounterPage {
  const { device, state } = useCounter("settled");
  // Money that was taken keeps the payment open, also after the page was loaded again or the terminal unlocked.
  const isTaken = useDeviceValue(({ cart }) => takenOf(cart).length > 0);
  const isBlank = useDeviceValue(({ cart }) => cart.lines.length === 0);
  const [isPaying, setPaying] = useState(false);
  const [side, setSide] = useState<"goods" | "cart">("goods");
  const isDone = isOver(state);
  const showsPay = (isPaying || isTaken) && !isBlank;
  const pay = useCallback(() => {
    const priced = priceNow(device.state());
    if (priced === undefined || problemOf(priced) !== undefined || isOver(device.state())) return;
    if (device.state().cart.quote !== undefined && isOfflineNow(device.state())) return;
    setPaying(true);
    setSide("goods");
  }, [device]);
  const next = useCallback(() => {
    device.next();
    setPaying(false);
    setSide("goods");
  }, [device]);
  return {
    ...useDialogs(device),
    ...{ setSide, pay, next },
    // A sale that is paid from the cart goes on to what is behind it.
    side: isDone || showsPay ? "goods" : side,
    mode: isDone ? "done" : showsPay ? "pay" : "sell",
    leavePay: useCallback(() => setPaying(false), []),
  };
}

function isOver({ settled }: Pick<DeviceState, "settled">): boolean {
  return settled !== undefined && settled.status !== "refused";
}

function useDialogs(device: Device): Pick<CounterPage, "dialog" | "open" | "close" | "sought" | "findReceipt"> {
  const [dialog, setDialog] = useState<Dialog | undefined>(undefined);
  const [sought, seek] = useState<Sought | undefined>(undefined);
  const open = useCallback(
    (next: Dialog) => {
      const now = device.state();
      if (now.isSelling || (isOver(now) && next !== "sales")) return;
      const isKept = next === "park" || next === "quote" || next === "layaway" || next === "unlinked";
      const isOfLines = next === "line" || next === "discount" || isKept;
      if (isOfLines && now.cart.lines.length === 0) return;
      if (isKept && sellsCard(now.cart)) return;
      if (next === "customer" && !now.operator?.permissions.includes("customer:serve")) return;
      setDialog(next);
    },
    [device],
  );
  const close = useCallback(() => {
    setDialog(undefined);
    seek(undefined);
  }, []);
  const findReceipt = useCallback((receiptNumber: string) => {
    seek({ receiptNumber });
    setDialog("sales");
  }, []);
  return { dialog, open, close, sought, findReceipt };
}
