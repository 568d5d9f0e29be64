"use client";

import { Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { isDecided, type RefundRow } from "../outbox/row.ts";
import { OneRow } from "./one-row.tsx";
import { GivenBack, PrintSlip } from "./refund-result.tsx";
import { useRowName } from "./use-row-name.ts";

/** A refund or a void of this terminal: of which receipt, what was given back, and whether the server has it. */
export function OneRefund({ row, onBack }: { readonly row: RefundRow; readonly onBack: () => void }) {
  const { format } = useI18n();
  const nameOf = useRowName();
  const { timeZone, slip } = row.refund;
  return (
    <OneRow row={row} onBack={onBack}>
      <Text fw={600}>{nameOf(row)}</Text>
      <Text c="dimmed">{format.dateTime(row.occurredAt, timeZone)}</Text>
      {isDecided(row) && <GivenBack refund={row.refund} />}
      {isDecided(row) && <PrintSlip slip={slip} />}
    </OneRow>
  );
}
