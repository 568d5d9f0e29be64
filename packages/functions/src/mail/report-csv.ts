import { formatQuantity } from "@pos/core/base/quantity.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { oneLine } from "../platform/mail-address.ts";
import { csvOf } from "./csv.ts";
import type { Format } from "./format.ts";
import type { Words } from "./words.ts";

/** Mail servers accept a few megabytes, so a day with more articles lists only the best sellers. */
const ARTICLES_MAX = 2_000;

/**
 * All figures of a report as one table: the figure, its subject (code and name), quantity and amount. Amounts are in
 * major units.
 */
export function reportCsv(report: DailyReport, words: Words, { decimal, hour }: Format): Uint8Array {
  const { summary } = report;
  const rows: string[][] = [[words.figure, words.code, words.name, words.quantity, words.amount]];
  const add = (section: string, of: string, count: string, amount: string, code = ""): void => {
    rows.push([section, oneLine(code), oneLine(of), count, amount]);
  };
  add(words.totals, words.grossSales, String(summary.saleCount), decimal(summary.grossSales));
  add(words.totals, words.refunds, String(summary.refundCount), decimal(0 - summary.refunds));
  add(words.totals, words.netSales, "", decimal(summary.netSales));
  add(words.totals, words.tax, "", decimal(summary.taxTotal));
  add(words.totals, words.discounts, "", decimal(report.discountTotal));
  add(words.totals, words.costOfGoods, "", decimal(summary.costOfGoods));
  add(words.totals, words.grossMargin, "", decimal(summary.grossMargin));
  for (const { hour: of, saleCount, grossSales } of report.hours)
    add(words.byHour, hour(of), String(saleCount), decimal(grossSales));
  for (const { categoryId, name, quantity, gross, refunds } of report.categories) {
    const of = categoryId === undefined ? words.noCategory : (name ?? categoryId);
    add(words.byCategory, of, formatQuantity(quantity), decimal(gross - refunds));
  }
  for (const { method, paid, refunded } of report.payments)
    add(words.payments, words.methods[method], "", decimal(paid - refunded));
  for (const { rate, tax } of report.taxes) add(words.taxByRate, `${rate} %`, "", decimal(tax));
  for (const { terminalCode, cash } of report.drawers) add(words.drawers, terminalCode, "", decimal(cash));
  for (const { variant, onHand } of report.belowReorderPoint)
    add(words.belowReorderPoint, variant.name, onHand, "", variant.sku);
  for (const { sku, description, quantity, gross, refunds } of report.articles.slice(0, ARTICLES_MAX))
    add(words.bestSellers, description, formatQuantity(quantity), decimal(gross - refunds), sku);
  return csvOf(rows);
}
