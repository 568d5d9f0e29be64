"use client";

import { Alert, Button, Drawer, Stack, Text, UnstyledButton } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useState } from "react";
import type { RefundRow, Row, SaleRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { OneRefund } from "./one-refund.tsx";
import { OneSale } from "./one-sale.tsx";
import { RowState } from "./row-state.tsx";
import classes from "./sales.module.css";

const ROWS_SHOWN = 50;

/** What this terminal sold and gave back last, and whether the server has it. It is all on the device, with or without a network. */
export function SalesDrawer({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  const [chosen, choose] = useState<string>();
  const close = () => {
    choose(undefined);
    onClose();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size="md"
      title={t("terminal.sales.title")}
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen && <Sales chosen={chosen} choose={choose} />}
    </Drawer>
  );
}

function Sales({
  chosen,
  choose,
}: {
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}) {
  const { t } = useI18n();
  const { device, state } = useCounter();
  const [rows, setRows] = useState<readonly Row[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes in the outbox changes the list.
  useEffect(() => {
    let isOver = false;
    void device
      .outbox()
      .recent(ROWS_SHOWN)
      .then((recent) => {
        if (!isOver) setRows(recent);
      });
    return () => {
      isOver = true;
    };
  }, [device, state.status, state.settled]);
  const row = rows?.find(({ id }) => id === chosen);
  if (row?.kind === "sale") {
    const isRefundPending = rows?.some((other) => other.kind === "refund" && isOnItsWay(other, row.id)) ?? false;
    return <OneSale row={row} isRefundPending={isRefundPending} onBack={() => choose(undefined)} />;
  }
  if (row?.kind === "refund") return <OneRefund row={row} onBack={() => choose(undefined)} />;
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
      {rows?.length === 0 && <Text c="dimmed">{t("terminal.sales.none")}</Text>}
      <div>
        {rows?.map((one) => (
          <ListedRow key={one.id} row={one} onChoose={() => choose(one.id)} />
        ))}
      </div>
    </Stack>
  );
}

function isOnItsWay({ state, refund }: RefundRow, saleId: string): boolean {
  return refund.saleId === saleId && (state === "live" || state === "happened");
}

function ListedRow({ row, onChoose }: { readonly row: Row; readonly onChoose: () => void }) {
  const { t, format } = useI18n();
  const { name, timeZone, amount, currency } = row.kind === "sale" ? shownOfSale(row) : shownOfRefund(row);
  return (
    <UnstyledButton className={classes.row} data-kind={row.kind} onClick={onChoose}>
      <span>
        <Text span fw={600}>
          {row.kind === "sale" ? name : t("terminal.refund.of", { number: name })}
        </Text>
        <Text span size="sm" c="dimmed" display="block">
          {format.dateTime(row.occurredAt, timeZone)}
        </Text>
      </span>
      <RowState row={row} />
      <Text span fw={600} className="figures">
        {format.money({ amount, currency })}
      </Text>
    </UnstyledButton>
  );
}

function shownOfSale({ sale }: SaleRow) {
  const { receiptNumber, timeZone, currency, total, rounding } = sale.receipt;
  return { name: receiptNumber, timeZone, currency, amount: total + rounding };
}

function shownOfRefund({ refund }: RefundRow) {
  const { receiptNumber, timeZone, currency, payments } = refund;
  return { name: receiptNumber, timeZone, currency, amount: -payments.reduce((sum, { amount }) => sum + amount, 0) };
}
