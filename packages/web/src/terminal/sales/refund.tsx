"use client";

import { Alert, Button, Stack, Text, TextInput } from "@mantine/core";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import { newId, now } from "@pos/web/clock.ts";
import type { RefundSaleInput } from "@pos/web/graphql/generated/graphql.ts";
import { RefundAtTerminalDocument, SaleToRefundDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { askFor } from "../ask.ts";
import { quantityOf } from "../cart/cart.ts";
import type { Row } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { leftOf, paymentsBack, type SoldSale, type WantedLine } from "./refund-rule.ts";
import classes from "./sales.module.css";

/** Goods of a sale come back, and their money goes the way it came. Needs the server: it guards what is left of a sale. */
export function Refund({ row, onBack }: { readonly row: Row; readonly onBack: () => void }) {
  const i18n = useI18n();
  const { t, format, code } = i18n;
  const { device, operator, settings } = useCounter();
  const [sale, setSale] = useState<SoldSale>();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [refunded, setRefunded] = useState<number | undefined>(undefined);
  // Sent again after a lost answer, it is the same refund.
  const sent = useRef<{ readonly content: string; readonly input: RefundSaleInput } | undefined>(undefined);
  useEffect(() => {
    void askFor(device.ask, SaleToRefundDocument, { id: row.id }, operator.token).then((answer) => {
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
  const back = sale === undefined || isWrong ? [] : paymentsBack(sale, wanted, settings);

  const inputOf = (): RefundSaleInput => ({
    ...{ id: newId("ref"), occurredAt: now(), saleId: row.id, lines: wanted },
    payments: back.map((payment) => ({ ...payment, id: newId("pay") })),
    ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || isWrong || wanted.length === 0) return;
    setBusy(true);
    const content = JSON.stringify({ wanted, reason: reason.trim() });
    if (sent.current?.content !== content) sent.current = { content, input: inputOf() };
    const { input } = sent.current;
    const answer = await askFor(device.ask, RefundAtTerminalDocument, { input }, operator.token);
    setBusy(false);
    if ("failure" in answer) return setProblem(t("error.network"));
    const { refund, userErrors } = answer.data.refundSale;
    if (refund) return setRefunded(-refund.total.amount);
    sent.current = undefined;
    setProblem(userErrors.map((refusal) => i18n.refusal(refusal)).join(" "));
  };

  if (refunded !== undefined)
    return (
      <Stack gap="md">
        <Alert color="pine" title={t("terminal.refund.done")}>
          {back.map(({ method, amount }) => `${code("method", method)} ${money(amount)}`).join(" · ")}
        </Alert>
        <Button size="lg" onClick={onBack} data-autofocus>
          {t("common.back")}
        </Button>
      </Stack>
    );
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text>{t("terminal.refund.lead", { number: row.receipt.receiptNumber })}</Text>
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
              <TextInput
                aria-label={t("terminal.refund.quantity", { name: line.description })}
                size="md"
                inputMode="decimal"
                placeholder="0"
                disabled={leftOf(sale, index + 1) === "0"}
                value={typed[index + 1] ?? ""}
                onChange={(event) => setTyped({ ...typed, [index + 1]: event.currentTarget.value })}
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
