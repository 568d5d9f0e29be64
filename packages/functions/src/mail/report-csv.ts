import { csvText } from "@pos/core/base/csv.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { plainTaxName } from "@pos/core/goods/tax/index.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/totals.ts";
import { oneLine } from "../platform/mail-address.ts";
import type { Format } from "./format.ts";
import type { MailTranslate } from "./messages.ts";
import { methodName, namesOf } from "./method-name.ts";

/** Mail servers accept a few megabytes, so a day with more articles lists only the best sellers. */
const ARTICLES_MAX = 2_000;

/** Adds a row: the figure, its subject (name and code), quantity and amount. */
type Add = (figure: string, of: string, count: string, amount: string, code?: string) => void;

/** All figures of a report as one table. Amounts are in major units. */
export function reportCsv(report: DailyReport, t: MailTranslate, format: Format): Uint8Array {
  const rows: string[][] = [[t("mail.figure"), t("mail.code"), t("mail.name"), t("mail.quantity"), t("mail.amount")]];
  const add: Add = (figure, of, count, amount, code = "") => {
    rows.push([figure, oneLine(code), oneLine(of), count, amount]);
  };
  addTotals(add, report, t, format);
  addParts(add, report, t, format);
  return Buffer.from(csvText(rows), "utf8");
}

function addTotals(add: Add, { summary }: DailyReport, t: MailTranslate, { decimal }: Format): void {
  const { saleCount, refundCount, voidCount, figures } = summary;
  add(t("reports.saleCount"), "", String(saleCount), "");
  add(t("reports.refundCount"), "", String(refundCount), "");
  if (voidCount > 0) add(t("reports.voided"), "", String(voidCount), decimal(figures.voids));
  for (const name of REPORT_TOTALS) add(t(`reports.${name}`), "", "", decimal(figures[name]));
  const { marginPercent, averageSale } = figures;
  if (marginPercent !== undefined) add(`${t("reports.marginPercent")} (%)`, "", "", marginPercent);
  if (averageSale !== undefined) add(t("reports.averageSale"), "", "", decimal(averageSale));
}

function addParts(add: Add, report: DailyReport, t: MailTranslate, format: Format): void {
  const { decimal, hour, time } = format;
  for (const { hour: of, saleCount, grossSales } of report.hours)
    add(t("reports.byHour"), hour(of), String(saleCount), decimal(grossSales));
  for (const { categoryId, name, quantity, gross, refunds } of report.categories) {
    const of = categoryId === undefined ? t("mail.noCategory") : (name ?? categoryId);
    add(t("reports.byCategory"), of, formatQuantity(quantity), decimal(gross - refunds));
  }
  for (const { paid, refunded, ...of } of report.payments)
    add(t("reports.paymentsLessRefunds"), methodName(of, t, format), "", decimal(paid - refunded));
  if (report.tips !== 0) add(t("reports.tips"), "", "", decimal(report.tips));
  if (report.unpaid !== 0) add(t("reports.unpaid"), "", "", decimal(report.unpaid));
  for (const { paid, refunded, ...of } of report.customerPayments)
    add(t("reports.customerPayments"), methodName(of, t, format), "", decimal(paid - refunded));
  for (const { tax, ...of } of report.taxes) add(t("reports.taxByRate"), plainTaxName(of), "", decimal(tax));
  for (const { net, ...of } of report.taxes)
    add(t("reports.salesWithoutTaxByRate"), plainTaxName(of), "", decimal(net));
  for (const { occurredAt, reason, total } of report.refunds)
    add(t("mail.refundsGiven"), `${time(occurredAt)} · ${reason ?? t("mail.noReason")}`, "", decimal(0 - total));
  addRest(
    add,
    t("mail.refundsGiven"),
    report.summary.refundCount - report.summary.voidCount - report.refunds.length,
    t,
  );
  for (const { terminalCode, terminalName, cash } of report.drawers)
    add(t("reports.drawers"), terminalName, "", decimal(cash), terminalCode);
  for (const { methods, count, amount } of report.uncertain)
    add(t("reports.uncertain", { methods: namesOf(methods, t) }), "", String(count), decimal(amount));
  for (const { variant, onHand } of report.belowReorderPoint)
    add(t("mail.belowReorderPoint"), variant.title ?? variant.name, onHand, "", variant.sku);
  addRest(add, t("mail.belowReorderPoint"), report.belowReorderPointCount - report.belowReorderPoint.length, t);
  for (const { sku, description, quantity, gross, refunds } of report.articles.slice(0, ARTICLES_MAX))
    add(t("reports.byArticle"), description, formatQuantity(quantity), decimal(gross - refunds), sku);
  addRest(add, t("reports.byArticle"), report.articles.length - ARTICLES_MAX, t);
}

function addRest(add: Add, figure: string, count: number, t: MailTranslate): void {
  if (count > 0) add(figure, t("mail.more", { count }), "", "");
}
