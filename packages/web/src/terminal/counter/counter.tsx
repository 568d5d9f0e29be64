"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import dynamic from "next/dynamic";
import { Activity, memo, useCallback } from "react";
import { itemCount } from "../cart/cart.ts";
import { CartPanel } from "../cart/cart-panel.tsx";
import { CouponDialog } from "../cart/coupon-dialog.tsx";
import { CustomerDialog } from "../cart/customer-dialog.tsx";
import { DiscountDialog } from "../cart/discount-dialog.tsx";
import { LineDialog } from "../cart/line-dialog.tsx";
import { NoteDialog } from "../cart/note-dialog.tsx";
import { OpenLineDialog } from "../cart/open-line-dialog.tsx";
import { WeighDialog } from "../cart/weigh-dialog.tsx";
import { DoneBehind } from "../done/done.tsx";
import { Goods } from "../goods/goods.tsx";
import { type AddGoods, useAddGoods } from "../goods/use-add-goods.ts";
import { ParkDialog } from "../parked/park-dialog.tsx";
import { ParkedDrawer } from "../parked/parked-drawer.tsx";
import { Pay } from "../payment/pay.tsx";
import { QuoteDialog } from "../quotes/quote-dialog.tsx";
import { ResumedDialog } from "../sales/resumed-dialog.tsx";
import { SalesDrawer } from "../sales/sales-drawer.tsx";
import { GiftCardDialog, SoldCardDialog } from "../stored-value/gift-card-dialog.tsx";
import { ScannedCardContext, useScannedCard } from "../stored-value/scanned-card.tsx";
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { type Shortcuts, useShortcuts } from "../use-shortcuts.ts";
import { Header } from "./header.tsx";
import { NoticeBanner } from "./notice.tsx";
import { type CounterPage, type Dialog, useCounterPage } from "./use-counter-page.ts";
import { useScans } from "./use-scans.ts";

/** Loaded when they open: they need the server. */
const AccountDialog = dynamic(() => import("../account/account-dialog.tsx").then((module) => module.AccountDialog), {
  ssr: false,
});
const UnlinkedDialog = dynamic(() => import("../sales/unlinked-dialog.tsx").then((module) => module.UnlinkedDialog), {
  ssr: false,
});
const LayawayDialog = dynamic(() => import("../layaway/layaway-dialog.tsx").then((module) => module.LayawayDialog), {
  ssr: false,
});

/**
 * What an operator works at all day: goods on one side, the cart on the other; then paying; then the receipt. A scan renders
 * the cart and nothing else: the other parts get properties that stay the same.
 */
export const Counter = memo(function CounterOfOperator() {
  const { t } = useI18n();
  const { device, state } = useCounter("isSelling");
  const goods = useAddGoods();
  const { chosen, select } = goods;
  const page = useCounterPage();
  const { mode, dialog, side, open, next, setSide } = page;
  const { isSelling } = state;
  const shortcuts: Shortcuts = {
    // While it is being paid, these choose the method.
    ...(mode === "pay"
      ? {}
      : {
          F1: () => open("coupon"),
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
  useShortcuts(shortcuts, dialog === undefined && goods.weighing === undefined && !isSelling);
  const { scan, scanned } = useScannedCard();
  const scans = useScans(page, goods, shortcuts, scan);
  const parkFirst = useCallback(() => open("park"), [open]);
  const showGoods = useCallback(() => setSide("goods"), [setSide]);
  const showCart = useCallback(() => setSide("cart"), [setSide]);

  return (
    <ScannedCardContext value={scanned}>
      <div className={`${classes.counter} screen-only`} data-side={side} data-mode={mode}>
        <Header onOpen={open} isSelling={mode === "sell"} />
        <NoticeBanner {...scans} />
        <main className={classes.main}>
          <DoneBehind isPaying={mode === "pay"} onNext={next} />
          {mode === "pay" && <Pay onBack={page.leavePay} />}
          {/* Goods stay as they are for the next customer, who would wait for every tile. */}
          <Activity mode={mode === "sell" ? "visible" : "hidden"}>
            <ToSell goods={goods} />
          </Activity>
        </main>
        <aside className={classes.side} aria-label={t("terminal.cart.title")}>
          <CartPanel
            chosen={chosen}
            onSelect={select}
            isReadOnly={mode !== "sell" || isSelling}
            onOpen={open}
            onPay={page.pay}
            onBack={showGoods}
          />
        </aside>
        {mode === "sell" && <ToCart onOpen={showCart} />}
        <CartDialogs dialog={dialog} chosen={chosen} onSelect={select} onClose={page.close} />
        <SalesDrawer isOpen={dialog === "sales"} sought={page.sought} onClose={page.close} />
        <ParkedDrawer isOpen={dialog === "parked"} onClose={page.close} onPark={parkFirst} />
        {dialog === "account" && <AccountDialog isOpen onClose={page.close} />}
        <ResumedDialog />
        <Weighing weighing={goods.weighing} weighed={goods.weighed} notWeighed={goods.notWeighed} />
      </div>
    </ScannedCardContext>
  );
});

/** Of what was touched or scanned and has to be weighed. */
const Weighing = memo(function WeighingOfGoods({
  weighing,
  weighed,
  notWeighed,
}: Pick<AddGoods, "weighing" | "weighed" | "notWeighed">) {
  if (weighing === undefined) return null;
  return <WeighDialog article={weighing.variant} onWeighed={weighed} onClose={notWeighed} />;
});

/** With what was added, for operators who do not see it. */
function ToSell({ goods }: { readonly goods: AddGoods }) {
  const { browsing, field, setText, add, enter, problem, added } = goods;
  return (
    <>
      <span className={classes.announced} aria-live="polite">
        {added}
      </span>
      <Goods {...{ browsing, field, setText, add, enter }} isProblem={problem !== undefined} />
    </>
  );
}

/** On a phone, where there is no room for the cart beside the goods. */
const ToCart = memo(function ToCartOnPhone({ onOpen }: { readonly onOpen: () => void }) {
  const { t, format } = useI18n();
  const { state, settings } = useCounter("cart");
  const priced = usePrice();
  const { cart } = state;
  const isBlank = cart.lines.length === 0;
  return (
    <button type="button" className={classes.toCart} data-empty={isBlank} onClick={onOpen}>
      <span>{isBlank ? t("counter.cart.empty") : t("counter.cart.items", { count: itemCount(cart) })}</span>
      <strong className="figures">
        {format.money({ amount: priced?.sale.total ?? 0, currency: settings.currency })}
      </strong>
    </button>
  );
});

interface CartDialogsProps {
  readonly dialog: Dialog | undefined;
  readonly chosen: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onClose: CounterPage["close"];
}

function CartDialogs({ dialog, chosen, onSelect, onClose }: CartDialogsProps) {
  if (dialog === undefined || dialog === "sales" || dialog === "parked" || dialog === "account") return null;
  return (
    <>
      {dialog === "line" && <LineDialog chosen={chosen} onClose={onClose} />}
      {dialog === "line" && <SoldCardDialog chosen={chosen} onClose={onClose} />}
      <GiftCardDialog isOpen={dialog === "card"} onAdded={onSelect} onClose={onClose} />
      <OpenLineDialog isOpen={dialog === "open"} onAdded={onSelect} onClose={onClose} />
      <DiscountDialog isOpen={dialog === "discount"} onClose={onClose} />
      <CouponDialog isOpen={dialog === "coupon"} onClose={onClose} />
      <CustomerDialog isOpen={dialog === "customer"} onClose={onClose} />
      <ParkDialog isOpen={dialog === "park"} onClose={onClose} />
      {dialog === "unlinked" && <UnlinkedDialog onClose={onClose} />}
      {dialog === "layaway" && <LayawayDialog onClose={onClose} />}
      <QuoteDialog isOpen={dialog === "quote"} onClose={onClose} />
      <NoteDialog isOpen={dialog === "note"} onClose={onClose} />
    </>
  );
}
