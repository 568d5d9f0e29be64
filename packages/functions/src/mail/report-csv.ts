import { csvText } from "@pos/core/base/csv.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { oneLine } from "../platform/mail-address.ts";
import type { Format } from "./format.ts";
import type { ReportMessages } from "./messages.ts";

/** Mail servers accept a few megabytes, so a day with more articles lists only the best sellers. */
const ARTICLES_MAX = 2_000;

/**
 * All figures of a report as one table: the figure, its subject (code and name), quantity and amount. Amounts are in
 * major units.
 */
export function reportCsv(report: DailyReport, messages: ReportMessages, { decimal, hour }: Format): Uint8Array {
  const { summary } = report;
  const rows: string[][] = [[messages.figure, messages.code, messages.name, messages.quantity, messages.amount]];
  const add = (section: string, of: string, count: string, amount: string, code = ""): void => {
    rows.push([section, oneLine(code), oneLine(of), count, amount]);
  };
  add(messages.totals, messages.grossSales, String(summary.saleCount), decimal(summary.grossSales));
  add(messages.totals, messages.refunds, String(summary.refundCount), decimal(0 - summary.refunds));
  add(messages.totals, messages.netSales, "", decimal(summary.netSales));
  add(messages.totals, messages.tax, "", decimal(summary.taxTotal));
  add(messages.totals, messages.discounts, "", decimal(report.discountTotal));
  add(messages.totals, messages.costOfGoods, "", decimal(summary.costOfGoods));
  add(messages.totals, messages.grossMargin, "", decimal(summary.grossMargin));
  for (const { hour: of, saleCount, grossSales } of report.hours)
    add(messages.byHour, hour(of), String(saleCount), decimal(grossSales));
  for (const { categoryId, name, quantity, gross, refunds } of report.categories) {
    const of = categoryId === undefined ? messages.noCategory : (name ?? categoryId);
    add(messages.byCategory, of, formatQuantity(quantity), decimal(gross - refunds));
  }
  for (const { method, paid, refunded } of report.payments)
    add(messages.payments, messages.methods[method], "", decimal(paid - refunded));
  for (const { rate, tax } of report.taxes) add(messages.taxByRate, `${rate} %`, "", decimal(tax));
  for (const { terminalCode, cash } of report.drawers) add(messages.drawers, terminalCode, "", decimal(cash));
  for (const { variant, onHand } of report.belowReorderPoint)
    add(messages.belowReorderPoint, variant.name, onHand, "", variant.sku);
  for (const { sku, description, quantity, gross, refunds } of report.articles.slice(0, ARTICLES_MAX))
    add(messages.bestSellers, description, formatQuantity(quantity), decimal(gross - refunds), sku);
  return Buffer.from(csvText(rows), "utf8");
}
