import type { DailyReport, Difference, MethodTotal } from "@pos/core/office/report/index.ts";
import { isCount } from "@pos/core/office/report/index.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/totals.ts";
import { translateCode } from "@pos/messages/translate.ts";
import { oneLine } from "../platform/mail-address.ts";
import type { Format } from "./format.ts";
import type { MailTranslate } from "./messages.ts";
import { methodName, namesOf } from "./method-name.ts";

/** A table of the mail, for both HTML and text. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of rows that the mail leaves out. */
  readonly left: number;
}

const ROWS_SHOWN = 10;

export function sectionsOf(report: DailyReport, t: MailTranslate, format: Format): Section[] {
  const sections = [
    totals(report, t, format),
    ...sales(report, t, format),
    ...money(report, t, format),
    ...shop(report, t, format),
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

function totals({ summary }: DailyReport, t: MailTranslate, format: Format): Section {
  const { figures, refundCount, voidCount } = summary;
  const rows = REPORT_TOTALS.map((name) => [t(`reports.${name}`), format.money(figures[name])]);
  return {
    title: t("reports.totals"),
    columns: [],
    left: 0,
    rows: [
      ...rows,
      [t("reports.refundCount"), format.count(refundCount)],
      ...(voidCount === 0
        ? []
        : [[t("reports.voids", { count: format.count(voidCount) }), format.money(figures.voids)]]),
    ],
  };
}

function sales(report: DailyReport, t: MailTranslate, { money, quantity }: Format): Section[] {
  return [
    shown(
      t("reports.byCategory"),
      [t("mail.category"), t("mail.quantity"), t("reports.total")],
      report.categories.map(({ categoryId, name, quantity: count, gross, refunds }) => [
        categoryId === undefined ? t("mail.noCategory") : oneLine(name ?? categoryId),
        quantity(count),
        money(gross - refunds),
      ]),
    ),
    shown(
      t("reports.byArticle"),
      [t("mail.article"), t("mail.quantity"), t("reports.total")],
      report.articles.map(({ description, quantity: count, gross, refunds }) => [
        oneLine(description),
        quantity(count),
        money(gross - refunds),
      ]),
    ),
  ];
}

/** What was given back of it is taken off. */
function netByMethod(totals: readonly MethodTotal[], t: MailTranslate, format: Format): string[][] {
  return totals.map(({ paid, refunded, ...of }) => [oneLine(methodName(of, t, format)), format.money(paid - refunded)]);
}

function money(report: DailyReport, t: MailTranslate, format: Format): Section[] {
  const { money, percent } = format;
  return [
    shown(
      t("reports.paymentsLessRefunds"),
      [],
      [
        ...netByMethod(report.payments, t, format),
        ...(report.tips === 0 ? [] : [[t("reports.tips"), money(report.tips)]]),
        ...(report.unpaid === 0 ? [] : [[t("reports.unpaid"), money(report.unpaid)]]),
        ...report.uncertain.map(({ methods, amount }) => [
          ...[t("reports.uncertain", { methods: namesOf(methods, t) }), money(amount)],
        ]),
      ],
    ),
    shown(t("reports.customerPayments"), [], netByMethod(report.customerPayments, t, format)),
    shown(
      t("reports.taxByRate"),
      [t("mail.rate"), t("reports.salesWithoutTax"), t("reports.tax")],
      report.taxes.map(({ name, rate, net, tax }) => [
        name === undefined ? percent(rate) : `${oneLine(name)} ${percent(rate)}`,
        ...[money(net), money(tax)],
      ]),
    ),
    shown(
      t("mail.refundsGiven"),
      [],
      report.refunds.map(({ occurredAt, reason, total }) => [
        `${format.time(occurredAt)} · ${oneLine(reason ?? t("mail.noReason"))}`,
        money(0 - total),
      ]),
      report.summary.refundCount - report.summary.voidCount,
    ),
  ];
}

/** What is not the day's, but as it is when the report is made. */
function shop(report: DailyReport, t: MailTranslate, { money, number }: Format): Section[] {
  return [
    shown(
      t("reports.drawers"),
      [],
      report.drawers.map(({ terminalName, cash }) => [oneLine(terminalName), money(cash)]),
    ),
    shown(
      t("mail.belowReorderPoint"),
      [t("mail.article"), t("mail.onHand"), t("mail.reorderPoint")],
      report.belowReorderPoint.map(({ variant, onHand }) => [
        `${oneLine(variant.title ?? variant.name)} (${oneLine(variant.sku)})`,
        number(onHand),
        variant.reorderPoint === undefined ? "" : number(variant.reorderPoint),
      ]),
      report.belowReorderPointCount,
    ),
  ];
}

/** The details under the overall result: what does not add up, and the day's exceptions. */
export function detailsOf({ reconciliation }: DailyReport, t: MailTranslate, format: Format): string[] {
  const { checks, openExceptions, openExceptionCount } = reconciliation;
  const failed = checks.flatMap(({ name, differences }) => {
    if (differences.length === 0) return [];
    const some = differences.slice(0, ROWS_SHOWN).map((difference) => `· ${differenceText(difference, t, format)}`);
    const left = differences.length - some.length;
    return [`✗ ${t(`reports.check.${name}`)}`, ...some, ...(left > 0 ? [t("mail.more", { count: left })] : [])];
  });
  const exceptions = openExceptions.slice(0, ROWS_SHOWN).map(({ code, subjectName, raisedAt }) => {
    const of = subjectName === undefined ? "" : `${oneLine(subjectName)}, `;
    return `· ${oneLine(translateCode(t, "exception", code))}: ${of}${format.time(raisedAt)}`;
  });
  if (openExceptionCount === 0) return failed;
  const left = openExceptionCount - exceptions.length;
  const rest = left > 0 ? [t("mail.more", { count: left })] : [];
  return [...failed, `${t("mail.openExceptions", { count: openExceptionCount })}:`, ...exceptions, ...rest];
}

function differenceText(difference: Difference, t: MailTranslate, format: Format): string {
  const { figure, hour = 0, methods = [], stored, counted } = difference;
  const show = isCount(figure) ? format.count : format.money;
  return t(`reports.difference.${figure}`, {
    hour: format.hour(hour),
    methods: namesOf(methods, t),
    stored: show(stored),
    counted: show(counted),
  });
}
