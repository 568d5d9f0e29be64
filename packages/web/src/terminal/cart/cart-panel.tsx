"use client";

import { ActionIcon, Button, Group, Kbd, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconX } from "@tabler/icons-react";
import { memo, useEffect, useRef } from "react";
import { Refusals } from "../refusals.tsx";
import { promotionsOf } from "../settings.ts";
import { useCounter, useDeviceActions, useDeviceValue, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";
import { dueNow, priceNow, usePrice } from "../use-price.ts";
import classes from "./cart.module.css";
import { isEmpty, itemCount, selectedIn, sellsCard, withCustomer, withoutOwnPrices } from "./cart.ts";
import { Coupons } from "./coupons.tsx";
import { ExchangedGoods } from "./exchanged-goods.tsx";
import { amountsOf, LineRow } from "./line-row.tsx";
import { MoreMenu } from "./more-menu.tsx";
import type { PricedCart } from "./price.ts";
import { QuickPay } from "./quick-pay.tsx";
import { Totals } from "./totals.tsx";

/** The dialogs that change a cart. */
export type CartDialogName =
  | "line"
  | "open"
  | "card"
  | "discount"
  | "coupon"
  | "customer"
  | "note"
  | "park"
  | "quote"
  | "layaway"
  | "unlinked";

export interface CartPanelProps {
  /** The line that was chosen last; it may be gone. */
  readonly chosen: string | undefined;
  readonly onSelect: (key: string) => void;
  /** It is being paid, or has been. */
  readonly isReadOnly: boolean;
  readonly onOpen: (dialog: CartDialogName) => void;
  readonly onPay: () => void;
  readonly onBack: () => void;
}

const PROBLEMS = [
  ...["DISCOUNT_TOO_LARGE", "DISCOUNT_NOT_ALLOWED", "PRICE_NOT_ALLOWED", "PRICE_REASON_MISSING"],
  ...["COUPON_UNKNOWN", "COUPON_EXPIRED"],
];

/** What the server would refuse about a cart, as far as it is known here: no money is taken for it. */
export function problemOf(priced: PricedCart | undefined): string | undefined {
  return PROBLEMS.find((code) => priced?.problems.includes(code) === true);
}

export const CartPanel = memo(function PanelOfCart({
  chosen,
  onSelect,
  isReadOnly,
  onOpen,
  onPay,
  onBack,
}: CartPanelProps) {
  const { t } = useI18n();
  const { settings } = useCounter("settings");
  const isBlank = useDeviceValue(({ cart }) => cart.lines.length === 0);
  const code = useDeviceValue((state) => problemOf(priceNow(state)));
  const isUnpriced = useDeviceValue((state) => state.cart.lines.length > 0 && priceNow(state) === undefined);
  const isExchange = useDeviceValue(({ cart }) => cart.exchange !== undefined);
  const isQuote = useDeviceValue(({ cart }) => cart.quote !== undefined);
  const isAway = useOffline() && isQuote;
  const isPayable = !isReadOnly && !isBlank && !isUnpriced && !isAway && code === undefined;
  return (
    <section className={classes.panel}>
      <CartHeader isReadOnly={isReadOnly} onBack={onBack} />
      {!isReadOnly && <Refusals />}
      <Lines chosen={chosen} isReadOnly={isReadOnly} onSelect={onSelect} onOpen={onOpen} />
      <Facts isReadOnly={isReadOnly} />
      <Extras isReadOnly={isReadOnly} isEmpty={!isReadOnly && isBlank} onOpen={onOpen} />
      <Totals settings={settings} />
      <CartProblem code={code} isUnpriced={isUnpriced} />
      {isAway && (
        <Text size="sm" c="red" role="alert">
          {t("quotes.soldOnline")}
        </Text>
      )}
      <QuickPay isDisabled={!isPayable || isExchange} />
      <PayButton isPayable={isPayable} onPay={onPay} />
    </section>
  );
});

function Lines({ chosen, isReadOnly, onSelect, onOpen }: Omit<CartPanelProps, "onPay" | "onBack">) {
  const { t } = useI18n();
  const { cart } = useCounter("cart").state;
  const priced = usePrice();
  const selected = selectedIn(cart, chosen);
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is selected, or a line was added.
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected, cart.lines.length]);
  return (
    <ul className={classes.lines} ref={list} aria-label={t("terminal.cart.title")}>
      {cart.lines.length === 0 && (
        <li className={classes.empty}>
          <Text c="dimmed">{t("terminal.cart.empty")}</Text>
        </li>
      )}
      {cart.lines.map((line, index) => (
        <LineRow
          key={line.key}
          line={line}
          {...amountsOf(priced?.sale.lines[index])}
          isSelected={line.key === selected && !isReadOnly}
          isReadOnly={isReadOnly}
          onSelect={onSelect}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

/** Its own frame is rendered only when it can be pressed or not: the amount changes with every scan. */
const PayButton = memo(function ButtonToPay({
  isPayable,
  onPay,
}: Pick<CartPanelProps, "onPay"> & { readonly isPayable: boolean }) {
  return (
    <Button
      size="xl"
      fullWidth
      className={classes.pay}
      disabled={!isPayable}
      onClick={onPay}
      rightSection={<Kbd className={classes.onButton}>F9</Kbd>}
      aria-keyshortcuts="F9"
    >
      <PayAmount />
    </Button>
  );
});

function PayAmount() {
  const { t, format } = useI18n();
  const { state, settings } = useCounter("isSelling");
  const amount = useDeviceValue(dueNow);
  const isExchange = useDeviceValue(({ cart }) => cart.exchange !== undefined);
  // Words and not a wheel that turns: every frame of it would take time from the sale.
  if (state.isSelling) return t("terminal.pay.recording");
  if (isExchange && amount === 0) return t("terminal.exchange.action");
  return t("terminal.pay.action", { amount: format.money({ amount, currency: settings.currency }) });
}

const ICON = { variant: "subtle", color: "gray", size: 44 } as const;

const CartHeader = memo(function HeaderOfCart({ isReadOnly, onBack }: Pick<CartPanelProps, "isReadOnly" | "onBack">) {
  const { t } = useI18n();
  return (
    <div className={classes.top}>
      <div className={classes.heading}>
        <ActionIcon {...ICON} className={classes.back} onClick={onBack} aria-label={t("terminal.cart.back")}>
          <IconArrowLeft size={22} />
        </ActionIcon>
        <h2 className={classes.name}>
          {t("terminal.cart.title")}
          <ItemCount />
        </h2>
      </div>
      <ChangeButtons isReadOnly={isReadOnly} />
    </div>
  );
});

function ItemCount() {
  const { t } = useI18n();
  const count = useDeviceValue(({ cart }) => itemCount(cart));
  if (count === 0) return null;
  return (
    <span className={classes.count} data-testid="item-count">
      {` · ${t("counter.cart.items", { count })}`}
    </span>
  );
}

function ChangeButtons({ isReadOnly }: Pick<CartPanelProps, "isReadOnly">) {
  const { t } = useI18n();
  const device = useDeviceActions();
  // While nothing may be changed they stay as they are: the receipt would wait for these buttons.
  const mayUndo = useDeviceValue(({ past }) => !isReadOnly && past.length > 0);
  const mayRedo = useDeviceValue(({ future }) => !isReadOnly && future.length > 0);
  const mayClear = useDeviceValue(({ cart }) => !isReadOnly && !isEmpty(cart));
  return (
    <div className={classes.changes}>
      <ActionIcon
        {...ICON}
        disabled={!mayUndo}
        onClick={device.undo}
        aria-label={t("common.undo")}
        aria-keyshortcuts="Control+Z"
      >
        <IconArrowBackUp size={22} />
      </ActionIcon>
      <ActionIcon
        {...ICON}
        className={classes.redo}
        disabled={!mayRedo}
        onClick={device.redo}
        aria-label={t("counter.cart.redo")}
        aria-keyshortcuts="Control+Y"
      >
        <IconArrowForwardUp size={22} />
      </ActionIcon>
      <Button variant="subtle" color="red" size="md" px={8} disabled={!mayClear} onClick={device.clearSale}>
        {t("counter.cart.clear")}
      </Button>
    </div>
  );
}

/** Whose the cart is, its coupons, and the note on its receipt. */
function Facts({ isReadOnly }: Pick<CartPanelProps, "isReadOnly">) {
  const { t, format } = useI18n();
  const { device, state, settings } = useCounter("cart");
  const money = (amount: number) => format.money({ amount, currency: settings.currency });
  const { customer, note, couponCodes, exchange, quote } = state.cart;
  if ([customer, note, couponCodes, exchange, quote].every((one) => one === undefined)) return null;
  return (
    <div className={classes.facts}>
      <ExchangedGoods isReadOnly={isReadOnly} />
      {quote !== undefined && (
        <Text size="sm" fw={550} data-testid="cart-quote">
          {t("quotes.pricesOf", { number: quote.number })}
          {quote.deposit !== undefined && ` · ${t("layaway.deposited", { amount: money(quote.deposit.amount) })}`}
        </Text>
      )}
      {customer !== undefined && (
        <div className={classes.customer}>
          <Text size="sm" fw={550} truncate>
            {t("terminal.cart.customerIs", { name: customer.name })}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            disabled={isReadOnly}
            aria-label={t("terminal.customer.remove")}
            onClick={() => device.changeCart(withCustomer(device.state().cart, undefined))}
          >
            <IconX size={18} />
          </ActionIcon>
        </div>
      )}
      <Coupons isReadOnly={isReadOnly} />
      {note !== undefined && (
        <Text size="sm" truncate c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}

/** What a cart takes beside goods from the catalogue. */
const Extras = memo(function ExtrasOfCart({
  isReadOnly,
  isEmpty: isBlank,
  onOpen,
}: Pick<CartPanelProps, "isReadOnly" | "onOpen"> & { readonly isEmpty: boolean }) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  const hasCoupons = useDeviceValue(
    ({ settings }) => settings !== undefined && promotionsOf(settings).byCoupon.size > 0,
  );
  // A parked sale would contain the code of its card.
  const isCardSold = useDeviceValue(({ cart }) => sellsCard(cart));
  // What comes back is at this counter.
  const isExchange = useDeviceValue(({ cart }) => cart.exchange !== undefined);
  const isNotKept = isReadOnly || isBlank || isExchange || isCardSold;
  const keep = [
    ...(isPermitted("sale:quote") ? [{ label: t("quotes.action"), onClick: () => onOpen("quote") }] : []),
    ...(isPermitted("sale:quote") && isPermitted("customer-payment:create")
      ? [{ label: t("layaway.action"), onClick: () => onOpen("layaway") }]
      : []),
    { label: t("terminal.unlinked.action"), onClick: () => onOpen("unlinked") },
  ];
  const extra = (name: CartDialogName, label: string, shortcut?: string, isDisabled = isReadOnly) => (
    <Extra label={label} {...(shortcut ? { shortcut } : {})} isDisabled={isDisabled} onClick={() => onOpen(name)} />
  );
  return (
    <div className={classes.extras}>
      {extra("discount", t("terminal.discount.title"), "F3", isReadOnly || isBlank)}
      {hasCoupons && extra("coupon", t("coupon.title"), "F1", isReadOnly || isBlank)}
      {isPermitted("customer:serve") && extra("customer", t("terminal.customer.title"), "F4")}
      {extra("note", t("terminal.note.title"), "F6")}
      {extra("open", t("terminal.open.title"), "F8")}
      {extra("card", t("method.GIFT_CARD"))}
      {isPermitted("sale:park") && extra("park", t("terminal.park.action"), undefined, isNotKept)}
      <MoreMenu acts={keep} isDisabled={isNotKept} />
    </div>
  );
});

function Extra({
  label,
  shortcut,
  isDisabled,
  onClick,
}: {
  readonly label: string;
  readonly shortcut?: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Button
      variant="default"
      size="md"
      className={classes.extra}
      classNames={{ inner: classes.extraInner, label: classes.extraLabel, section: classes.extraKey }}
      rightSection={
        shortcut && (
          <Kbd size="xs" visibleFrom="sm">
            {shortcut}
          </Kbd>
        )
      }
      disabled={isDisabled}
      onClick={onClick}
      {...(shortcut ? { "aria-keyshortcuts": shortcut } : {})}
    >
      {label}
    </Button>
  );
}

/** Why a cart cannot be paid, and what to do about it. */
function CartProblem({ code, isUnpriced }: { readonly code: string | undefined; readonly isUnpriced: boolean }) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter("operator");
  if (code === undefined && !isUnpriced) return null;
  const limit = code === "DISCOUNT_NOT_ALLOWED" ? { limitPercent: operator.discountPercentMax } : {};
  const isPrice = code === "PRICE_NOT_ALLOWED" || code === "PRICE_REASON_MISSING";
  return (
    <Group justify="space-between" gap={8} role="alert">
      <Text size="sm" c="red" flex={1}>
        {code === "PRICE_NOT_ALLOWED"
          ? t("counter.price.notAllowed")
          : code === undefined
            ? t("terminal.cart.unpriced")
            : refusal({ code, ...limit })}
      </Text>
      {isPrice && (
        <Button
          variant="default"
          size="md"
          mih={44}
          onClick={() => device.changeCart(withoutOwnPrices(device.state().cart))}
        >
          {t("counter.price.reset")}
        </Button>
      )}
    </Group>
  );
}
