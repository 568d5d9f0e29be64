"use client";

import { Alert, Badge, Button, Stack, Text, UnstyledButton } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";
import type { MoneyRow, Row } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { RowState } from "./row-state.tsx";
import classes from "./sales.module.css";
import { type SoldSale, soldHere } from "./sold-sale.ts";
import { useRowName } from "./use-row-name.ts";

/** What this terminal sold and gave back last, and whether the server has it. */
export function RecentRows({
  rows,
  onChoose,
}: {
  readonly rows: readonly Row[];
  readonly onChoose: (row: Row) => void;
}) {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const { unsent, isSending, unread } = state.status;
  return (
    <Stack gap="md">
      {unsent > 0 && (
        <div className={classes.unsent}>
          <Text size="sm">{t("terminal.sales.unsent", { count: unsent })}</Text>
          <Button size="md" loading={isSending} onClick={() => void device.outbox().flush()}>
            {t("terminal.sales.send")}
          </Button>
        </div>
      )}
      {unread.length > 0 && (
        <Alert color="red" variant="light" title={t("terminal.sales.unread", { count: unread.length })}>
          {t("terminal.sales.unreadText")}
          <Text size="xs" c="dimmed" data-testid="unread">
            {unread.join(" ")}
          </Text>
        </Alert>
      )}
      {rows.length === 0 && <Text c="dimmed">{t("terminal.sales.none")}</Text>}
      <div>
        {rows.map((row) =>
          "sale" in row ? (
            <ListedSale key={row.id} sale={soldHere(row, rows)} onChoose={() => onChoose(row)} />
          ) : (
            <ListedMoney key={row.id} row={row} onChoose={() => onChoose(row)} />
          ),
        )}
      </div>
    </Stack>
  );
}

export function ListedSale({ sale, onChoose }: { readonly sale: SoldSale; readonly onChoose: () => void }) {
  const { t } = useI18n();
  const { receipt, refunds, row } = sale;
  const total = receipt.total + receipt.rounding;
  const back = refunds.reduce((sum, refund) => sum + refund.total + refund.rounding, 0);
  const isVoided = refunds.some(({ isVoid }) => isVoid);
  return (
    <Listed
      kind="sale"
      name={receipt.receiptNumber}
      instant={receipt.occurredAt}
      zone={receipt.timeZone}
      money={{ amount: total, currency: receipt.currency }}
      onChoose={onChoose}
    >
      {refunds.length > 0 && (
        <Badge variant="light" color="red" tt="none" fw={550}>
          {t(isVoided ? "sales.voided" : back >= total ? "sales.refunded" : "sales.partlyRefunded")}
        </Badge>
      )}
      {receipt.payments.some(({ state }) => state === "PENDING" || state === "UNKNOWN") && (
        <Badge variant="light" color="orange" tt="none" fw={550}>
          {t("paymentState.UNKNOWN")}
        </Badge>
      )}
      {row && <RowState row={row} />}
    </Listed>
  );
}

function ListedMoney({ row, onChoose }: { readonly row: MoneyRow; readonly onChoose: () => void }) {
  const nameOf = useRowName();
  const { timeZone, currency, payments } = "refund" in row ? row.refund : row.payment.slip;
  const sign = "refund" in row || row.payment.slip.deposit?.isGivenBack ? -1 : 1;
  return (
    <Listed
      kind={row.kind}
      name={nameOf(row)}
      instant={row.occurredAt}
      zone={timeZone}
      money={{ amount: sign * payments.reduce((sum, { amount }) => sum + amount, 0), currency }}
      onChoose={onChoose}
    >
      <RowState row={row} />
    </Listed>
  );
}

function Listed({
  kind,
  name,
  instant,
  zone,
  money,
  onChoose,
  children,
}: {
  readonly kind: Row["kind"];
  readonly name: string;
  readonly instant: string;
  readonly zone: string;
  readonly money: { readonly amount: number; readonly currency: string };
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) {
  const { format } = useI18n();
  return (
    <UnstyledButton className={classes.row} data-kind={kind} onClick={onChoose}>
      <span>
        <Text span fw={600}>
          {name}
        </Text>
        <Text span size="sm" c="dimmed" display="block">
          {format.dateTime(instant, zone)}
        </Text>
      </span>
      <span className={classes.states}>{children}</span>
      <Text span fw={600} className="figures">
        {format.money(money)}
      </Text>
    </UnstyledButton>
  );
}
