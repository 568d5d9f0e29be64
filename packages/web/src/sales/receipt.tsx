"use client";

import { Paper } from "@mantine/core";
import type { Money } from "@pos/core/base/money.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./receipt.module.css";
import type { SaleDetail } from "./sale-detail.ts";

/** What the customer has on paper; printed, it is all of the page. */
export function Receipt({ sale }: { readonly sale: SaleDetail }) {
  const { t, format, code } = useI18n();
  const { location, terminal, lines, payments } = sale;
  return (
    <Paper component="article" withBorder className={classes.receipt}>
      <header className={classes.head}>
        <strong>{location.name}</strong>
        <span>{t("sales.receiptTitle", { number: sale.receiptNumber })}</span>
        <span>
          {format.dateTime(sale.occurredAt, location.timeZone)} · {terminal.name}
        </span>
      </header>
      <table className={classes.lines}>
        <thead className={classes.hidden}>
          <tr>
            <th scope="col">{t("sales.description")}</th>
            <th scope="col">{t("sales.total")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.description}
                <small>
                  {format.decimal(line.quantity)} ×{" "}
                  {format.unitPrice({ price: line.unitPrice, currency: line.total.currency })}
                  {line.discountTotal.amount !== 0 && (
                    <>
                      {" "}
                      − {format.money(line.discountTotal)} {t("sales.discount")}
                    </>
                  )}
                </small>
              </td>
              <td>{format.money(line.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.sums}>
        {sale.discountTotal.amount !== 0 && (
          <>
            <Sum label={t("sales.subtotal")} value={sale.subtotal} />
            <Sum label={t("sales.discount")} value={{ ...sale.discountTotal, amount: -sale.discountTotal.amount }} />
          </>
        )}
        {sale.rounding.amount !== 0 && <Sum label={t("sales.rounding")} value={sale.rounding} />}
        <Sum label={t("sales.total")} value={sale.total} isTotal />
        <Sum label={t("sales.ofWhichTax")} value={sale.taxTotal} />
        {payments.map(({ id, method, amount, tendered }) => (
          <Sum key={id} label={code("method", method)} value={tendered ?? amount} />
        ))}
        {sale.changeDue.amount !== 0 && <Sum label={t("sales.change")} value={sale.changeDue} />}
      </dl>
      <footer className={classes.foot}>{t("sales.thanks")}</footer>
    </Paper>
  );
}

function Sum({ label, value, isTotal = false }: { label: string; value: Money; isTotal?: boolean }) {
  const { format } = useI18n();
  return (
    <div data-total={isTotal || undefined}>
      <dt>{label}</dt>
      <dd>{format.money(value)}</dd>
    </div>
  );
}
