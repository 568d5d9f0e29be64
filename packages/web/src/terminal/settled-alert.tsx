"use client";

import { Alert, Button, Stack, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck, IconClock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Settled } from "./outbox/outbox.ts";
import type { MoneyRow } from "./outbox/row.ts";
import { useDeviceActions, useDeviceValue } from "./use-device.tsx";

const FAILED = {
  refund: { attention: "terminal.refund.attention", refused: "terminal.refund.refused" },
  void: { attention: "terminal.void.attention", refused: "terminal.void.refused" },
  customerPayment: { attention: "terminal.account.attention", refused: "terminal.account.refused" },
} as const;

/** What became of money that moves outside a sale: whether the server has it, and why not. */
export function SettledAlert({
  settled,
  done,
  children,
}: {
  readonly settled: Settled<MoneyRow>;
  readonly done: string;
  /** What is handed over or was taken. */
  readonly children: ReactNode;
}) {
  const { t, refusal } = useI18n();
  const { status, row } = settled;
  if (status === "recorded")
    return (
      <Alert color="pine" icon={<IconCheck aria-hidden="true" />} title={done}>
        {children}
      </Alert>
    );
  if (status === "waiting")
    return (
      <Alert color="orange" icon={<IconClock aria-hidden="true" />} title={done}>
        <Stack gap="xs">
          {children}
          <Text size="sm">{t("terminal.refund.waiting")}</Text>
        </Stack>
      </Alert>
    );
  if (status === "unanswered") return <Unanswered />;
  const refusals = settled.status === "refused" ? settled.refusals : row.refusals;
  return (
    <Alert color="red" title={t(FAILED[row.kind][status])}>
      {refusals.map(refusal).join(" ")}
    </Alert>
  );
}

/** Whether the server has it is not known: the same request finds out. */
export function Unanswered() {
  const { t } = useI18n();
  const { outbox } = useDeviceActions();
  const isSending = useDeviceValue(({ status }) => status.isSending);
  return (
    <Alert color="orange" icon={<IconClock aria-hidden="true" />} title={t("terminal.unanswered.title")}>
      <Stack gap="sm" align="start">
        {t("terminal.unanswered.text")}
        <Button size="md" loading={isSending} onClick={() => void outbox().flush()}>
          {t("terminal.sales.sendAgain")}
        </Button>
      </Stack>
    </Alert>
  );
}
