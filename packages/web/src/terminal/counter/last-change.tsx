"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";

/** The change of the sale before, for the customer who asks and the cashier who was too quick; until the next payment. */
export function LastChange() {
  const { t, format } = useI18n();
  const { last } = useCounter("last").state;
  if (last === undefined || last.changeDue === 0) return null;
  const { changeDue, currency, receiptNumber } = last;
  return (
    <span className={classes.lastChange} data-testid="last-change">
      {t("counter.lastChange", { amount: format.money({ amount: changeDue, currency }), number: receiptNumber })}
    </span>
  );
}
