import type { Mail, MailLanguage } from "@pos/core/office/mail/index.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { oneLine } from "../platform/mail-address.ts";
import { type Chart, chartOf } from "./chart.ts";
import { type Format, formatFor } from "./format.ts";
import { type Html, html } from "./html.ts";
import { footer, heading, image, note, page, section, table, tiles, verdict } from "./layout.ts";
import { REPORT_MESSAGES, type ReportMessages } from "./messages.ts";
import { reportCsv } from "./report-csv.ts";
import { detailsOf, type Section, sectionsOf } from "./report-sections.ts";

/** The context of a report beside its figures. */
export interface ReportOf {
  readonly merchantName: string;
  readonly location: { readonly code: string; readonly name: string; readonly timeZone: string };
}

/** The daily report as a mail, without sender and recipients. */
export type ReportMail = Pick<Mail, "subject" | "language" | "text" | "html" | "images" | "attachments">;

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

function verdictOf({ reconciliation }: DailyReport, messages: ReportMessages): string {
  return reconciliation.reconciles ? messages.reconciles : messages.doesNotReconcile;
}

function bestHour(report: DailyReport) {
  return report.hours.reduce((best, hour) => (hour.grossSales > best.grossSales ? hour : best));
}

/** The figures at the head of the mail. Those that a day without sales does not have are left out. */
function keyFigures(
  { summary }: DailyReport,
  messages: ReportMessages,
  format: Format,
): [name: string, value: string][] {
  const { total, marginPercent, averageSale } = summary.figures;
  return [
    [messages.total, format.money(total)],
    [messages.saleCount, format.count(summary.saleCount)],
    ...(averageSale === undefined ? [] : [[messages.averageSale, format.money(averageSale)] as [string, string]]),
    ...(marginPercent === undefined
      ? []
      : [[messages.marginPercent, `${format.number(marginPercent)} %`] as [string, string]]),
  ];
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
  const { reconciliation } = report;
  const best = bestHour(report);
  const alt = messages.chart(format.hour(best.hour), format.money(best.grossSales));
  const body: Html[] = [
    heading(head.above, head.title, head.day),
    verdict(reconciliation.reconciles, verdictOf(report, messages), detailsOf(report, messages, format)),
    tiles(keyFigures(report, messages, format)),
    section(messages.byHour, chart ? image(CHART_ID, alt, chart) : note(messages.nothingSold)),
    ...sections.map(({ title, columns, rows, left }) => {
      const list = table(columns, rows);
      return section(title, left === 0 ? list : html`${list}${note(messages.more(left))}`);
    }),
    footer(head.footer),
  ];
  const title = `${head.title}, ${report.day}`;
  const preview = `${messages.total} ${format.money(report.summary.figures.total)} · ${verdictOf(report, messages)}`;
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
    ...detailsOf(report, messages, format),
    "",
    ...keyFigures(report, messages, format).map(([name, value]) => `${name}: ${value}`),
  ];
  if (report.summary.saleCount === 0) lines.push("", messages.nothingSold);
  const hours = report.hours.filter(({ saleCount }) => saleCount > 0);
  if (hours.length > 0) {
    lines.push("", messages.byHour);
    for (const { hour, grossSales } of hours) lines.push(`  ${format.hour(hour)}  ${format.money(grossSales)}`);
  }
  for (const { title, columns, rows, left } of sections) {
    lines.push("", columns.length === 0 ? title : `${title} (${columns.join(", ")})`);
    for (const cells of rows) lines.push(`  ${cells.join("  ")}`);
    if (left > 0) lines.push(`  ${messages.more(left)}`);
  }
  return `${[...lines, "", head.footer].join("\n")}\n`;
}
