"use client";

import { Button, Stack, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { PrintButton } from "../done/print-button.tsx";
import { ReceiptPaper } from "../done/receipt-paper.tsx";
import type { SaleRow } from "../outbox/row.ts";
import { useTerminalPermission } from "../use-device.tsx";
import { OneRow } from "./one-row.tsx";
import { Refund } from "./refund.tsx";
import classes from "./sales.module.css";

/** A sale of this terminal: its paper once more, its state, and giving it back. */
export function OneSale({
  row,
  isRefundPending,
  onBack,
}: {
  readonly row: SaleRow;
  /** The server does not know yet what was given back of it last. */
  readonly isRefundPending: boolean;
  readonly onBack: () => void;
}) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  const [isRefunding, setRefunding] = useState(false);
  if (isRefunding) return <Refund row={row} onBack={() => setRefunding(false)} />;
  const { receipt } = row.sale;
  return (
    <OneRow row={row} onBack={onBack}>
      <div className={classes.paper}>
        <ReceiptPaper receipt={receipt} isCopy />
      </div>
      <Stack gap="sm">
        <PrintButton receipt={receipt} isCopy />
        {isPermitted("refund:create") && row.state === "acknowledged" && (
          <Button variant="default" size="xl" disabled={isRefundPending} onClick={() => setRefunding(true)}>
            {t("terminal.refund.title")}
          </Button>
        )}
        {isRefundPending && <Text size="sm">{t("terminal.refund.pending")}</Text>}
      </Stack>
    </OneRow>
  );
}
