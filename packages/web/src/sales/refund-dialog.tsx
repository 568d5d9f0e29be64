"use client";

import { Alert, Button, Divider, Group, NumberInput, Radio, Select, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { newId, now } from "@pos/web/clock.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { type PaymentMethod, RefundSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { leftOf, refundTotal, sharePayments } from "./refund-rules.ts";
import type { SaleDetail } from "./sale-page.tsx";

/** Cash lies in a drawer, and a desk has none. */
const WAYS_BACK = ["CARD", "QR_CODE", "OTHER"] as const satisfies readonly PaymentMethod[];

function wayBack(method: PaymentMethod): PaymentMethod {
  return WAYS_BACK.find((way) => way === method) ?? "OTHER";
}

/** What comes back of a sale, what becomes of the goods, and how the money goes out. */
export function RefundDialog({ sale, onClose }: { readonly sale: SaleDetail; readonly onClose: () => void }) {
  const { t, format, code } = useI18n();
  const [result, refund] = useMutation(RefundSaleDocument);
  // Made once: sent again after a lost answer, it is the same refund.
  const [id] = useState(() => newId("ref"));
  const [paymentIds] = useState(() => sale.payments.map(() => newId("pay")));
  const [chosen, setChosen] = useState<ReadonlyMap<number, number>>(new Map());
  const [writeOff, setWriteOff] = useState(false);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState<ReadonlyMap<string, number> | undefined>(undefined);
  const [ways, setWays] = useState<ReadonlyMap<string, PaymentMethod>>(new Map());
  const wayOf = ({ id: paymentId, method }: SaleDetail["payments"][number]) => ways.get(paymentId) ?? wayBack(method);
  const left = leftOf(sale);
  const { currency } = sale.total;
  const total = refundTotal(sale, chosen);
  const amounts = typed ?? sharePayments(sale, total);
  const difference = total - sale.payments.reduce((sum, payment) => sum + (amounts.get(payment.id) ?? 0), 0);
  const choose = (line: number, quantity: number) => {
    setChosen(new Map(chosen).set(line, quantity));
    setTyped(undefined);
  };

  async function submit() {
    const { data } = await refund({
      input: {
        id,
        saleId: sale.id,
        occurredAt: now(),
        reason: reason.trim() === "" ? null : reason.trim(),
        lines: [...chosen].flatMap(([line, quantity]) =>
          quantity > 0 ? [{ line, quantity: formatQuantity(quantity), ...(writeOff ? { writeOff } : {}) }] : [],
        ),
        payments: sale.payments.flatMap((payment, index) => {
          const amount = amounts.get(payment.id) ?? 0;
          const isOnly = sale.payments.length === 1;
          if (amount === 0 && !isOnly) return [];
          return [{ id: paymentIds[index] ?? newId("pay"), method: wayOf(payment), amount, paymentId: payment.id }];
        }),
      },
    });
    if (!data || data.refundSale.userErrors.length > 0) return;
    notifications.show({ message: t("refund.done"), color: "pine" });
    onClose();
  }

  return (
    <FormDialog
      title={t("refund.title", { number: sale.receiptNumber })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={chosen.size > 0 || reason !== ""}
      isDisabled={![...chosen.values()].some((quantity) => quantity > 0)}
      action={t("refund.submit", { amount: format.money({ amount: total, currency }) })}
      size="lg"
    >
      <Group justify="space-between">
        <Text size="sm">{t("refund.lead")}</Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setChosen(new Map(left.map(({ line, quantity }) => [line, quantity])));
            setTyped(undefined);
          }}
        >
          {t("refund.all")}
        </Button>
      </Group>
      <Stack gap="xs">
        {sale.lines.map(({ id: lineId, description }, index) => {
          const { line, sold, quantity } = left[index] ?? { line: index + 1, sold: 0, quantity: 0 };
          return (
            <Group key={lineId} justify="space-between" wrap="nowrap">
              <div>
                <Text size="sm">{description}</Text>
                <Text size="xs" c="dimmed">
                  {t("refund.left", { left: formatQuantity(quantity), sold: formatQuantity(sold) })}
                </Text>
              </div>
              <NumberInput
                aria-label={t("refund.quantityOf", { line: description })}
                w={110}
                min={0}
                max={quantity / 1000}
                decimalScale={3}
                clampBehavior="strict"
                disabled={quantity === 0}
                value={(chosen.get(line) ?? 0) / 1000}
                onChange={(value) => choose(line, Math.round(Number(value) * 1000))}
              />
            </Group>
          );
        })}
      </Stack>
      <Radio.Group
        label={t("refund.goods")}
        value={writeOff ? "off" : "back"}
        onChange={(value) => setWriteOff(value === "off")}
      >
        <Group mt={6}>
          <Radio value="back" label={t("refund.restock")} />
          <Radio value="off" label={t("refund.writeOff")} />
        </Group>
      </Radio.Group>
      <Textarea
        label={t("refund.reason")}
        description={t("refund.reasonHelp")}
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Divider />
      <Group justify="space-between">
        <Text>{t("refund.total")}</Text>
        <Text fw={650} size="lg" className="figures">
          {format.money({ amount: total, currency })}
        </Text>
      </Group>
      {sale.payments.map((payment) => (
        <Group key={payment.id} gap="sm" grow align="end">
          <NumberInput
            label={t("refund.amountBy", { method: code("method", payment.method) })}
            decimalScale={minorDigits(currency)}
            fixedDecimalScale
            min={0}
            max={payment.amount.amount / 10 ** minorDigits(currency)}
            value={(amounts.get(payment.id) ?? 0) / 10 ** minorDigits(currency)}
            onChange={(value) => {
              const entered = Math.round(Number(value) * 10 ** minorDigits(currency));
              if (entered !== amounts.get(payment.id)) setTyped(new Map(amounts).set(payment.id, entered));
            }}
          />
          <Select
            label={t("refund.back")}
            allowDeselect={false}
            data={WAYS_BACK.map((way) => ({ value: way, label: code("method", way) }))}
            value={wayOf(payment)}
            onChange={(way) => setWays(new Map(ways).set(payment.id, way as PaymentMethod))}
          />
        </Group>
      ))}
      {sale.payments.some(({ method }) => method === "CASH") && (
        <Text size="xs" c="dimmed">
          {t("refund.cashHelp")}
        </Text>
      )}
      {difference !== 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t("refund.difference", { amount: format.money({ amount: difference, currency }) })}
        </Alert>
      )}
      <Refusals error={result.error} refused={result.data?.refundSale.userErrors} />
    </FormDialog>
  );
}
