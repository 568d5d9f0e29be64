"use client";

import { Text } from "@mantine/core";
import { refundDocument } from "@pos/core/receipt/document.ts";
import type { RefundSlip } from "@pos/core/receipt/model.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { useMemo } from "react";
import { NewCards } from "../done/new-cards.tsx";
import { NotRestocked } from "../done/not-restocked.tsx";
import { useSentLater } from "../done/use-sent-later.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { RefundRow, RefundSummary } from "../outbox/row.ts";
import { papersOf } from "../settings.ts";
import { SettledAlert } from "../settled-alert.tsx";
import { useCounter } from "../use-device.tsx";

/** What became of a refund, and its paper as soon as money is handed over. */
export function RefundOutcome({ settled: first }: { readonly settled: Settled<RefundRow> }) {
  const later = useSentLater(first.status === "refused" ? undefined : first);
  const settled = later ?? first;
  const isDone = settled.status === "recorded" || settled.status === "waiting";
  return (
    <>
      <RefundResult settled={settled} />
      {isDone && <PrintSlip slip={settled.row.refund.slip} />}
    </>
  );
}

/** What became of a refund: what to hand over, and whether the server has it. */
export function RefundResult({ settled }: { readonly settled: Settled<RefundRow> }) {
  const { t } = useI18n();
  const { status, row } = settled;
  const done = t(row.kind === "void" ? "terminal.void.done" : "terminal.refund.done");
  return (
    <div role="status" data-testid="refund-outcome" data-status={status}>
      <SettledAlert settled={settled} done={done}>
        <GivenBack refund={row.refund} />
      </SettledAlert>
      {status !== "refused" && row.refund.newCard && (
        <NewCards cards={[row.refund.newCard]} occurredAt={row.occurredAt} />
      )}
    </div>
  );
}

/** Each payment that is given back, by its method: what the operator hands over, and which goods stay off the shelf. */
export function GivenBack({
  refund,
}: {
  readonly refund: Pick<RefundSummary, "payments" | "currency" | "writtenOff">;
}) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { payments, currency, writtenOff = [] } = refund;
  return (
    <>
      <Text className="figures" size="xl" fw={700}>
        {payments
          .map(({ amount, giftCard, ...payment }) => {
            const name =
              giftCard === undefined ? methodName(i18n, payment) : t("giftCards.ending", { lastFour: giftCard });
            return `${name} ${format.money({ amount, currency })}`;
          })
          .join(" · ")}
      </Text>
      <NotRestocked goods={writtenOff} />
    </>
  );
}

/** The refund's own paper. Nothing where an earlier version stored it without. */
export function PrintSlip({ slip }: { readonly slip: RefundSlip | undefined }) {
  const { t } = useI18n();
  const { settings } = useCounter();
  const document = useMemo(() => {
    const { shop, writing } = papersOf(settings);
    return slip && refundDocument(slip, shop, writing);
  }, [slip, settings]);
  return document && <PrintButton document={document} label={t("receipt.printRefund")} size="xl" fullWidth />;
}
