"use client";

import { Button } from "@mantine/core";
import { csvText } from "@pos/core/base/csv.ts";
import { saveFile } from "@pos/web/components/save-file.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { IconDownload } from "@tabler/icons-react";
import type { DailyReport } from "./report.ts";

/** The report's figures as rows: what they are of, and how much. */
export function ReportExport({ report, name }: { readonly report: DailyReport; readonly name: string }) {
  const { t, code } = useI18n();
  const { summary } = report;
  const rows = (): (readonly (string | number)[])[] => [
    [t("reports.totals"), t("home.saleCount"), summary.saleCount],
    [t("reports.totals"), t("reports.grossSales"), plainAmount(summary.grossSales)],
    [t("reports.totals"), t("reports.discounts"), plainAmount(report.discountTotal)],
    [t("reports.totals"), t("sales.refunds"), plainAmount(summary.refunds)],
    [t("reports.totals"), t("home.netSales"), plainAmount(summary.netSales)],
    [t("reports.totals"), t("sales.tax"), plainAmount(summary.taxTotal)],
    [t("reports.totals"), t("reports.costOfGoods"), plainAmount(summary.costOfGoods)],
    [t("reports.totals"), t("home.margin"), plainAmount(summary.grossMargin)],
    ...report.payments.map(({ method, net }) => [t("sales.payments"), code("method", method), plainAmount(net)]),
    ...report.taxes.map(({ rate, tax }) => [t("reports.taxes"), `${rate} %`, plainAmount(tax)]),
    ...report.categories.map(({ category, netSales }) => [
      t("reports.categories"),
      category?.name ?? t("common.none"),
      plainAmount(netSales),
    ]),
    ...report.bestSellers.map(({ description, netSales }) => [
      t("home.bestSellers.day"),
      description,
      plainAmount(netSales),
    ]),
  ];
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden="true" />}
      onClick={() =>
        saveFile(`${name}.csv`, csvText([[t("reports.part"), t("reports.what"), t("reports.figure")], ...rows()]))
      }
    >
      {t("common.export")}
    </Button>
  );
}
