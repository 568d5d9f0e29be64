import type { DailyReport, Difference } from "@pos/core/office/report/index.ts";
import { isCount } from "@pos/core/office/report/index.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/labels.ts";
import { oneLine } from "../platform/mail-address.ts";
import type { Format } from "./format.ts";
import { filled, type ReportMessages } from "./messages.ts";

/** A table of the mail, for both HTML and text. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of rows that the mail leaves out. */
  readonly left: number;
}

const ROWS_SHOWN = 10;

export function sectionsOf(report: DailyReport, messages: ReportMessages, format: Format): Section[] {
  const sections = [
    totals(report, messages, format),
    ...sales(report, messages, format),
    ...money(report, messages, format),
    ...shop(report, messages, format),
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** @param count of all rows, where the report has only the first of them */
function shown(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  count = rows.length,
): Section {
  return { title, columns, rows: rows.slice(0, ROWS_SHOWN), left: Math.max(0, count - ROWS_SHOWN) };
}

function totals({ summary }: DailyReport, messages: ReportMessages, format: Format): Section {
  const { figures, refundCount } = summary;
  const rows = REPORT_TOTALS.map((name) => [messages[name], format.money(figures[name])]);
  return {
    title: messages.totals,
    columns: [],
    left: 0,
    rows: [...rows, [messages.refundCount, format.count(refundCount)]],
  };
}

function sales(report: DailyReport, messages: ReportMessages, { money, quantity }: Format): Section[] {
  return [
    shown(
      messages.byCategory,
      [messages.category, messages.quantity, messages.total],
      report.categories.map(({ categoryId, name, quantity: count, gross, refunds }) => [
        categoryId === undefined ? messages.noCategory : oneLine(name ?? categoryId),
        quantity(count),
        money(gross - refunds),
      ]),
    ),
    shown(
      messages.byArticle,
      [messages.article, messages.quantity, messages.total],
      report.articles.map(({ description, quantity: count, gross, refunds }) => [
        oneLine(description),
        quantity(count),
        money(gross - refunds),
      ]),
    ),
  ];
}

function money(report: DailyReport, messages: ReportMessages, format: Format): Section[] {
  const { money, number } = format;
  return [
    shown(
      messages.paymentsLessRefunds,
      [],
      report.payments.map(({ method, paid, refunded }) => [messages.methods[method], money(paid - refunded)]),
    ),
    shown(
      messages.taxByRate,
      [messages.rate, messages.salesWithoutTax, messages.tax],
      report.taxes.map(({ rate, net, tax }) => [`${number(rate)} %`, money(net), money(tax)]),
    ),
    shown(
      messages.refundsGiven,
      [],
      report.refunds.map(({ occurredAt, reason, total }) => [
        `${format.time(occurredAt)} · ${oneLine(reason ?? messages.noReason)}`,
        money(0 - total),
      ]),
      report.summary.refundCount,
    ),
  ];
}

/** What is not the day's, but as it is when the report is made. */
function shop(report: DailyReport, messages: ReportMessages, { money, number }: Format): Section[] {
  return [
    shown(
      messages.drawers,
      [],
      report.drawers.map(({ terminalName, cash }) => [oneLine(terminalName), money(cash)]),
    ),
    shown(
      messages.belowReorderPoint,
      [messages.article, messages.onHand, messages.reorderPoint],
      report.belowReorderPoint.map(({ variant, onHand }) => [
        `${oneLine(variant.name)} (${oneLine(variant.sku)})`,
        number(onHand),
        variant.reorderPoint === undefined ? "" : number(variant.reorderPoint),
      ]),
      report.belowReorderPointCount,
    ),
  ];
}

/** The details under the overall result: what does not add up, and the day's exceptions. */
export function detailsOf({ reconciliation }: DailyReport, messages: ReportMessages, format: Format): string[] {
  const { checks, openExceptions, openExceptionCount } = reconciliation;
  const failed = checks.flatMap(({ name, differences }) => {
    if (differences.length === 0) return [];
    const some = differences
      .slice(0, ROWS_SHOWN)
      .map((difference) => `· ${differenceText(difference, messages, format)}`);
    const left = differences.length - some.length;
    return [`✗ ${messages.checks[name]}`, ...some, ...(left > 0 ? [messages.more(left)] : [])];
  });
  const exceptions = openExceptions.slice(0, ROWS_SHOWN).map(({ code, subjectName, raisedAt }) => {
    const of = subjectName === undefined ? "" : `${oneLine(subjectName)}, `;
    return `· ${messages.exceptions[code] ?? oneLine(code)}: ${of}${format.time(raisedAt)}`;
  });
  if (openExceptionCount === 0) return failed;
  const left = openExceptionCount - exceptions.length;
  const rest = left > 0 ? [messages.more(left)] : [];
  return [...failed, `${messages.openExceptions(openExceptionCount)}:`, ...exceptions, ...rest];
}

function differenceText(difference: Difference, messages: ReportMessages, format: Format): string {
  const { figure, hour = 0, methods = [], stored, counted } = difference;
  const show = isCount(figure) ? format.count : format.money;
  return filled(messages[`difference.${figure}`], {
    hour: format.hour(hour),
    methods: methods.map((method) => messages.methods[method]).join(", "),
    stored: show(stored),
    counted: show(counted),
  });
}
