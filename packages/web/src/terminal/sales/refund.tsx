"use client";

import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import { newId, now } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { QUANTITY } from "@pos/web/components/typed-number.ts";
import { SaleToRefundDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { quantityOf } from "../cart/cart.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { RefundRow, SaleRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { newRefund } from "./new-refund.ts";
import { RefundResult } from "./refund-result.tsx";
import { leftOf, paymentsBack, type SoldSale, type WantedLine } from "./refund-rule.ts";
import classes from "./sales.module.css";

/**
 * Goods of a sale come back, and their money goes the way it came. What is left of the sale is asked of the server; the refund
 * itself is stored before it is sent, and made once whatever is lost on the way.
 */
export function Refund({ row, onBack }: { readonly row: SaleRow; readonly onBack: () => void }) {
  const { t, format } = useI18n();
  const { device, operator, settings } = useCounter();
  const [sale, setSale] = useState<SoldSale>();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [settled, setSettled] = useState<Settled<RefundRow>>();
  useEffect(() => {
    void requestDocument(device.client, SaleToRefundDocument, { id: row.id }, operator.token).then((answer) => {
      if ("failure" in answer || !answer.data.sale) setProblem(t("error.network"));
      else setSale(answer.data.sale);
    });
  }, [device, operator.token, row.id, t]);
  const money = (amount: number) => format.money({ amount, currency: settings.currency });

  const lines = Object.entries(typed).filter(([, text]) => text.trim() !== "" && text.trim() !== "0");
  const wanted = lines.flatMap(([line, text]): WantedLine[] => {
    const quantity = quantityOf(text);
    return quantity === undefined ? [] : [{ line: Number(line), quantity }];
  });
  const isWrong =
    wanted.length < lines.length ||
    (sale !== undefined &&
      wanted.some(({ line, quantity }) => (parseQuantity(quantity) ?? 0) > (parseQuantity(leftOf(sale, line)) ?? 0)));
  const back = sale === undefined || isWrong ? [] : paymentsBack(sale, wanted);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || isWrong || wanted.length === 0) return;
    setBusy(true);
    const refund = newRefund({
      ...{ id: newId("ref"), occurredAt: now(), operatorId: operator.operatorId, sale: row, lines: wanted },
      payments: back.map((payment) => ({ ...payment, id: newId("pay") })),
      reason: reason.trim(),
    });
    setSettled(await device.refund(refund));
    setBusy(false);
  };

  if (settled !== undefined && settled.status !== "refused")
    return (
      <Stack gap="md">
        <RefundResult settled={settled} />
        <Button size="lg" onClick={onBack} data-autofocus>
          {t("common.back")}
        </Button>
      </Stack>
    );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text>{t("terminal.refund.lead", { number: row.sale.receipt.receiptNumber })}</Text>
        <div>
          {sale?.lines.map((line, index) => (
            <div key={line.id} className={classes.back}>
              <div>
                <Text fw={550}>{line.description}</Text>
                <Text size="sm" c="dimmed">
                  {t("terminal.refund.left", {
                    left: format.decimal(leftOf(sale, index + 1)),
                    of: format.decimal(line.quantity),
                  })}
                </Text>
              </div>
              <NumberTextInput
                kind={QUANTITY}
                aria-label={t("terminal.refund.quantity", { name: line.description })}
                size="md"
                placeholder="0"
                disabled={leftOf(sale, index + 1) === "0"}
                value={typed[index + 1] ?? ""}
                onChange={(text) => setTyped({ ...typed, [index + 1]: text })}
              />
            </div>
          ))}
        </div>
        <TextInput
          label={t("terminal.refund.reason")}
          description={t("common.optional")}
          size="md"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {settled !== undefined && <RefundResult settled={settled} />}
        <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
        <Button type="submit" size="xl" loading={isBusy} disabled={wanted.length === 0 || isWrong}>
          {t("terminal.refund.action", { amount: money(back.reduce((sum, { amount }) => sum + amount, 0)) })}
        </Button>
        <Button variant="default" size="lg" onClick={onBack} disabled={isBusy}>
          {t("common.cancel")}
        </Button>
      </Stack>
    </form>
  );
}
