"use client";

import { ActionIcon, Alert, Button, Group, Kbd, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowBackUp, IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import classes from "./cart.module.css";
import { LineRow } from "./line-row.tsx";
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

/** What the server would refuse about the discounts of a cart. */
const DISCOUNT_PROBLEMS = ["DISCOUNT_TOO_LARGE", "DISCOUNT_NOT_ALLOWED"];

export function CartPanel({ selected, onSelect, isReadOnly, onOpen, onPay, onBack }: CartPanelProps) {
  const { t, format, refusal: describe } = useI18n();
  const { device, state, settings } = useCounter();
  const { cart, before, refusals } = state;
  const priced = usePrice();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is selected, or a line was added.
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected, cart.lines.length]);
  const tooMuch = DISCOUNT_PROBLEMS.find((code) => priced?.problems.includes(code) === true);
  const isUnpriced = cart.lines.length > 0 && priced === undefined;

  return (
    <section className={classes.panel}>
      <Group justify="space-between" wrap="nowrap" className={classes.top}>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            className={classes.back}
            variant="subtle"
            color="gray"
            size={44}
            onClick={onBack}
            aria-label={t("terminal.cart.back")}
          >
            <IconArrowLeft size={22} />
          </ActionIcon>
          <Text component="h2" fw={650} size="lg">
            {t("terminal.cart.title")}
          </Text>
        </Group>
        <Button
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
          disabled={before === undefined || isReadOnly}
          onClick={() => device.undo()}
        >
          {t("common.undo")}
        </Button>
      </Group>
      <div aria-live="assertive" className={classes.live}>
        {refusals.length > 0 && (
          <Alert color="red" variant="light" p="sm" title={t("terminal.refused.title")}>
            {refusals.map((refusal) => (
              <Text size="sm" key={refusal.code + refusal.path.join(".")}>
                {describe(refusal)}
              </Text>
            ))}
          </Alert>
        )}
      </div>
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
      {(cart.customer !== undefined || cart.note !== undefined) && (
        <div className={classes.facts}>
          {cart.customer !== undefined && (
            <Text size="sm" truncate>
              {t("terminal.cart.customerIs", { name: cart.customer.name })}
            </Text>
          )}
          {cart.note !== undefined && (
            <Text size="sm" truncate c="dimmed">
              {cart.note}
            </Text>
          )}
        </div>
      )}
      <Extras isReadOnly={isReadOnly} isEmpty={cart.lines.length === 0} onOpen={onOpen} />
      <Totals sale={priced?.sale} cart={cart} settings={settings} />
      <CartProblem code={tooMuch} isUnpriced={isUnpriced} />
      <Button
        size="xl"
        fullWidth
        className={classes.pay}
        disabled={isReadOnly || priced === undefined || tooMuch !== undefined}
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

/** What a cart takes beside goods from the catalogue. */
function Extras({
  isReadOnly,
  isEmpty,
  onOpen,
}: Pick<CartPanelProps, "isReadOnly" | "onOpen"> & { readonly isEmpty: boolean }) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  const extra = (name: CartDialogName, label: string, shortcut: string, isDisabled = isReadOnly) => (
    <Extra label={label} shortcut={shortcut} isDisabled={isDisabled} onClick={() => onOpen(name)} />
  );
  return (
    <div className={classes.extras}>
      {extra("discount", t("terminal.discount.title"), "F3", isReadOnly || isEmpty)}
      {isPermitted("customer:read") && extra("customer", t("terminal.customer.title"), "F4")}
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
      classNames={{ inner: classes.extraInner, section: classes.extraKey }}
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

/** Why a cart cannot be paid. */
function CartProblem({ code, isUnpriced }: { readonly code: string | undefined; readonly isUnpriced: boolean }) {
  const { t, refusal } = useI18n();
  const { operator } = useCounter();
  if (code === undefined && !isUnpriced) return null;
  const limit = code === "DISCOUNT_NOT_ALLOWED" ? { limitPercent: operator.discountPercentMax } : {};
  return (
    <Text size="sm" c="red" role="alert">
      {code === undefined ? t("terminal.cart.unpriced") : refusal({ code, ...limit })}
    </Text>
  );
}
