"use client";

import { ActionIcon, Alert, Button, Kbd, Text } from "@mantine/core";
import type { Payment, PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { newId } from "@pos/web/clock.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { useShortcuts } from "../use-shortcuts.ts";
import classes from "./pay.module.css";
import { TakePayment } from "./take-payment.tsx";
import { isPaid, stillDue } from "./tender.ts";

const METHODS = [
  { method: "CASH", shortcut: "F2" },
  { method: "CARD", shortcut: "F3" },
  { method: "QR_CODE", shortcut: "F4" },
  { method: "OTHER", shortcut: "F6" },
] as const;

/** Money comes in, by one method or several; the sale is made with what completes it. */
export function Pay({ onBack }: { readonly onBack: () => void }) {
  const { t, format, code } = useI18n();
  const { device, state, settings } = useCounter();
  const { currency, cashStep } = settings;
  const [payments, setPayments] = useState<readonly Payment[]>([]);
  const [method, setMethod] = useState<PaymentMethod>("CASH");
  const total = usePrice()?.sale.total ?? 0;
  const due = stillDue(total, payments, cashStep);
  const money = (amount: number) => format.money({ amount, currency });
  useShortcuts(Object.fromEntries(METHODS.map((one) => [one.shortcut, () => setMethod(one.method)])), !state.isSelling);
  const finish = async (taken: readonly Payment[]) => {
    await device.sell(taken);
    // Refused: the reason is shown beside the cart, which has to be changed first.
    if (device.state().refusals.length > 0) onBack();
  };
  const take = (payment: Omit<Payment, "id">) => {
    const taken = [...payments, { id: newId("pay"), ...payment }];
    setPayments(taken);
    if (isPaid(total, taken, cashStep)) void finish(taken);
  };
  const isStuck = payments.length > 0 && isPaid(total, payments, cashStep);
  return (
    <section className={classes.pay} aria-label={t("terminal.pay.title")}>
      <div className={classes.top}>
        <Button
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
          onClick={onBack}
          disabled={state.isSelling}
          rightSection={<Kbd visibleFrom="sm">Esc</Kbd>}
        >
          {t("terminal.pay.back")}
        </Button>
      </div>
      <div className={classes.due} role="status">
        <Text c="dimmed">{t(payments.length === 0 ? "terminal.pay.due" : "terminal.pay.rest")}</Text>
        <Text fz={44} fw={700} lh={1} className="figures" data-testid="due">
          {money(method === "CASH" ? due.cash : due.exact)}
        </Text>
      </div>
      {payments.length > 0 && (
        <ul className={classes.taken}>
          {payments.map((payment) => (
            <li key={payment.id}>
              <Text>{code("method", payment.method)}</Text>
              <Text fw={600} className="figures" ml="auto">
                {money(payment.amount)}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={44}
                disabled={state.isSelling}
                aria-label={t("terminal.pay.remove", { method: code("method", payment.method) })}
                onClick={() => setPayments(payments.filter(({ id }) => id !== payment.id))}
              >
                <IconX size={20} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.methods} role="radiogroup" aria-label={t("terminal.pay.method")}>
        {METHODS.map((one) => (
          <Button
            key={one.method}
            role="radio"
            aria-checked={method === one.method}
            aria-keyshortcuts={one.shortcut}
            variant={method === one.method ? "filled" : "default"}
            size="lg"
            className={classes.method}
            disabled={state.isSelling}
            onClick={() => setMethod(one.method)}
          >
            {code("method", one.method)}
            <span className={classes.shortcut}>{one.shortcut}</span>
          </Button>
        ))}
      </div>
      {state.isSelling ? (
        <Alert variant="light" role="status">
          {t("terminal.pay.recording")}
        </Alert>
      ) : isStuck ? (
        <Button size="xl" onClick={() => void finish(payments)}>
          {t("terminal.pay.finish")}
        </Button>
      ) : (
        <TakePayment
          key={`${method}:${payments.length}`}
          method={method}
          due={method === "CASH" ? due.cash : due.exact}
          onTake={take}
        />
      )}
    </section>
  );
}
