"use client";

import { Alert, Button, Group, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { PrintButton } from "../done/print-button.tsx";
import { ReceiptPaper } from "../done/receipt-paper.tsx";
import type { Row } from "../outbox/row.ts";
import { useCounter, useMayAtTerminal } from "../use-device.tsx";
import { Refund } from "./refund.tsx";
import { RowState } from "./row-state.tsx";
import classes from "./sales.module.css";

/** A sale of this terminal: its paper once more, its state, and giving it back. */
export function OneSale({ row, onBack }: { readonly row: Row; readonly onBack: () => void }) {
  const { t, refusal } = useI18n();
  const { device } = useCounter();
  const may = useMayAtTerminal();
  const [isRefunding, setRefunding] = useState(false);
  if (isRefunding) return <Refund row={row} onBack={() => setRefunding(false)} />;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Button
          variant="subtle"
          color="gray"
          size="md"
          leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          onClick={onBack}
        >
          {t("common.back")}
        </Button>
        <RowState row={row} />
      </Group>
      {row.state === "attention" && (
        <Alert color="red" variant="light" title={t("terminal.sales.attention")}>
          <Stack gap="sm">
            {row.refusals.map(refusal).join(" ")}
            <Group gap="sm">
              <Button size="md" onClick={() => void device.outbox().sendAgain(row.id)}>
                {t("terminal.sales.sendAgain")}
              </Button>
              <Button size="md" variant="default" onClick={() => void device.outbox().dismiss(row.id)}>
                {t("terminal.sales.dismiss")}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <div className={classes.paper}>
        <ReceiptPaper receipt={row.receipt} isCopy />
      </div>
      <Stack gap="sm">
        <PrintButton receipt={row.receipt} isCopy />
        {may("refund:create") && row.state === "acknowledged" && (
          <Button variant="default" size="xl" onClick={() => setRefunding(true)}>
            {t("terminal.refund.title")}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
