import { csvText } from "@pos/core/base/csv.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/labels.ts";
import { oneLine } from "../platform/mail-address.ts";
import type { Format } from "./format.ts";
import type { ReportMessages } from "./messages.ts";

/** Mail servers accept a few megabytes, so a day with more articles lists only the best sellers. */
const ARTICLES_MAX = 2_000;

/** Adds a row: the figure, its subject (name and code), quantity and amount. */
type Add = (figure: string, of: string, count: string, amount: string, code?: string) => void;

/** All figures of a report as one table. Amounts are in major units. */
export function reportCsv(report: DailyReport, messages: ReportMessages, format: Format): Uint8Array {
  const rows: string[][] = [[messages.figure, messages.code, messages.name, messages.quantity, messages.amount]];
  const add: Add = (figure, of, count, amount, code = "") => {
    rows.push([figure, oneLine(code), oneLine(of), count, amount]);
  };
  addTotals(add, report, messages, format);
  addParts(add, report, messages, format);
  return Buffer.from(csvText(rows), "utf8");
}

function addTotals(add: Add, { summary }: DailyReport, messages: ReportMessages, { decimal }: Format): void {
  const { saleCount, refundCount, figures } = summary;
  add(messages.saleCount, "", String(saleCount), "");
  add(messages.refundCount, "", String(refundCount), "");
  for (const name of REPORT_TOTALS) add(messages[name], "", "", decimal(figures[name]));
  const { marginPercent, averageSale } = figures;
  if (marginPercent !== undefined) add(`${messages.marginPercent} (%)`, "", "", marginPercent);
  if (averageSale !== undefined) add(messages.averageSale, "", "", decimal(averageSale));
}

function addParts(add: Add, report: DailyReport, messages: ReportMessages, { decimal, hour, time }: Format): void {
  for (const { hour: of, saleCount, grossSales } of report.hours)
    add(messages.byHour, hour(of), String(saleCount), decimal(grossSales));
  for (const { categoryId, name, quantity, gross, refunds } of report.categories) {
    const of = categoryId === undefined ? messages.noCategory : (name ?? categoryId);
    add(messages.byCategory, of, formatQuantity(quantity), decimal(gross - refunds));
  }
  for (const { method, paid, refunded } of report.payments)
    add(messages.paymentsLessRefunds, messages.methods[method], "", decimal(paid - refunded));
  for (const { rate, tax } of report.taxes) add(messages.taxByRate, `${rate} %`, "", decimal(tax));
  for (const { rate, net } of report.taxes) add(messages.salesWithoutTaxByRate, `${rate} %`, "", decimal(net));
  for (const { occurredAt, reason, total } of report.refunds)
    add(messages.refundsGiven, `${time(occurredAt)} · ${reason ?? messages.noReason}`, "", decimal(0 - total));
  addRest(add, messages.refundsGiven, report.summary.refundCount - report.refunds.length, messages);
  for (const { terminalCode, terminalName, cash } of report.drawers)
    add(messages.drawers, terminalName, "", decimal(cash), terminalCode);
  for (const { variant, onHand } of report.belowReorderPoint)
    add(messages.belowReorderPoint, variant.name, onHand, "", variant.sku);
  addRest(add, messages.belowReorderPoint, report.belowReorderPointCount - report.belowReorderPoint.length, messages);
  for (const { sku, description, quantity, gross, refunds } of report.articles.slice(0, ARTICLES_MAX))
    add(messages.byArticle, description, formatQuantity(quantity), decimal(gross - refunds), sku);
  addRest(add, messages.byArticle, report.articles.length - ARTICLES_MAX, messages);
}

function addRest(add: Add, figure: string, count: number, messages: ReportMessages): void {
  if (count > 0) add(figure, messages.more(count), "", "");
}
