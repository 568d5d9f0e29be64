"use client";

import { Text } from "@mantine/core";
import { customerPaymentDocument } from "@pos/core/receipt/document.ts";
import type { CustomerPaymentSlip } from "@pos/core/receipt/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { useMemo } from "react";
import { useSentLater } from "../done/use-sent-later.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { PaymentRow } from "../outbox/row.ts";
import { papersOf } from "../settings.ts";
import { SettledAlert } from "../settled-alert.tsx";
import { useCounter } from "../use-device.tsx";

/** What became of what a customer paid or got back: whether the server has it, what is left to pay, and its paper. */
export function PaymentResult({ settled: first }: { readonly settled: Settled<PaymentRow> }) {
  const later = useSentLater(first.status === "refused" ? undefined : first);
  const settled = later ?? first;
  const { status, row } = settled;
  const isDone = status === "recorded" || status === "waiting";
  return (
    <>
      <div role="status" data-testid="payment-outcome" data-status={status}>
        <PaymentAlert settled={settled} />
      </div>
      {isDone && <PrintPayment slip={row.payment.slip} />}
    </>
  );
}

function PaymentAlert({ settled }: { readonly settled: Settled<PaymentRow> }) {
  const { t, format } = useI18n();
  const { customerName: name, total, owed, deposit, currency } = settled.row.payment.slip;
  const money = (amount: number) => format.money({ amount, currency });
  const amount = money(total);
  const left = money(owed);
  if (deposit === undefined)
    return (
      <SettledAlert settled={settled} done={t("terminal.account.done", { name, amount })}>
        <Text className="figures">{t("terminal.account.left", { amount: left })}</Text>
      </SettledAlert>
    );
  const { number, isGivenBack } = deposit;
  return (
    <SettledAlert settled={settled} done={t(isGivenBack ? "layaway.givenBack" : "layaway.done", { amount, number })}>
      {!isGivenBack && <Text className="figures">{t("layaway.left", { amount: left })}</Text>}
    </SettledAlert>
  );
}

export function PrintPayment({ slip }: { readonly slip: CustomerPaymentSlip }) {
  const { t } = useI18n();
  const { settings } = useCounter("settings");
  const document = useMemo(() => {
    const { shop, writing } = papersOf(settings);
    return customerPaymentDocument(slip, shop, writing);
  }, [slip, settings]);
  return <PrintButton document={document} label={t("terminal.account.print")} size="xl" fullWidth />;
}
