"use client";

import { Alert, Button, Group, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { Row } from "../outbox/row.ts";
import { Unanswered } from "../settled-alert.tsx";
import { useCounter } from "../use-device.tsx";

const TITLES = {
  sale: "terminal.sales.attention",
  refund: "terminal.refund.attention",
  void: "terminal.void.attention",
  exchange: "terminal.exchange.attention",
  customerPayment: "terminal.account.attention",
} as const;

/** Why the server did not record a row, and what a person can do about it. Nothing where it did. */
export function RowAttention({ row }: { readonly row: Row }) {
  const { t, refusal } = useI18n();
  const { device } = useCounter();
  if (row.state === "unanswered") return <Unanswered />;
  if (row.state !== "attention") return null;
  const title = t(TITLES[row.kind]);
  return (
    <Alert color="red" variant="light" title={title}>
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
  );
}
