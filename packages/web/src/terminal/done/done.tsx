"use client";

import { Alert, Button, Kbd, Stack, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowRight, IconCheck, IconClock } from "@tabler/icons-react";
import type { Settled } from "../outbox/outbox.ts";
import type { SaleRow } from "../outbox/row.ts";
import classes from "./done.module.css";
import { PrintButton } from "./print-button.tsx";
import { ReceiptPaper } from "./receipt-paper.tsx";

/** The sale is made: what to give back, whether the server has it, and the paper. */
export function Done({
  settled,
  onNext,
}: {
  readonly settled: Exclude<Settled<SaleRow>, { readonly status: "refused" }>;
  readonly onNext: () => void;
}) {
  const { t, format, refusal } = useI18n();
  const { status, row } = settled;
  const { receipt } = row.sale;
  const { changeDue, currency } = receipt;
  return (
    <section className={classes.done} aria-label={t("terminal.done.title")}>
      <div className={classes.outcome}>
        <div role="status" data-testid="outcome" data-status={status}>
          <Text c="dimmed">{t(changeDue > 0 ? "terminal.done.change" : "terminal.done.noChange")}</Text>
          <Text fz={64} fw={700} lh={1.1} className="figures" data-testid="change">
            {format.money({ amount: changeDue, currency })}
          </Text>
          {status === "recorded" && (
            <Alert color="pine" variant="light" icon={<IconCheck aria-hidden="true" />}>
              {t("terminal.done.recorded", { number: receipt.receiptNumber })}
            </Alert>
          )}
          {status === "waiting" && (
            <Alert color="orange" variant="light" icon={<IconClock aria-hidden="true" />}>
              {t("terminal.done.waiting", { number: receipt.receiptNumber })}
            </Alert>
          )}
          {status === "attention" && (
            <Alert color="red" variant="light" title={t("terminal.done.attention", { number: receipt.receiptNumber })}>
              {row.refusals.map(refusal).join(" ")}
            </Alert>
          )}
        </div>
        <Stack gap="sm">
          <Button
            size="xl"
            autoFocus
            onClick={onNext}
            leftSection={<IconArrowRight size={22} aria-hidden="true" />}
            rightSection={<Kbd className={classes.onButton}>Enter</Kbd>}
          >
            {t("terminal.done.next")}
          </Button>
          <PrintButton receipt={receipt} isCopy={false} />
        </Stack>
      </div>
      <section
        className={classes.paper}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        aria-label={t("terminal.receipt.title", { number: receipt.receiptNumber })}
      >
        <ReceiptPaper receipt={receipt} isCopy={false} />
      </section>
    </section>
  );
}
