import type { Mail, MailLanguage } from "@pos/core/office/mail/index.ts";
import type { DailyReport } from "@pos/core/office/report/index.ts";
import { oneLine } from "../platform/mail-address.ts";
import { type Format, formatFor } from "./format.ts";
import { type Html, html } from "./html.ts";
import { bars, footer, heading, note, page, section, table, tiles, verdict } from "./layout.ts";
import type { MailTranslate } from "./messages.ts";
import { reportCsv } from "./report-csv.ts";
import { detailsOf, type Section, sectionsOf } from "./report-sections.ts";
import { mailTexts } from "./translate.ts";

/** The context of a report beside its figures. */
export interface ReportOf {
  readonly merchantName: string;
  readonly location: { readonly code: string; readonly name: string; readonly timeZone: string };
}

/** What a mail contains, without sender and recipients. */
export type MailContent = Pick<Mail, "subject" | "language" | "text" | "html" | "images" | "attachments">;

export function reportMail(report: DailyReport, of: ReportOf, language: MailLanguage): MailContent {
  const { t, locale, tag } = mailTexts(language, report.currency);
  const format = formatFor(locale, report.currency, of.location.timeZone);
  const sections = sectionsOf(report, t, format);
  const head: Head = {
    above: oneLine(of.merchantName),
    title: `${t("mail.dailyReport")} · ${oneLine(of.location.name)}`,
    day: format.day(report.day),
    footer: t("mail.footer", { time: format.time(report.madeAt) }),
  };
  const fileName = `report-${of.location.code.replace(/[^\p{L}\p{N}_-]+/gu, "_")}-${report.day}`;
  return {
    subject: t("mail.subject", { location: oneLine(of.location.name), day: report.day }),
    language,
    text: textOf(report, head, sections, t, format),
    html: htmlOf(report, head, sections, { t, format, tag }),
    images: [],
    attachments: [
      { name: `${fileName}.csv`, contentType: "text/csv; charset=utf-8", content: reportCsv(report, t, format) },
    ],
  };
}

interface Head {
  readonly above: string;
  readonly title: string;
  readonly day: string;
  readonly footer: string;
}

function verdictOf({ reconciliation }: DailyReport, t: MailTranslate): string {
  return reconciliation.reconciles ? t("reports.reconciles") : t("reports.doesNotReconcile");
}

/** A typical opening time; the bars extend to any hour with sales. */
const OPEN_FROM = 8;
const OPEN_TO = 18;

/** In the order of the business day, from the first hour that is shown to the last. */
function openHours({ hours }: DailyReport): DailyReport["hours"] {
  const isShown = hours.map(({ hour, saleCount }) => saleCount > 0 || (hour >= OPEN_FROM && hour <= OPEN_TO));
  return hours.slice(isShown.indexOf(true), isShown.lastIndexOf(true) + 1);
}

/** The figures at the head of the mail. Those that a day without sales does not have are left out. */
function keyFigures({ summary }: DailyReport, t: MailTranslate, format: Format): [name: string, value: string][] {
  const { total, marginPercent, averageSale } = summary.figures;
  return [
    [t("reports.total"), format.money(total)],
    [t("reports.saleCount"), format.count(summary.saleCount)],
    ...(averageSale === undefined ? [] : [[t("reports.averageSale"), format.money(averageSale)] as [string, string]]),
    ...(marginPercent === undefined
      ? []
      : [[t("reports.marginPercent"), format.percent(marginPercent)] as [string, string]]),
  ];
}

function htmlOf(
  report: DailyReport,
  head: Head,
  sections: readonly Section[],
  { t, format, tag }: { t: MailTranslate; format: Format; tag: string },
): string {
  const { reconciliation } = report;
  const hours = openHours(report).map(({ hour, grossSales: amount }) => ({
    ...{ name: format.hour(hour), amount, value: format.money(amount) },
  }));
  const body: Html[] = [
    heading(head.above, head.title, head.day),
    verdict(reconciliation.reconciles, verdictOf(report, t), detailsOf(report, t, format)),
    tiles(keyFigures(report, t, format)),
    section(t("reports.byHour"), report.summary.saleCount === 0 ? note(t("mail.nothingSold")) : bars(hours)),
    ...sections.map(({ title, columns, rows, left }) => {
      const list = table(columns, rows);
      return section(title, left === 0 ? list : html`${list}${note(t("mail.more", { count: left }))}`);
    }),
    footer(head.footer),
  ];
  const title = `${head.title}, ${report.day}`;
  const preview = `${t("reports.total")} ${format.money(report.summary.figures.total)} · ${verdictOf(report, t)}`;
  return page({ language: tag, title, preview, body });
}

function textOf(
  report: DailyReport,
  head: Head,
  sections: readonly Section[],
  t: MailTranslate,
  format: Format,
): string {
  const lines = [
    head.above,
    head.title,
    head.day,
    "",
    verdictOf(report, t),
    ...detailsOf(report, t, format),
    "",
    ...keyFigures(report, t, format).map(([name, value]) => `${name}: ${value}`),
  ];
  if (report.summary.saleCount === 0) lines.push("", t("mail.nothingSold"));
  const hours = report.hours.filter(({ saleCount }) => saleCount > 0);
  if (hours.length > 0) {
    lines.push("", t("reports.byHour"));
    for (const { hour, grossSales } of hours) lines.push(`  ${format.hour(hour)}  ${format.money(grossSales)}`);
  }
  for (const { title, columns, rows, left } of sections) {
    lines.push("", columns.length === 0 ? title : `${title} (${columns.join(", ")})`);
    for (const cells of rows) lines.push(`  ${cells.join("  ")}`);
    if (left > 0) lines.push(`  ${t("mail.more", { count: left })}`);
  }
  return `${[...lines, "", head.footer].join("\n")}\n`;
}
