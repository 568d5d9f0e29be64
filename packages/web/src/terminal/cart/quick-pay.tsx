"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCash, IconCreditCard } from "@tabler/icons-react";
import { memo } from "react";
import { digitsOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { usePayments } from "../use-payments.ts";
import classes from "./cart.module.css";
import { quickTenders } from "./tender.ts";

const NOTES_SHOWN = 2;

/** The usual ways to pay, each with one tap: the exact amount in cash, the next notes, or the whole sum by card. */
export const QuickPay = memo(function QuickPayOfCart({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t, format, code } = useI18n();
  const { settings, state } = useCounter("isSelling");
  const { due, take } = usePayments();
  const { currency } = settings;
  const money = (amount: number) => format.money({ amount, currency });
  const cash = (tendered: number) => () => take({ method: "CASH", amount: due.cash, tendered });
  const isOff = isDisabled || state.isSelling;
  return (
    <fieldset className={classes.quick} aria-label={t("counter.quick.title")}>
      <Quick
        isDisabled={isOff}
        label={t("counter.quick.exactOf", { amount: money(due.cash) })}
        onClick={cash(due.cash)}
      >
        <IconCash size={18} aria-hidden="true" />
        {t("counter.quick.exact")}
      </Quick>
      {quickTenders(due.cash, currency, digitsOf(settings))
        .slice(0, NOTES_SHOWN)
        .map((tender) => (
          <Quick
            key={tender}
            isDisabled={isOff}
            label={t("counter.quick.note", { amount: money(tender) })}
            onClick={cash(tender)}
          >
            <span className="figures">{format.moneyShort({ amount: tender, currency })}</span>
          </Quick>
        ))}
      <Quick
        isDisabled={isOff}
        label={t("counter.quick.cardOf", { method: code("method", "CARD"), amount: money(due.exact) })}
        onClick={() => take({ method: "CARD", amount: due.exact })}
      >
        <IconCreditCard size={18} aria-hidden="true" />
        {code("method", "CARD")}
      </Quick>
    </fieldset>
  );
});

/** A plain element: there are four, and their amounts change with every scan. */
function Quick({
  label,
  isDisabled,
  onClick,
  children,
}: {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" className={classes.quickButton} aria-label={label} disabled={isDisabled} onClick={onClick}>
      {children}
    </button>
  );
}
