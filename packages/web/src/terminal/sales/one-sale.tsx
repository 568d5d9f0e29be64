"use client";

import { Button, Stack, Text } from "@mantine/core";
import { withStates } from "@pos/core/receipt/content.ts";
import type { Receipt } from "@pos/core/receipt/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { ReceiptPaper } from "@pos/web/receipt/paper.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { useCopies } from "@pos/web/receipt/use-copies.ts";
import { useEffect, useMemo, useState } from "react";
import { usePapers } from "../done/use-papers.ts";
import { EReceiptButton } from "../e-receipt/e-receipt-button.tsx";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { useOffline } from "../use-offline.ts";
import { useStable } from "../use-stable.ts";
import { OneRow } from "./one-row.tsx";
import { PaymentOutcome } from "./payment-outcome.tsx";
import { Refund } from "./refund.tsx";
import { SaleCustomer } from "./sale-customer.tsx";
import classes from "./sales.module.css";
import { type SoldSale, saleById } from "./sold-sale.ts";
import { VoidSale } from "./void-sale.tsx";

/** A sale with what came back of it: its paper once more, and giving it back. */
export function OneSale({
  sale,
  isRefundPending,
  onBack,
  onExchange,
}: {
  readonly sale: SoldSale;
  /** The server does not know yet what was given back of it last. */
  readonly isRefundPending: boolean;
  readonly onBack: () => void;
  /** What comes back is in the cart: goods are chosen for it. */
  readonly onExchange: () => void;
}) {
  const { t } = useI18n();
  const isPermitted = useTerminalPermission();
  const [isRefunding, setRefunding] = useState(false);
  const [isVoiding, setVoiding] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const isOffline = useOffline();
  const [known, askAgain] = useKnown(sale, isRefunding || isVoiding || isRefundPending || isChoosing);
  const { refunds, receipt, paper, gift, countCopy } = useCopy(sale, known);
  const saleIdOf = useStable(() => sale.id);
  const hasCustomer = receipt.customerName !== undefined;
  if (isRefunding) return <Refund sale={sale} onBack={() => setRefunding(false)} onExchange={onExchange} />;
  if (isVoiding) return <VoidSale sale={{ ...sale, receipt }} onBack={() => setVoiding(false)} />;
  if (isChoosing) return <SaleCustomer saleId={sale.id} hasCustomer={hasCustomer} onClose={() => setChoosing(false)} />;
  const isRecorded = sale.row === undefined || sale.row.state === "acknowledged";
  const mayRefund = isPermitted("refund:create");
  return (
    <OneRow row={sale.row} onBack={onBack}>
      <Stack gap="sm">
        {known && <Uncertain sale={known} onRecorded={askAgain} />}
        {isRecorded && (
          <Button size="xl" disabled={!mayRefund || isRefundPending} onClick={() => setRefunding(true)}>
            {t("terminal.refund.title")}
          </Button>
        )}
        {isPermitted("sale:void") && known?.isVoidable && (
          <Button
            variant="default"
            size="lg"
            disabled={isRefundPending || refunds.length > 0}
            onClick={() => setVoiding(true)}
          >
            {t("void.action")}
          </Button>
        )}
        {isRecorded && !mayRefund && <Text size="sm">{t("terminal.refund.notAllowed")}</Text>}
        {isRefundPending && <Text size="sm">{t("terminal.refund.pending")}</Text>}
        {isPermitted("sale:attribute") && isRecorded && (
          <Button variant="default" size="lg" disabled={isOffline} onClick={() => setChoosing(true)}>
            {t(hasCustomer ? "counter.customer.changeOfSale" : "counter.customer.addToSale")}
          </Button>
        )}
        <PrintButton
          document={paper}
          gift={gift}
          label={t("receipt.printCopy")}
          onPrint={() => countCopy(sale.id)}
          size="xl"
          fullWidth
        />
        {isRecorded && <EReceiptButton saleIdOf={saleIdOf} />}
      </Stack>
      <div className={classes.paper}>
        <ReceiptPaper document={paper} />
      </div>
    </OneRow>
  );
}

/** Its paper once more, as far as it is known here: which copy it is, what came back, whose it is. */
function useCopy(sale: SoldSale, known: SoldSale | undefined) {
  const isPermitted = useTerminalPermission();
  const { copyNumber, countCopy } = useCopies(known?.online?.copies);
  // What waits here is not known there.
  const refunds = known !== undefined && known.refunds.length >= sale.refunds.length ? known.refunds : sale.refunds;
  const options = useMemo(
    () => ({ isCopy: true, refunds, ...(copyNumber === undefined ? {} : { copyNumber }) }),
    [refunds, copyNumber],
  );
  const seesCustomers = isPermitted("customer:read");
  const receipt = useMemo(() => {
    if (known === undefined) return sale.receipt;
    const paid = withStates(sale.receipt, known.receipt.payments);
    return seesCustomers ? withCustomerOf({ ...sale, receipt: paid }, known) : paid;
  }, [sale, known, seesCustomers]);
  return { refunds, receipt, countCopy, ...usePapers(receipt, options) };
}

/** Whose the sale is now; the rest stays as it was printed. */
function withCustomerOf({ receipt }: SoldSale, { receipt: { customerName } }: SoldSale): Receipt {
  const { customerName: _, ...rest } = receipt;
  return customerName === undefined ? rest : { ...rest, customerName };
}

/** Payments of which it is not known whether they went through. */
function Uncertain({ sale, onRecorded }: { readonly sale: SoldSale; readonly onRecorded: () => void }) {
  const { id, uncertain = [] } = sale;
  return uncertain.map((payment) => (
    <PaymentOutcome key={payment.id} saleId={id} payment={payment} onRecorded={onRecorded} />
  ));
}

/** The sale as the server knows it, with what became of it; and asks it once more. */
function useKnown(sale: SoldSale, isChanging: boolean): readonly [SoldSale | undefined, () => void] {
  const { device, operator, settings } = useCounter();
  const [known, setKnown] = useState<SoldSale | undefined>(undefined);
  const [asked, ask] = useState(0);
  const { token } = operator;
  const { merchantName } = settings;
  const { id } = sale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server is asked again.
  useEffect(() => {
    if (isChanging) return;
    let isOver = false;
    void saleById(device, token, { id, merchantName }).then((answered) => {
      if (isOver) return;
      setKnown(answered);
      // The list of what this terminal sold states it too.
      if (answered) void device.outbox().learn(id, answered.receipt.payments);
    });
    return () => {
      isOver = true;
    };
  }, [device, token, id, merchantName, isChanging, asked]);
  return [known?.id === id ? known : undefined, () => ask((times) => times + 1)];
}
