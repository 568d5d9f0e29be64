"use client";

import { csvText } from "@pos/core/base/csv.ts";
import { plainTaxName } from "@pos/core/goods/tax/rules.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/totals.ts";
import { methodName, namesOf } from "@pos/web/components/method-name.ts";
import { saveFile } from "@pos/web/components/save-file.ts";
import { SideButton } from "@pos/web/components/side-button.tsx";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { IconDownload } from "@tabler/icons-react";
import type { DailyReport, SalesParts } from "./report.ts";

/** The parts of a period as rows: what they are of, and how much. */
export function PartsExport({ parts, name }: { readonly parts: SalesParts; readonly name: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const rows = () => [...moneyRows(parts, i18n), ...soldRows(parts, i18n)];
  return (
    <SideButton icon={<IconDownload size={16} aria-hidden="true" />} onClick={() => save(name, rows(), i18n)}>
      {t("reports.exportParts")}
    </SideButton>
  );
}

type Row = readonly (string | number)[];

function save(name: string, rows: readonly Row[], { t }: I18n): void {
  saveFile(`${name}.csv`, csvText([[t("reports.part"), t("reports.what"), t("reports.figure")], ...rows]));
}

/** The report's figures as rows: what they are of, and how much. */
export function ReportExport({ report, name }: { readonly report: DailyReport; readonly name: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <SideButton
      icon={<IconDownload size={16} aria-hidden="true" />}
      onClick={() => save(name, rowsOf(report, i18n), i18n)}
    >
      {t("common.export")}
    </SideButton>
  );
}

function rowsOf(report: DailyReport, i18n: I18n): Row[] {
  const { t, format } = i18n;
  const { summary, figures } = report;
  const { marginPercent, averageSale } = figures;
  return [
    [t("reports.totals"), t("reports.saleCount"), summary.saleCount],
    [t("reports.totals"), t("reports.refundCount"), summary.refundCount],
    ...(summary.voidCount === 0 ? [] : [[t("reports.totals"), t("reports.voided"), plainAmount(figures.voids)]]),
    ...REPORT_TOTALS.map((name) => [t("reports.totals"), t(`reports.${name}`), plainAmount(figures[name])]),
    ...(marginPercent === null ? [] : [[t("reports.totals"), `${t("reports.marginPercent")} (%)`, marginPercent]]),
    ...(averageSale === null ? [] : [[t("reports.totals"), t("reports.averageSale"), plainAmount(averageSale)]]),
    ...report.hours.map(({ hour, sales }) => [t("reports.byHour"), format.hour(hour), plainAmount(sales)]),
    ...moneyRows(report, i18n),
    ...soldRows(report, i18n),
    ...report.uncertain.map(({ methods, amount }) => [
      ...[t("reports.totals"), t("reports.uncertain", { methods: namesOf(methods, i18n) }), plainAmount(amount)],
    ]),
    ...report.drawers.map(({ terminal, cash }) => [t("reports.drawers"), terminal.name, plainAmount(cash)]),
  ];
}

type PartsOf<Part extends keyof SalesParts> = Pick<SalesParts, Part>;

function moneyRows(of: PartsOf<"payments" | "tips" | "unpaid" | "customerPayments" | "taxes">, i18n: I18n): Row[] {
  const { t } = i18n;
  return [
    ...of.payments.map(({ net, ...by }) => [t("reports.paymentsLessRefunds"), methodName(i18n, by), plainAmount(net)]),
    ...(of.tips.amount === 0 ? [] : [[t("reports.totals"), t("reports.tips"), plainAmount(of.tips)]]),
    ...(of.unpaid.amount === 0 ? [] : [[t("reports.totals"), t("reports.unpaid"), plainAmount(of.unpaid)]]),
    ...of.customerPayments.map(({ net, ...by }) => [
      t("reports.customerPayments"),
      methodName(i18n, by),
      plainAmount(net),
    ]),
    ...of.taxes.map(({ tax, ...rate }) => [t("reports.taxByRate"), plainTaxName(rate), plainAmount(tax)]),
    ...of.taxes.map(({ salesWithoutTax, ...rate }) => [
      t("reports.salesWithoutTaxByRate"),
      plainTaxName(rate),
      plainAmount(salesWithoutTax),
    ]),
  ];
}

function soldRows({ categories, bestSellers }: PartsOf<"categories" | "bestSellers">, { t }: I18n): Row[] {
  return [
    ...categories.map(({ category, total }) => [
      t("reports.byCategory"),
      category?.name ?? t("mail.noCategory"),
      plainAmount(total),
    ]),
    ...bestSellers.map(({ description, total }) => [t("reports.byArticle"), description, plainAmount(total)]),
  ];
}
