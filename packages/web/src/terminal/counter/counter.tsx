"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { CartPanel, itemCount } from "../cart/cart-panel.tsx";
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
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";
import { type Shortcuts, useShortcuts } from "../use-shortcuts.ts";
import { Header } from "./header.tsx";
import { NoticeBanner } from "./notice.tsx";
import { type Dialog, useCounterPage } from "./use-counter-page.ts";
import { useScans } from "./use-scans.ts";

/** What an operator works at all day: goods on one side, the cart on the other; then paying; then the receipt. */
export function Counter() {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const goods = useAddGoods();
  const { selected, select } = goods;
  const page = useCounterPage(selected);
  const { mode, dialog, side, open, next } = page;
  const { settled } = state;
  const shortcuts: Shortcuts = {
    // While it is being paid, these choose the method.
    ...(mode === "pay"
      ? {}
      : {
          F2: () => open("line"),
          F3: () => open("discount"),
          F4: () => open("customer"),
          F6: () => open("note"),
          F8: () => open("open"),
        }),
    F7: () => open("sales"),
    F9: page.pay,
    F10: () => void device.lock(),
    ...(mode === "sell"
      ? { ...goods.shortcuts, "Control+y": device.redo, "Control+Z": device.redo, "Control+Delete": device.clearSale }
      : {}),
    ...(mode === "done" ? { Enter: next } : {}),
  };
  useShortcuts(shortcuts, dialog === undefined && !state.isSelling);
  const scans = useScans(page, goods, shortcuts);

  return (
    <div className={`${classes.counter} screen-only`} data-side={side} data-mode={mode}>
      <Header onSales={() => open("sales")} isSelling={mode === "sell"} />
      <NoticeBanner {...scans} />
      <main className={classes.main}>
        {mode === "done" && settled !== undefined && settled.status !== "refused" ? (
          <Done settled={settled} onNext={next} />
        ) : mode === "pay" ? (
          <Pay onBack={page.leavePay} />
        ) : (
          <Goods goods={goods} />
        )}
      </main>
      <aside className={classes.side} aria-label={t("terminal.cart.title")}>
        <CartPanel
          selected={selected}
          onSelect={select}
          isReadOnly={mode !== "sell" || state.isSelling}
          onOpen={open}
          onPay={page.pay}
          onBack={() => page.setSide("goods")}
        />
      </aside>
      {mode === "sell" && <ToCart total={goods.total} onOpen={() => page.setSide("cart")} />}
      <CartDialogs dialog={dialog} selected={selected} onSelect={select} onClose={page.close} />
      <SalesDrawer isOpen={dialog === "sales"} sought={page.sought} onClose={page.close} />
      <RefundedDialog />
    </div>
  );
}

/** On a phone, where there is no room for the cart beside the goods. */
function ToCart({ total, onOpen }: { readonly total: string; readonly onOpen: () => void }) {
  const { t } = useI18n();
  const { cart } = useCounter().state;
  const isBlank = cart.lines.length === 0;
  return (
    <button type="button" className={classes.toCart} data-empty={isBlank} onClick={onOpen}>
      <span>{isBlank ? t("counter.cart.empty") : t("counter.cart.items", { count: itemCount(cart) })}</span>
      <Text span fw={700} className="figures">
        {total}
      </Text>
    </button>
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
