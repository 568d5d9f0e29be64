"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PrintPayment } from "../account/payment-result.tsx";
import { isDecided, type PaymentRow } from "../outbox/row.ts";
import { OneRow } from "./one-row.tsx";
import { useRowName } from "./use-row-name.ts";

/** What a customer paid at this terminal or got back: how much, and whether the server has it. */
export function OnePayment({ row, onBack }: { readonly row: PaymentRow; readonly onBack: () => void }) {
  const { format } = useI18n();
  const nameOf = useRowName();
  const { slip } = row.payment;
  const { total: amount, currency, timeZone, customerName } = slip;
  return (
    <OneRow row={row} onBack={onBack}>
      <Text fw={600}>{nameOf(row)}</Text>
      <Text c="dimmed">{[customerName, format.dateTime(row.occurredAt, timeZone)].join(" · ")}</Text>
      {isDecided(row) && (
        <Text className="figures" size="xl" fw={700}>
          {format.money({ amount, currency })}
        </Text>
      )}
      {isDecided(row) && <PrintPayment slip={slip} />}
    </OneRow>
  );
}
