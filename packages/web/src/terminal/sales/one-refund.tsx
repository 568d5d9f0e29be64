"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { RefundRow } from "../outbox/row.ts";
import { OneRow } from "./one-row.tsx";
import { GivenBack, PrintSlip } from "./refund-result.tsx";

/** A refund or a void of this terminal: of which receipt, what was given back, and whether the server has it. */
export function OneRefund({ row, onBack }: { readonly row: RefundRow; readonly onBack: () => void }) {
  const { t, format } = useI18n();
  const { receiptNumber, timeZone } = row.refund;
  return (
    <OneRow row={row} onBack={onBack}>
      <Text fw={600}>
        {t(row.kind === "void" ? "terminal.void.of" : "terminal.refund.of", { number: receiptNumber })}
      </Text>
      <Text c="dimmed">{format.dateTime(row.occurredAt, timeZone)}</Text>
      <GivenBack refund={row.refund} />
      <PrintSlip slip={row.refund.slip} />
    </OneRow>
  );
}
