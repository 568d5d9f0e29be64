import type { Mail, MailLanguage } from "@pos/core/office/mail/index.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { oneLine } from "../platform/mail-address.ts";
import { type Chart, chartOf } from "./chart.ts";
import { type Format, formatFor } from "./format.ts";
import { type Html, html } from "./html.ts";
import { footer, heading, image, note, page, section, table, tiles, verdict } from "./layout.ts";
import { REPORT_MESSAGES, type ReportMessages } from "./messages.ts";
import { reportCsv } from "./report-csv.ts";

/** The context of a report beside its figures. */
export interface ReportOf {
  readonly merchantName: string;
  readonly location: { readonly code: string; readonly name: string; readonly timeZone: string };
}

/** The daily report as a mail, without sender and recipients. */
export type ReportMail = Pick<Mail, "subject" | "language" | "text" | "html" | "images" | "attachments">;

const ROWS_SHOWN = 10;
const CHART_ID = "hours@report";

export function reportMail(report: DailyReport, of: ReportOf, language: MailLanguage): ReportMail {
  const messages = REPORT_MESSAGES[language];
  const format = formatFor(messages.locale, report.currency, of.location.timeZone);
  const sections = sectionsOf(report, messages, format);
  const head: Head = {
    above: oneLine(of.merchantName),
    title: `${messages.dailyReport} · ${oneLine(of.location.name)}`,
    day: format.day(report.day),
    footer: messages.footer(format.time(report.madeAt)),
  };
  const chart = report.summary.saleCount === 0 ? undefined : chartOf(report.hours);
  const fileName = `report-${of.location.code.replace(/[^\p{L}\p{N}_-]+/gu, "_")}-${report.day}`;
  return {
    subject: messages.subject(oneLine(of.location.name), report.day),
    language,
    text: textOf(report, head, sections, messages, format),
    html: htmlOf(report, head, sections, { messages, format, language, chart }),
    images: chart ? [{ name: CHART_ID, contentType: "image/png", content: chart.png }] : [],
    attachments: [
      { name: `${fileName}.csv`, contentType: "text/csv; charset=utf-8", content: reportCsv(report, messages, format) },
    ],
  };
}

interface Head {
  readonly above: string;
  readonly title: string;
  readonly day: string;
  readonly footer: string;
}

/** A table of the mail, for both HTML and text. */
interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of rows that are only in the attached file. */
  readonly left: number;
}

function sectionsOf(report: DailyReport, messages: ReportMessages, format: Format): Section[] {
  const { money, quantity } = format;
  const { summary } = report;
  const sections: Section[] = [
    {
      title: messages.totals,
      columns: [],
      left: 0,
      rows: [
        [messages.grossSales, money(summary.grossSales)],
        [messages.refunds, money(0 - summary.refunds)],
        [messages.netSales, money(summary.netSales)],
        [messages.tax, money(summary.taxTotal)],
        [messages.discounts, money(report.discountTotal)],
        [messages.costOfGoods, money(summary.costOfGoods)],
        [messages.grossMargin, money(summary.grossMargin)],
      ],
    },
    shown(
      messages.byCategory,
      [messages.category, messages.quantity, messages.amount],
      report.categories.map(({ categoryId, name, quantity: count, gross, refunds }) => [
        categoryId === undefined ? messages.noCategory : oneLine(name ?? categoryId),
        quantity(count),
        money(gross - refunds),
      ]),
    ),
    shown(
      messages.bestSellers,
      [messages.article, messages.quantity, messages.amount],
      report.articles.map(({ description, quantity: count, gross, refunds }) => [
        oneLine(description),
        quantity(count),
        money(gross - refunds),
      ]),
    ),
    shown(
      messages.payments,
      [],
      report.payments.map(({ method, paid, refunded }) => [messages.methods[method], money(paid - refunded)]),
    ),
    shown(
      messages.taxByRate,
      ["", messages.net, messages.tax],
      report.taxes.map(({ rate, net, tax }) => [`${rate} %`, money(net), money(tax)]),
    ),
    shown(
      messages.refundsGiven,
      [],
      report.refunds.map(({ occurredAt, reason, total }) => [
        `${format.time(occurredAt)} · ${oneLine(reason ?? messages.noReason)}`,
        money(total),
      ]),
    ),
    shown(
      messages.drawers,
      [],
      report.drawers.map(({ terminalCode, cash }) => [oneLine(terminalCode), money(cash)]),
    ),
    shown(
      messages.belowReorderPoint,
      [messages.article, messages.onHand, messages.reorderPoint],
      report.belowReorderPoint.map(({ variant, onHand }) => [
        `${oneLine(variant.name)} (${oneLine(variant.sku)})`,
        onHand,
        variant.reorderPoint ?? "",
      ]),
    ),
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function shown(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Section {
  return { title, columns, rows: rows.slice(0, ROWS_SHOWN), left: Math.max(0, rows.length - ROWS_SHOWN) };
}

/** The details under the overall result: failed checks and the day's exceptions. */
function detailsOf({ reconciliation }: DailyReport, messages: ReportMessages): string[] {
  const { checks, openExceptions } = reconciliation;
  const failed = checks.flatMap(({ name, detail }) =>
    detail === undefined ? [] : [`${messages.checks[name]}: ✗ (${oneLine(detail)})`],
  );
  const exceptions = openExceptions
    .slice(0, ROWS_SHOWN)
    .map(({ code, message }) => `· ${oneLine(code)}: ${oneLine(message)}`);
  const count = openExceptions.length;
  return [...failed, ...(count === 0 ? [] : [`${messages.openExceptions(count)}:`, ...exceptions])];
}

function verdictOf({ reconciliation }: DailyReport, messages: ReportMessages): string {
  return reconciliation.reconciles ? messages.reconciles : messages.doesNotReconcile;
}

function bestHour(report: DailyReport) {
  return report.hours.reduce((best, hour) => (hour.grossSales > best.grossSales ? hour : best));
}

function averageOf({ summary }: DailyReport): number {
  return summary.saleCount === 0 ? 0 : Math.round(summary.grossSales / summary.saleCount);
}

function htmlOf(
  report: DailyReport,
  head: Head,
  sections: readonly Section[],
  {
    messages,
    format,
    language,
    chart,
  }: { messages: ReportMessages; format: Format; language: MailLanguage; chart: Chart | undefined },
): string {
  const { summary, reconciliation } = report;
  const best = bestHour(report);
  const alt = messages.chart(format.hour(best.hour), format.money(best.grossSales));
  const body: Html[] = [
    heading(head.above, head.title, head.day),
    verdict(reconciliation.reconciles, verdictOf(report, messages), detailsOf(report, messages)),
    tiles([
      [messages.netSales, format.money(summary.netSales)],
      [messages.sales, format.count(summary.saleCount)],
      [messages.averageSale, format.money(averageOf(report))],
      [messages.grossMargin, format.money(summary.grossMargin)],
    ]),
    section(messages.byHour, chart ? image(CHART_ID, alt, chart) : note(messages.nothingSold)),
    ...sections.map(({ title, columns, rows, left }) => {
      const list = table(columns, rows);
      return section(title, left === 0 ? list : html`${list}${note(messages.more(left))}`);
    }),
    footer(head.footer),
  ];
  const title = `${head.title}, ${report.day}`;
  const preview = `${messages.netSales} ${format.money(summary.netSales)} · ${verdictOf(report, messages)}`;
  return page({ language: language === "EN" ? "en" : "zh-Hans", title, preview, body });
}

function textOf(
  report: DailyReport,
  head: Head,
  sections: readonly Section[],
  messages: ReportMessages,
  format: Format,
): string {
  const lines = [
    head.above,
    head.title,
    head.day,
    "",
    verdictOf(report, messages),
    ...detailsOf(report, messages),
    "",
    `${messages.netSales}: ${format.money(report.summary.netSales)}`,
    `${messages.sales}: ${format.count(report.summary.saleCount)}`,
    `${messages.averageSale}: ${format.money(averageOf(report))}`,
  ];
  if (report.summary.saleCount === 0) lines.push("", messages.nothingSold);
  const hours = report.hours.filter(({ saleCount }) => saleCount > 0);
  if (hours.length > 0) {
    lines.push("", messages.byHour);
    for (const { hour, grossSales } of hours) lines.push(`  ${format.hour(hour)}  ${format.money(grossSales)}`);
  }
  for (const { title, rows, left } of sections) {
    lines.push("", title);
    for (const cells of rows) lines.push(`  ${cells.join("  ")}`);
    if (left > 0) lines.push(`  ${messages.more(left)}`);
  }
  return `${[...lines, "", head.footer].join("\n")}\n`;
}
