"use client";

import { Alert, Group, Select, Text } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { WAYS_BACK } from "./refund-input.ts";
import type { SaleDetail } from "./sale-detail.ts";
import type { RefundInHand } from "./use-refund.ts";

/** How much of each payment goes back, and by which method. */
export function RefundPayments({ sale, refund }: { readonly sale: SaleDetail; readonly refund: RefundInHand }) {
  const { t, format, code } = useI18n();
  const { currency } = sale.total;
  return (
    <>
      {sale.payments.map((payment) => (
        <Group key={payment.id} gap="sm" grow align="start">
          <NumberTextInput
            kind={{ kind: "money", currency }}
            label={t("refund.amountBy", { method: code("method", payment.method) })}
            value={refund.textOf(payment)}
            onChange={(text) => refund.setAmount(payment, text)}
          />
          <Select
            label={t("refund.back")}
            allowDeselect={false}
            data={WAYS_BACK.map((way) => ({ value: way, label: code("method", way) }))}
            value={refund.methodOf(payment)}
            onChange={(chosen) => {
              const way = WAYS_BACK.find((each) => each === chosen);
              if (way) refund.setMethod(payment, way);
            }}
          />
        </Group>
      ))}
      {sale.payments.some(({ method }) => method === "CASH") && (
        <Text size="xs" c="dimmed">
          {t("refund.cashHelp")}
        </Text>
      )}
      {refund.difference !== 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t("refund.difference", { amount: format.money({ amount: refund.difference, currency }) })}
        </Alert>
      )}
    </>
  );
}
