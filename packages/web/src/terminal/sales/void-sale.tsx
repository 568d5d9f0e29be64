"use client";

import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { newId, now } from "@pos/web/clock.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useState } from "react";
import type { Settled } from "../outbox/outbox.ts";
import type { RefundRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { newVoid } from "./new-void.ts";
import { PrintSlip, RefundResult } from "./refund-result.tsx";
import type { SoldSale } from "./sold-sale.ts";

/** Cancels a whole sale of today. The void is stored before it is sent, and made once whatever is lost on the way. */
export function VoidSale({ sale, onBack }: { readonly sale: SoldSale; readonly onBack: () => void }) {
  const { t } = useI18n();
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
      <Text fw={600}>{t("void.title", { number: sale.receipt.receiptNumber })}</Text>
      <Text>{t("void.lead")}</Text>
      <VoidForm sale={sale} onSettled={setSettled} />
      {settled !== undefined && <RefundResult settled={settled} />}
      <Button variant="default" size="lg" onClick={onBack}>
        {t("common.cancel")}
      </Button>
    </Stack>
  );
}

function VoidForm({
  sale,
  onSettled,
}: {
  readonly sale: SoldSale;
  readonly onSettled: (settled: Settled<RefundRow> | undefined) => void;
}) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { device, operator, settings } = useCounter();
  const [reason, setReason] = useState("");
  const [writtenOff, setWrittenOff] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const { receipt } = sale;
  const money = (amount: number) => format.money({ amount, currency: receipt.currency });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || reason.trim() === "") return;
    setBusy(true);
    const voided = newVoid({
      ...{ id: newId("voi"), occurredAt: now(), operator, settings, saleId: sale.id, receipt },
      ...{ reason: reason.trim(), writeOffLines: writtenOff.map(Number) },
    });
    onSettled(await device.refund(voided));
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput
          label={t("refund.reason")}
          description={t("void.reasonHelp")}
          required
          size="md"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Checkbox.Group label={t("void.writeOffLines")} value={[...writtenOff]} onChange={setWrittenOff}>
          <Stack gap="xs" mt={6}>
            {receipt.lines.map(({ description, ...counted }, index) => (
              <Checkbox
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
                key={index}
                size="md"
                value={String(index + 1)}
                label={`${format.quantity(counted)} × ${description}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group gap={4} justify="space-between">
          <Text>{t("void.givenBack")}</Text>
          <Text fw={700} size="xl" className="figures">
            {receipt.payments
              .filter(({ state }) => state !== "VOIDED")
              .map(({ amount, ...payment }) => `${methodName(i18n, payment)} ${money(amount)}`)
              .join(" · ")}
          </Text>
        </Group>
        <Button type="submit" size="xl" color="red.9" loading={isBusy} disabled={reason.trim() === ""}>
          {t("void.submit", { amount: money(receipt.total + receipt.rounding) })}
        </Button>
      </Stack>
    </form>
  );
}
