"use client";

import { Alert, Group, Select } from "@mantine/core";
import { isCaptured } from "@pos/core/selling/refund/outcome.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { waysBack } from "./refund-input.ts";
import type { SaleDetail } from "./sale-detail.ts";
import type { RefundInHand } from "./use-refund.ts";

/** How much of each payment that went through goes back, and by which method. */
export function RefundPayments({ sale, refund }: { readonly sale: SaleDetail; readonly refund: RefundInHand }) {
  const i18n = useI18n();
  const { t, format, code } = i18n;
  const { currency } = sale.total;
  return (
    <>
      {sale.payments.filter(isCaptured).map((payment) => (
        <Group key={payment.id} gap="sm" grow align="start">
          <NumberTextInput
            label={t("refund.paidBy", { method: methodName(i18n, payment) })}
            {...refund.amount(payment)}
          />
          <Select
            label={t("refund.back")}
            allowDeselect={false}
            data={waysBack(payment).map((way) => ({ value: way, label: code("method", way) }))}
            placeholder={t("refund.chooseWay")}
            {...refund.way(payment)}
          />
        </Group>
      ))}
      {refund.isCashBack && (
        <Alert color="yellow" variant="light" p="sm">
          {t("refund.cashHelp")}
        </Alert>
      )}
      {refund.difference !== 0 && (
        <Alert color="yellow" variant="light" p="sm">
          {t("refund.difference", { amount: format.money({ amount: refund.difference, currency }) })}
        </Alert>
      )}
    </>
  );
}
