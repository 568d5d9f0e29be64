"use client";

import { ActionIcon, Button, Group, Kbd, Text } from "@mantine/core";
import { parseQuantity, QUANTITY_PLACES } from "@pos/core/base/quantity.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconTrash, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Refusals } from "../refusals.tsx";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import classes from "./cart.module.css";
import { type Cart, isEmpty, withCustomer, withoutOwnPrices } from "./cart.ts";
import { LineRow } from "./line-row.tsx";
import type { PricedCart } from "./price.ts";
import { QuickPay } from "./quick-pay.tsx";
import { Totals } from "./totals.tsx";

/** The dialogs that change a cart. */
export type CartDialogName = "line" | "open" | "discount" | "customer" | "note";

export interface CartPanelProps {
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  /** It is being paid, or has been. */
  readonly isReadOnly: boolean;
  readonly onOpen: (dialog: CartDialogName) => void;
  readonly onPay: () => void;
  readonly onBack: () => void;
}

const PROBLEMS = ["DISCOUNT_TOO_LARGE", "DISCOUNT_NOT_ALLOWED", "PRICE_NOT_ALLOWED"];

/** What the server would refuse about a cart, as far as it is known here: no money is taken for it. */
export function problemOf(priced: PricedCart | undefined): string | undefined {
  return PROBLEMS.find((code) => priced?.problems.includes(code) === true);
}

export function CartPanel({ selected, onSelect, isReadOnly, onOpen, onPay, onBack }: CartPanelProps) {
  const { t, format } = useI18n();
  const { state, settings } = useCounter();
  const { cart } = state;
  const priced = usePrice();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is selected, or a line was added.
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected, cart.lines.length]);
  const problem = problemOf(priced);
  const isUnpriced = cart.lines.length > 0 && priced === undefined;
  const isPayable = !isReadOnly && priced !== undefined && problem === undefined;
  return (
    <section className={classes.panel}>
      <CartHeader isReadOnly={isReadOnly} onBack={onBack} />
      {!isReadOnly && <Refusals />}
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
            priced={priced?.sale.lines[index]}
            isSelected={line.key === selected && !isReadOnly}
            isReadOnly={isReadOnly}
            onSelect={() => onSelect(line.key)}
            onOpen={() => {
              onSelect(line.key);
              onOpen("line");
            }}
          />
        ))}
      </ul>
      <Facts isReadOnly={isReadOnly} />
      <Extras isReadOnly={isReadOnly} isEmpty={cart.lines.length === 0} onOpen={onOpen} />
      <Totals sale={priced?.sale} cart={cart} settings={settings} />
      <CartProblem code={problem} isUnpriced={isUnpriced} />
      <QuickPay isDisabled={!isPayable} />
      <Button
        size="xl"
        fullWidth
        className={classes.pay}
        disabled={!isPayable}
        loading={state.isSelling}
        onClick={onPay}
        rightSection={<Kbd className={classes.onButton}>F9</Kbd>}
        aria-keyshortcuts="F9"
      >
        {t("terminal.pay.action", {
          amount: format.money({ amount: priced?.sale.total ?? 0, currency: settings.currency }),
        })}
      </Button>
    </section>
  );
}

/** How much is in the cart, as people count it: what is weighed counts as one. */
export function itemCount({ lines }: Cart): number {
  return lines.reduce((sum, { quantity }) => {
    const whole = (parseQuantity(quantity) ?? 0) / 10 ** QUANTITY_PLACES;
    return sum + (Number.isInteger(whole) ? whole : 1);
  }, 0);
}

function CartHeader({ isReadOnly, onBack }: Pick<CartPanelProps, "isReadOnly" | "onBack">) {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const { cart, past, future } = state;
  const count = itemCount(cart);
  const icon = { variant: "subtle", color: "gray", size: 44 } as const;
  return (
    <Group justify="space-between" wrap="nowrap" className={classes.top}>
      <Group gap={4} wrap="nowrap" miw={0}>
        <ActionIcon {...icon} className={classes.back} onClick={onBack} aria-label={t("terminal.cart.back")}>
          <IconArrowLeft size={22} />
        </ActionIcon>
        <Text component="h2" fw={650} size="lg" truncate>
          {t("terminal.cart.title")}
          {count > 0 && (
            <Text span c="dimmed" fw={500} data-testid="item-count">
              {` · ${t("counter.cart.items", { count })}`}
            </Text>
          )}
        </Text>
      </Group>
      <Group gap={0} wrap="nowrap">
        <ActionIcon
          {...icon}
          disabled={past.length === 0 || isReadOnly}
          onClick={device.undo}
          aria-label={t("common.undo")}
          aria-keyshortcuts="Control+Z"
        >
          <IconArrowBackUp size={22} />
        </ActionIcon>
        <ActionIcon
          {...icon}
          className={classes.redo}
          disabled={future.length === 0 || isReadOnly}
          onClick={device.redo}
          aria-label={t("counter.cart.redo")}
          aria-keyshortcuts="Control+Y"
        >
          <IconArrowForwardUp size={22} />
        </ActionIcon>
        <Button
          variant="subtle"
          color="red"
          size="md"
          px={8}
          className={classes.clear}
          leftSection={<IconTrash size={18} aria-hidden="true" />}
          disabled={isEmpty(cart) || isReadOnly}
          onClick={device.clearSale}
        >
          {t("counter.cart.clear")}
        </Button>
      </Group>
    </Group>
  );
}

/** Whose the cart is, and the note on its receipt. */
function Facts({ isReadOnly }: Pick<CartPanelProps, "isReadOnly">) {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const { customer, note } = state.cart;
  if (customer === undefined && note === undefined) return null;
  return (
    <div className={classes.facts}>
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
      {note !== undefined && (
        <Text size="sm" truncate c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}

/** What a cart takes beside goods from the catalogue. */
function Extras({
  isReadOnly,
  isEmpty: isBlank,
  onOpen,
}: Pick<CartPanelProps, "isReadOnly" | "onOpen"> & { readonly isEmpty: boolean }) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  const extra = (name: CartDialogName, label: string, shortcut: string, isDisabled = isReadOnly) => (
    <Extra label={label} shortcut={shortcut} isDisabled={isDisabled} onClick={() => onOpen(name)} />
  );
  return (
    <div className={classes.extras}>
      {extra("discount", t("terminal.discount.title"), "F3", isReadOnly || isBlank)}
      {isPermitted("customer:serve") && extra("customer", t("terminal.customer.title"), "F4")}
      {extra("note", t("terminal.note.title"), "F6")}
      {extra("open", t("terminal.open.title"), "F8")}
    </div>
  );
}

function Extra({
  label,
  shortcut,
  isDisabled,
  onClick,
}: {
  readonly label: string;
  readonly shortcut: string;
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
        <Kbd size="xs" visibleFrom="sm">
          {shortcut}
        </Kbd>
      }
      disabled={isDisabled}
      onClick={onClick}
      aria-keyshortcuts={shortcut}
    >
      {label}
    </Button>
  );
}

/** Why a cart cannot be paid, and what to do about it. */
function CartProblem({ code, isUnpriced }: { readonly code: string | undefined; readonly isUnpriced: boolean }) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter();
  if (code === undefined && !isUnpriced) return null;
  const limit = code === "DISCOUNT_NOT_ALLOWED" ? { limitPercent: operator.discountPercentMax } : {};
  const isPrice = code === "PRICE_NOT_ALLOWED";
  return (
    <Group justify="space-between" gap={8} role="alert">
      <Text size="sm" c="red" flex={1}>
        {isPrice
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
