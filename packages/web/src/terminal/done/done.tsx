"use client";

import { Alert, Button, Kbd, Stack } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { ReceiptPaper } from "@pos/web/receipt/paper.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { IconArrowRight, IconCheck, IconClock } from "@tabler/icons-react";
import { useDeferredValue } from "react";
import type { Settled } from "../outbox/outbox.ts";
import type { Receipt, SaleRow } from "../outbox/row.ts";
import { useDeviceValue } from "../use-device.tsx";
import classes from "./done.module.css";
import { useCalmNext } from "./use-calm-next.ts";
import { usePapers } from "./use-papers.ts";

/** The sale is made: what to give back, whether the server has it, and the paper. */
export function Done({
  settled,
  onNext,
}: {
  readonly settled: Exclude<Settled<SaleRow>, { readonly status: "refused" }>;
  readonly onNext: () => void;
}) {
  const { t, refusal } = useI18n();
  const unsent = useDeviceValue(({ status }) => status.unsent);
  const { row } = settled;
  const { receipt } = row.sale;
  // Sent in the background meanwhile.
  const status = settled.status === "waiting" && unsent === 0 ? "recorded" : settled.status;
  const next = useCalmNext(onNext);
  const { paper, gift } = usePapers(receipt);
  // The change and the paper come first, the menu of papers behind them.
  const hasMore = useDeferredValue<boolean>(true, false);
  return (
    <section className={classes.done} aria-label={t("terminal.done.title")}>
      <div className={classes.outcome}>
        <div role="status" data-testid="outcome" data-status={status}>
          <GivenBack receipt={receipt} />
          {status === "recorded" && (
            <p className={classes.recorded}>
              <IconCheck size={20} aria-hidden="true" />
              {t("terminal.done.recorded", { number: receipt.receiptNumber })}
            </p>
          )}
          {status === "waiting" && (
            <p className={classes.waiting}>
              <IconClock size={20} aria-hidden="true" />
              {t("terminal.done.waiting", { number: receipt.receiptNumber })}
            </p>
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
            onClick={next}
            leftSection={<IconArrowRight size={22} aria-hidden="true" />}
            rightSection={<Kbd className={classes.onButton}>Enter</Kbd>}
          >
            {t("terminal.done.next")}
          </Button>
          {hasMore ? (
            <PrintButton document={paper} gift={gift} label={t("receipt.print")} size="xl" fullWidth />
          ) : (
            <div className={classes.room} />
          )}
        </Stack>
      </div>
      <section
        className={classes.paper}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        aria-label={paper.title}
      >
        <ReceiptPaper document={paper} />
      </section>
    </section>
  );
}

/** The change in large figures, if any, and how it was paid. */
function GivenBack({ receipt }: { readonly receipt: Receipt }) {
  const { t, format, code } = useI18n();
  const { changeDue, currency, payments } = receipt;
  const money = (amount: number) => format.money({ amount, currency });
  const isCash = payments.some(({ method }) => method === "CASH");
  return (
    <div>
      {changeDue > 0 && <span className={classes.quiet}>{t("terminal.done.change")}</span>}
      <p className={`${classes.change} figures`} data-large={changeDue > 0} data-testid="change">
        {changeDue > 0 ? money(changeDue) : t(isCash ? "counter.done.exact" : "counter.done.paid")}
      </p>
      <dl className={classes.payments}>
        {payments.map(({ method, amount, tendered = amount }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the payments of a sale that is made do not change.
          <div key={index}>
            <dt>{code("method", method)}</dt>
            <dd className="figures">{money(tendered)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
