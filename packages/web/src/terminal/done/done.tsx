"use client";

import { Alert, Button, Kbd, Stack } from "@mantine/core";
import { present } from "@pos/core/base/result.ts";
import { isTaking } from "@pos/core/selling/payment/model.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { ReceiptPaper } from "@pos/web/receipt/paper.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { useCopies } from "@pos/web/receipt/use-copies.ts";
import { IconArrowRight, IconCheck, IconClock } from "@tabler/icons-react";
import { type MouseEvent, memo, type Ref, useDeferredValue, useEffect, useRef, useState } from "react";
import { type Cart, type SoldCard, sellsCard } from "../cart/cart.ts";
import { writtenOffOf } from "../cart/exchange.ts";
import { EReceiptButton } from "../e-receipt/e-receipt-button.tsx";
import type { Settled } from "../outbox/outbox.ts";
import type { Receipt, SaleRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { useStable } from "../use-stable.ts";
import classes from "./done.module.css";
import { NewCards } from "./new-cards.tsx";
import { NotRestocked } from "./not-restocked.tsx";
import { useCalmNext } from "./use-calm-next.ts";
import { papersOfReceipt, usePapers } from "./use-papers.ts";
import { useSentLater } from "./use-sent-later.ts";

type Over = Exclude<Settled<SaleRow>, { readonly status: "refused" }>;

/**
 * The page of the sale that was made last. What is the same for every sale is drawn while it is being paid, its paper while the
 * server is asked, and both are seen when that has answered: the receipt waits for neither.
 */
export const DoneBehind = memo(function DoneBehindPay({
  isPaying,
  onNext,
}: {
  readonly isPaying: boolean;
  readonly onNext: () => void;
}) {
  const { settled, drawn } = useCounter("settled", "drawn").state;
  const isPrepared = useDeferredValue(isPaying);
  // A long paper is drawn piece by piece, so that the answer need not wait for it.
  const behind = useDeferredValue(drawn);
  const over = settled?.status === "refused" ? undefined : settled;
  const row = over?.row ?? behind;
  const key = useKeyOf(row?.id);
  if (row === undefined && !(isPaying && isPrepared)) return null;
  const isShown = over !== undefined;
  return (
    <div className={classes.layer} data-shown={isShown} inert={!isShown}>
      <Done key={key} row={row} over={over} onNext={onNext} />
    </div>
  );
});

/** Another one with every sale, and the same from when a sale is being paid. */
function useKeyOf(saleId: string | undefined): number {
  const [known, setKnown] = useState({ saleId, key: 0 });
  if (known.saleId === saleId) return known.key;
  const key = known.saleId === undefined ? known.key : known.key + 1;
  setKnown({ saleId, key });
  return key;
}

/** The sale is made: what to give back, whether the server has it, and the paper. */
function Done({
  row,
  over,
  onNext,
}: {
  /** Undefined: it is still being paid. */
  readonly row: SaleRow | undefined;
  readonly over: Over | undefined;
  readonly onNext: () => void;
}) {
  const { t } = useI18n();
  const sale = row?.sale;
  const rowOf = useStable(() => present(row, "the sale that was made"));
  const saleIdOf = useStable(() => rowOf().id);
  const isShown = over !== undefined;
  const next = useCalmNext(onNext, isShown);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isShown) button.current?.focus({ preventScroll: true });
  }, [isShown]);
  return (
    <section className={classes.done} aria-label={t("terminal.done.title")}>
      <div className={classes.outcome}>
        {sale && <Outcome receipt={sale.receipt} over={over} />}
        {sale?.cart.exchange && <NotRestocked goods={writtenOffOf(sale.cart.exchange)} />}
        {isShown && sale && sellsCard(sale.cart) && (
          <NewCards cards={newCardsOf(sale.cart)} occurredAt={sale.receipt.occurredAt} />
        )}
        <Stack gap="sm">
          <Next ref={button} onNext={next} />
          <Print rowOf={rowOf} />
          <EReceiptButton saleIdOf={saleIdOf} />
        </Stack>
      </div>
      {sale && <Paper receipt={sale.receipt} />}
    </section>
  );
}

const Next = memo(function ButtonToNext({
  ref,
  onNext,
}: {
  readonly ref: Ref<HTMLButtonElement>;
  readonly onNext: (event: MouseEvent) => void;
}) {
  const { t } = useI18n();
  return (
    <Button
      ref={ref}
      size="xl"
      onClick={onNext}
      leftSection={<IconArrowRight size={22} aria-hidden="true" />}
      rightSection={<Kbd className={classes.onButton}>Enter</Kbd>}
    >
      {t("terminal.done.next")}
    </Button>
  );
});

function newCardsOf({ lines }: Cart): SoldCard[] {
  return lines.flatMap(({ giftCard }) => (giftCard?.isNew ? giftCard : []));
}

const Paper = memo(function PaperOfSale({ receipt }: { readonly receipt: Receipt }) {
  const { paper } = usePapers(receipt);
  return (
    <section
      className={classes.paper}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
      tabIndex={0}
      aria-label={paper.title}
    >
      <ReceiptPaper document={paper} />
    </section>
  );
});

/** What is printed once more is a copy. */
const Print = memo(function PrintPapers({ rowOf }: { readonly rowOf: () => SaleRow }) {
  const { t } = useI18n();
  const { settings } = useCounter("settings");
  const [isPrinted, setPrinted] = useState(false);
  const { copyNumber, countCopy } = useCopies(0);
  const papers = () => {
    const options = isPrinted && copyNumber !== undefined ? { isCopy: true, copyNumber } : {};
    return papersOfReceipt(rowOf().sale.receipt, settings, options);
  };
  const printed = () => {
    if (isPrinted) countCopy(rowOf().id);
    setPrinted(true);
  };
  return (
    <PrintButton
      document={() => papers().paper}
      gift={() => papers().gift()}
      label={t(isPrinted ? "receipt.printCopy" : "receipt.print")}
      onPrint={printed}
      size="xl"
      fullWidth
    />
  );
});

function Outcome({ receipt, over: shown }: { readonly receipt: Receipt; readonly over: Over | undefined }) {
  const { t, refusal } = useI18n();
  const over = useSentLater(shown);
  const status = over?.status;
  return (
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
          {over?.row.refusals.map(refusal).join(" ")}
        </Alert>
      )}
    </div>
  );
}

/** The change in large figures, if any, and how it was paid. */
function GivenBack({ receipt }: { readonly receipt: Receipt }) {
  const i18n = useI18n();
  const { t, format, code } = i18n;
  const { changeDue, currency, payments, tip = 0, saved = 0 } = receipt;
  const cashBack = payments.reduce((sum, payment) => sum + (payment.cashBack ?? 0), 0);
  const handedOut = changeDue + cashBack;
  const back = receipt.exchange?.refund.payments.filter(({ method }) => isTaking(method)) ?? [];
  const money = (amount: number) => format.money({ amount, currency });
  const isCash = payments.some(({ method }) => method === "CASH");
  if (back.length > 0)
    return (
      <div>
        <span className={classes.quiet}>
          {t("terminal.exchange.giveBack")} · {back.map(({ method }) => code("method", method)).join(", ")}
        </span>
        <p className={`${classes.change} figures`} data-large={true} data-testid="change">
          {money(back.reduce((sum, { amount }) => sum + amount, 0))}
        </p>
      </div>
    );
  return (
    <div>
      {handedOut > 0 && (
        <span className={classes.quiet}>{t(cashBack > 0 ? "pay.cashBack" : "terminal.done.change")}</span>
      )}
      <p className={`${classes.change} figures`} data-large={handedOut > 0} data-testid="change">
        {handedOut > 0 ? money(handedOut) : t(isCash ? "counter.done.exact" : "counter.done.paid")}
      </p>
      <dl className={classes.payments}>
        {payments.map(({ amount, tendered = amount, cashBack: out = 0, ...payment }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the payments of a sale that is made do not change.
          <div key={index}>
            <dt>{methodName(i18n, payment)}</dt>
            <dd className="figures">{money(tendered + out)}</dd>
          </div>
        ))}
        {tip > 0 && (
          <div>
            <dt>{t("tip.title")}</dt>
            <dd className="figures">{money(tip)}</dd>
          </div>
        )}
        {saved > 0 && (
          <div>
            <dt>{t("receipt.saved")}</dt>
            <dd className="figures">{money(saved)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
