"use client";

import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { newId, now } from "@pos/web/clock.ts";
import { ALL_RESTOCKED, areWrittenOff, writeAllOff } from "@pos/web/components/written-off.ts";
import { SaleToRefundDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { withExchange } from "../cart/cart.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { RefundRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { newRefund } from "./new-refund.ts";
import { RefundLines } from "./refund-lines.tsx";
import { PrintSlip, RefundResult } from "./refund-result.tsx";
import { allOf, type Chosen, cartExchange, planAtTerminal, type RefundableSale, wantedLines } from "./refund-rule.ts";
import { RefundWayFields, useRefundWay } from "./refund-way.tsx";
import type { SoldSale } from "./sold-sale.ts";

/**
 * Goods of a sale come back, and their money goes the way it came. What is left of the sale is asked of the server; the refund
 * itself is stored before it is sent, and made once whatever is lost on the way.
 */
export function Refund({
  sale,
  onBack,
  onExchange,
}: {
  readonly sale: SoldSale;
  readonly onBack: () => void;
  readonly onExchange: () => void;
}) {
  const { t } = useI18n();
  const { refundable, problem } = useRefundable(sale.id);
  const [settled, setSettled] = useState<Settled<RefundRow> | undefined>(undefined);
  if (settled !== undefined && settled.status !== "refused")
    return (
      <Stack gap="md">
        <RefundResult settled={settled} />
        <PrintSlip slip={settled.row.refund.slip} />
        <Button size="xl" onClick={onBack} data-autofocus>
          {t("terminal.refund.close")}
        </Button>
      </Stack>
    );
  return (
    <Stack gap="md">
      <Text fw={600}>{t("terminal.refund.lead")}</Text>
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
      {refundable && <RefundForm sale={refundable} onSettled={setSettled} onExchange={onExchange} />}
      {settled !== undefined && <RefundResult settled={settled} />}
      <Button variant="default" size="lg" onClick={onBack}>
        {t("common.cancel")}
      </Button>
    </Stack>
  );
}

function useRefundable(id: string) {
  const { t } = useI18n();
  const { device, operator } = useCounter();
  const [refundable, setRefundable] = useState<RefundableSale | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { token } = operator;
  useEffect(() => {
    void requestDocument(device.client, SaleToRefundDocument, { id }, token).then((answer) => {
      if ("failure" in answer || !answer.data.sale) setProblem(t("terminal.refund.offline"));
      else setRefundable(answer.data.sale);
    });
  }, [device, token, id, t]);
  return { refundable, problem };
}

function RefundForm({
  sale,
  onSettled,
  onExchange,
}: {
  readonly sale: RefundableSale;
  readonly onExchange: () => void;
  readonly onSettled: (settled: Settled<RefundRow> | undefined) => void;
}) {
  const { t, format } = useI18n();
  const { device, operator, settings } = useCounter();
  const [chosen, choose] = useState<Chosen>({});
  const [reason, setReason] = useState("");
  const [writtenOff, setWrittenOff] = useState(ALL_RESTOCKED);
  const [isBusy, setBusy] = useState(false);
  const wanted = wantedLines(chosen, writtenOff);
  const areOff = areWrittenOff(writtenOff, wanted);
  const { way, isWrong, fields } = useRefundWay();
  const plan = planAtTerminal(sale, wanted, way.to);
  const amount = format.money({ amount: plan.total + plan.rounding - plan.unpaid, currency: settings.currency });
  const isReady = wanted.length > 0 && !isWrong;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !isReady) return;
    setBusy(true);
    const refund = newRefund({
      ...{ id: newId("ref"), occurredAt: now(), operator, settings, sale, lines: wanted, plan, way },
      reason: reason.trim(),
    });
    onSettled(await device.refund(refund));
    setBusy(false);
  };
  const exchange = () => {
    const back = { id: newId("exc"), lines: wanted, reason: reason.trim() };
    device.changeCart(withExchange(device.state().cart, cartExchange(sale, back)));
    onExchange();
  };
  if (wantedLines(allOf(sale)).length === 0) return <Text>{t("refund.nothingLeft")}</Text>;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <RefundLines {...{ sale, chosen, writtenOff }} onChoose={choose} onWriteOff={setWrittenOff} />
        <Checkbox
          size="md"
          label={t(sale.lines.length > 1 ? "terminal.refund.writeOffAll" : "terminal.refund.writeOff")}
          checked={areOff ?? false}
          indeterminate={areOff === undefined}
          onChange={() => setWrittenOff(writeAllOff(areOff !== true))}
        />
        <TextInput
          label={t("terminal.refund.reason")}
          description={t("common.optional")}
          size="md"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefundWayFields {...fields} hasCustomer={sale.customerId !== null} />
        <Total amount={amount} />
        <Button type="submit" size="xl" loading={isBusy} disabled={!isReady}>
          {t("terminal.refund.action", { amount })}
        </Button>
        <Button variant="light" size="xl" disabled={!isReady || isBusy || way.to !== "asPaid"} onClick={exchange}>
          {t("terminal.exchange.action")}
        </Button>
      </Stack>
    </form>
  );
}

function Total({ amount }: { readonly amount: string }) {
  const { t } = useI18n();
  return (
    <Group gap={4} justify="space-between">
      <Text>{t("terminal.refund.total")}</Text>
      <Text fw={700} size="xl" className="figures">
        {amount}
      </Text>
    </Group>
  );
}
