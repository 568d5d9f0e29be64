"use client";

import { Drawer, Loader } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { memo, useEffect, useState } from "react";
import type { Row } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { FindReceipt } from "./find-receipt.tsx";
import { OnePayment } from "./one-payment.tsx";
import { OneRefund } from "./one-refund.tsx";
import { OneSale } from "./one-sale.tsx";
import { RecentRows } from "./recent-rows.tsx";
import { type SoldSale, type Sought, soldHere } from "./sold-sale.ts";

const ROWS_SHOWN = 50;

/**
 * What this terminal sold and gave back last: it is all on the device, with or without a network. The server is asked for
 * receipts of other terminals and for older ones, by their number.
 */
export const SalesDrawer = memo(function DrawerOfSales({
  isOpen,
  sought,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly sought: Sought | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const [shown, setShown] = useState<string | undefined>(undefined);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="md"
      title={shown === undefined ? t("terminal.sales.title") : t("receipt.receipt", { number: shown })}
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen && <Sales sought={sought} onShown={setShown} onClose={onClose} />}
    </Drawer>
  );
});

function Sales({
  sought,
  onShown,
  onClose,
}: {
  readonly sought: Sought | undefined;
  readonly onClose: () => void;
  /** Called with the receipt number of the sale that is shown; undefined: the list. */
  readonly onShown: (receiptNumber: string | undefined) => void;
}) {
  const { t } = useI18n();
  const rows = useRows();
  const [chosen, choose] = useState<Row | SoldSale | undefined>(undefined);
  const [opened, open] = useState<Sought | undefined>(undefined);
  // A scan leaves what is shown for the receipt that it names.
  if (sought !== opened) {
    open(sought);
    choose(undefined);
  }
  const row = rows?.find(({ id }) => id === chosen?.id);
  const sale = rows !== undefined && row !== undefined && "sale" in row ? soldHere(row, rows) : chosen;
  const number = sale !== undefined && "receipt" in sale ? sale.receipt.receiptNumber : undefined;
  useEffect(() => {
    onShown(number);
    return () => onShown(undefined);
  }, [number, onShown]);
  if (rows === undefined) return <Loader aria-label={t("common.loading")} />;
  const back = () => choose(undefined);
  if (row !== undefined && "payment" in row) return <OnePayment row={row} onBack={back} />;
  if (row !== undefined && "refund" in row) return <OneRefund row={row} onBack={back} />;
  if (sale !== undefined && "receipt" in sale)
    return (
      <OneSale
        key={sale.id}
        sale={sale}
        isRefundPending={isRefundPending(rows, sale.id)}
        onBack={back}
        onExchange={onClose}
      />
    );
  return (
    <>
      <FindReceipt rows={rows} sought={sought} onFound={choose} />
      <RecentRows rows={rows} onChoose={choose} />
    </>
  );
}

function isRefundPending(rows: readonly Row[], saleId: string): boolean {
  return rows.some((row) => givenBackOf(row) === saleId && (row.state === "live" || row.state === "happened"));
}

/** The sale whose goods a row gives back. */
function givenBackOf(row: Row): string | undefined {
  if ("sale" in row) return row.sale.cart.exchange?.sale.id;
  return "refund" in row ? row.refund.saleId : undefined;
}

function useRows(): readonly Row[] | undefined {
  const { device, state } = useCounter("status", "settled");
  const [rows, setRows] = useState<readonly Row[] | undefined>(undefined);
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
  return rows;
}
