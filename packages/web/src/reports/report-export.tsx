"use client";

import { csvText } from "@pos/core/base/csv.ts";
import { plainTaxName } from "@pos/core/goods/tax/rules.ts";
import { REPORT_TOTALS } from "@pos/core/office/report/totals.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { saveFile } from "@pos/web/components/save-file.ts";
import { SideButton } from "@pos/web/components/side-button.tsx";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { IconDownload } from "@tabler/icons-react";
import type { DailyReport } from "./report.ts";

/** The report's figures as rows: what they are of, and how much. */
export function ReportExport({ report, name }: { readonly report: DailyReport; readonly name: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <SideButton
      icon={<IconDownload size={16} aria-hidden="true" />}
      onClick={() =>
        saveFile(
          `${name}.csv`,
          csvText([[t("reports.part"), t("reports.what"), t("reports.figure")], ...rowsOf(report, i18n)]),
        )
      }
    >
      {t("common.export")}
    </SideButton>
  );
}

function rowsOf(report: DailyReport, i18n: I18n): (readonly (string | number)[])[] {
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
    ...report.payments.map(({ net, ...of }) => [
      t("reports.paymentsLessRefunds"),
      methodName(i18n, of),
      plainAmount(net),
    ]),
    ...(report.tips.amount === 0 ? [] : [[t("reports.totals"), t("reports.tips"), plainAmount(report.tips)]]),
    ...report.customerPayments.map(({ paid, ...of }) => [
      t("reports.customerPayments"),
      methodName(i18n, of),
      plainAmount(paid),
    ]),
    ...report.taxes.map(({ tax, ...of }) => [t("reports.taxByRate"), plainTaxName(of), plainAmount(tax)]),
    ...report.taxes.map(({ salesWithoutTax, ...of }) => [
      t("reports.salesWithoutTaxByRate"),
      plainTaxName(of),
      plainAmount(salesWithoutTax),
    ]),
    ...report.categories.map(({ category, total }) => [
      t("reports.byCategory"),
      category?.name ?? t("mail.noCategory"),
      plainAmount(total),
    ]),
    ...report.bestSellers.map(({ description, total }) => [t("reports.byArticle"), description, plainAmount(total)]),
    ...report.drawers.map(({ terminal, cash }) => [t("reports.drawers"), terminal.name, plainAmount(cash)]),
  ];
}
