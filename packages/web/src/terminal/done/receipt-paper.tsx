"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { QrCode } from "@pos/web/terminals/qr-code.tsx";
import type { Receipt, ReceiptDiscount } from "../outbox/row.ts";
import classes from "./receipt.module.css";

/** The customer's paper, on the screen as it is printed. Its time is the shop's. */
export function ReceiptPaper({ receipt, isCopy }: { readonly receipt: Receipt; readonly isCopy: boolean }) {
  const { t, format, code } = useI18n();
  const { currency, lines, discounts, taxes, payments } = receipt;
  const money = (amount: number) => format.money({ amount, currency });
  const off = ({ percent }: ReceiptDiscount) =>
    percent === undefined ? t("terminal.receipt.discount") : t("terminal.receipt.percentOff", { percent });
  return (
    <article
      className={classes.receipt}
      aria-label={t("terminal.receipt.title", { number: receipt.receiptNumber })}
      data-testid="receipt"
    >
      <header>
        <strong>{receipt.merchantName}</strong>
        <span>{receipt.locationName}</span>
        {isCopy && <b className={classes.copy}>{t("terminal.receipt.copy")}</b>}
      </header>
      <p className={classes.facts}>
        <span>{receipt.receiptNumber}</span>
        <time dateTime={receipt.occurredAt}>{format.dateTime(receipt.occurredAt, receipt.timeZone)}</time>
      </p>
      <table>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes.
            <Line key={index} name={line.description} amount={money(line.gross)}>
              <small>
                {format.decimal(line.quantity)} × {format.unitPrice({ price: line.unitPrice, currency })}
              </small>
              {line.discounts.map((discount, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes.
                <small key={at} className={classes.off}>
                  <span>{off(discount)}</span>
                  <span>{money(-discount.amount)}</span>
                </small>
              ))}
            </Line>
          ))}
        </tbody>
        <tbody className={classes.sums}>
          {discounts.length > 0 && <Line name={t("terminal.receipt.subtotal")} amount={money(sumOfLines(receipt))} />}
          {discounts.map((discount, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes.
            <Line key={index} name={off(discount)} amount={money(-discount.amount)} />
          ))}
          {!receipt.pricesIncludeTax && <Line name={t("terminal.receipt.tax")} amount={money(receipt.taxTotal)} />}
          {receipt.rounding !== 0 && <Line name={t("terminal.receipt.rounding")} amount={money(receipt.rounding)} />}
          <tr className={classes.total}>
            <th scope="row">{t("terminal.receipt.total")}</th>
            <td>{money(receipt.total + receipt.rounding)}</td>
          </tr>
        </tbody>
        <tbody className={classes.sums}>
          {payments.map((payment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a receipt never changes.
            <Line key={index} name={code("method", payment.method)} amount={money(payment.tendered ?? payment.amount)}>
              {payment.reference !== undefined && <small>{payment.reference}</small>}
            </Line>
          ))}
          {receipt.changeDue > 0 && <Line name={t("terminal.receipt.change")} amount={money(receipt.changeDue)} />}
        </tbody>
      </table>
      <table className={classes.taxes}>
        <thead>
          <tr>
            <th scope="col">{t("terminal.receipt.taxRate")}</th>
            <th scope="col">{t("terminal.receipt.net")}</th>
            <th scope="col">{t("terminal.receipt.tax")}</th>
          </tr>
        </thead>
        <tbody>
          {taxes.map(({ rate, net, tax }) => (
            <tr key={rate}>
              <td>{format.decimal(rate)} %</td>
              <td>{money(net)}</td>
              <td>{money(tax)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {receipt.customerName !== undefined && <p>{t("terminal.cart.customerIs", { name: receipt.customerName })}</p>}
      {receipt.note !== undefined && <p>{receipt.note}</p>}
      <footer>
        <QrCode text={receipt.receiptNumber} label={receipt.receiptNumber} size={88} />
        <span>
          {receipt.terminalName} · {t("terminal.operator", { number: receipt.operatorNumber })}
        </span>
      </footer>
    </article>
  );
}

function Line({
  name,
  amount,
  children,
}: {
  readonly name: string;
  readonly amount: string;
  readonly children?: React.ReactNode;
}) {
  return (
    <tr>
      <th scope="row">
        {name}
        {children}
      </th>
      <td>{amount}</td>
    </tr>
  );
}

function sumOfLines({ lines }: Receipt): number {
  let sum = 0;
  for (const { gross, discounts } of lines) {
    sum += gross;
    for (const { amount } of discounts) sum -= amount;
  }
  return sum;
}
