"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { type CartDialogName, CartPanel } from "../cart/cart-panel.tsx";
import { CustomerDialog } from "../cart/customer-dialog.tsx";
import { DiscountDialog } from "../cart/discount-dialog.tsx";
import { LineDialog } from "../cart/line-dialog.tsx";
import { NoteDialog } from "../cart/note-dialog.tsx";
import { OpenLineDialog } from "../cart/open-line-dialog.tsx";
import { Done } from "../done/done.tsx";
import { Goods } from "../goods/goods.tsx";
import { useAddGoods } from "../goods/use-add-goods.ts";
import { Pay } from "../payment/pay.tsx";
import { RefundedDialog } from "../sales/refunded-dialog.tsx";
import { SalesDrawer } from "../sales/sales-drawer.tsx";
import { useScanner } from "../scan/use-scanner.ts";
import classes from "../terminal.module.css";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { type Shortcuts, useShortcuts } from "../use-shortcuts.ts";
import { Header } from "./header.tsx";

type Dialog = CartDialogName | "sales";

/** What an operator works at all day: goods on one side, the cart on the other; then paying; then the receipt. */
export function Counter() {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const isPermitted = useTerminalPermission();
  const { cart, settled, isSelling } = state;
  const [isPaying, setPaying] = useState(false);
  const [dialog, setDialog] = useState<Dialog | undefined>(undefined);
  const [side, setSide] = useState<"goods" | "cart">("goods");
  const goods = useAddGoods();
  const { selected, select } = goods;
  const close = () => setDialog(undefined);
  const isDone = settled !== undefined && settled.status !== "refused";
  const showsPay = isPaying && cart.lines.length > 0 && !isDone;
  const open = (next: Dialog) => {
    if (isSelling || (isDone && next !== "sales")) return;
    if (next === "line" && selected === undefined) return;
    if (next === "discount" && cart.lines.length === 0) return;
    if (next === "customer" && !isPermitted("customer:read")) return;
    setDialog(next);
  };
  const pay = () => {
    if (cart.lines.length === 0 || isDone) return;
    setPaying(true);
    setSide("goods");
  };
  const next = () => {
    device.next();
    setPaying(false);
    setSide("goods");
  };

  useScanner((code) => {
    if (isSelling || dialog !== undefined || showsPay) return goods.say(t("terminal.scan.busy", { code }));
    if (isDone) next();
    void goods.scan(code).then((isKnown) => {
      if (!isKnown) setSide("goods");
    });
  });
  const shortcuts: Shortcuts = {
    // While it is being paid, these choose the method.
    ...(showsPay
      ? {}
      : {
          F2: () => open("line"),
          F3: () => open("discount"),
          F4: () => open("customer"),
          F6: () => open("note"),
          F8: () => open("open"),
        }),
    F7: () => setDialog("sales"),
    F9: pay,
    F10: () => void device.lock(),
    ...(isDone || showsPay ? {} : goods.shortcuts),
    ...(isDone ? { Enter: next } : {}),
    ...(showsPay ? { Escape: () => setPaying(false) } : {}),
  };
  useShortcuts(shortcuts, dialog === undefined && !isSelling);

  return (
    <div
      className={`${classes.counter} screen-only`}
      data-side={side}
      data-mode={isDone ? "done" : showsPay ? "pay" : "sell"}
    >
      <Header onSales={() => setDialog("sales")} />
      <main className={classes.main}>
        {isDone ? (
          <Done settled={settled} onNext={next} />
        ) : showsPay ? (
          <Pay onBack={() => setPaying(false)} />
        ) : (
          <Goods goods={goods} />
        )}
      </main>
      <aside className={classes.side} aria-label={t("terminal.cart.title")}>
        <CartPanel
          selected={selected}
          onSelect={select}
          isReadOnly={showsPay || isDone || isSelling}
          onOpen={open}
          onPay={pay}
          onBack={() => setSide("goods")}
        />
      </aside>
      {!isDone && !showsPay && (
        <button type="button" className={classes.toCart} onClick={() => setSide("cart")}>
          <span>{t("terminal.cart.count", { count: cart.lines.length })}</span>
          <Text span fw={700} className="figures">
            {goods.total}
          </Text>
        </button>
      )}
      <CartDialogs dialog={dialog} selected={selected} onSelect={select} onClose={close} />
      <SalesDrawer isOpen={dialog === "sales"} onClose={close} />
      <RefundedDialog />
    </div>
  );
}

function CartDialogs({
  dialog,
  selected,
  onSelect,
  onClose,
}: {
  readonly dialog: Dialog | undefined;
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onClose: () => void;
}) {
  return (
    <>
      <LineDialog lineKey={dialog === "line" ? selected : undefined} onClose={onClose} />
      <OpenLineDialog isOpen={dialog === "open"} onAdded={onSelect} onClose={onClose} />
      <DiscountDialog isOpen={dialog === "discount"} onClose={onClose} />
      <CustomerDialog isOpen={dialog === "customer"} onClose={onClose} />
      <NoteDialog isOpen={dialog === "note"} onClose={onClose} />
    </>
  );
}
