"use client";

import { Button, Drawer, Stack, Text, UnstyledButton } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useState } from "react";
import type { Row } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { OneSale } from "./one-sale.tsx";
import { RowState } from "./row-state.tsx";
import classes from "./sales.module.css";

const SALES_SHOWN = 50;

/** What this terminal sold last, and whether the server has it. It is all on the device, with or without a network. */
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
  const { t, format } = useI18n();
  const { device, state } = useCounter();
  const [rows, setRows] = useState<readonly Row[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes in the outbox changes the list.
  useEffect(() => {
    let isOver = false;
    void device
      .outbox()
      .recent(SALES_SHOWN)
      .then((recent) => {
        if (!isOver) setRows(recent);
      });
    return () => {
      isOver = true;
    };
  }, [device, state.status, state.settled]);
  const row = rows?.find(({ id }) => id === chosen);
  if (row !== undefined) return <OneSale row={row} onBack={() => choose(undefined)} />;
  const { unsent, isSending } = state.status;
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
      {rows?.length === 0 && <Text c="dimmed">{t("terminal.sales.none")}</Text>}
      <div>
        {rows?.map((one) => (
          <UnstyledButton key={one.id} className={classes.row} onClick={() => choose(one.id)}>
            <span>
              <Text span fw={600}>
                {one.receipt.receiptNumber}
              </Text>
              <Text span size="sm" c="dimmed" display="block">
                {format.dateTime(one.occurredAt, one.receipt.timeZone)}
              </Text>
            </span>
            <RowState row={one} />
            <Text span fw={600} className="figures">
              {format.money({ amount: one.receipt.total + one.receipt.rounding, currency: one.receipt.currency })}
            </Text>
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
