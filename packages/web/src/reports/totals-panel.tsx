"use client";

import { REPORT_TOTALS } from "@pos/core/office/report/totals.ts";
import { type Fact, Facts } from "@pos/web/components/facts.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import type { FiguresFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** All totals of a day or a period, in the order in which they follow from each other. */
export function TotalsPanel({
  summary,
  figures,
}: {
  readonly summary: { readonly saleCount: number; readonly refundCount: number; readonly voidCount: number };
  readonly figures: FiguresFragment;
}) {
  const { t, format } = useI18n();
  const { marginPercent, averageSale } = figures;
  const amounts = REPORT_TOTALS.map((name): Fact => {
    const amount = format.money(figures[name]);
    return [t(`reports.${name}`), name === "total" ? <strong key={name}>{amount}</strong> : amount];
  });
  return (
    <Panel title={t("reports.totals")}>
      <Facts
        areFigures
        facts={[
          [t("reports.saleCount"), format.decimal(summary.saleCount)],
          [t("reports.refundCount"), format.decimal(summary.refundCount)],
          ...(summary.voidCount === 0
            ? []
            : [
                [
                  t("reports.voids", { count: format.decimal(summary.voidCount) }),
                  format.money(figures.voids),
                ] satisfies Fact,
              ]),
          ...amounts,
          [t("reports.marginPercent"), marginPercent === null ? "–" : format.percent(Number(marginPercent) / 100)],
          [t("reports.averageSale"), averageSale === null ? "–" : format.money(averageSale)],
        ]}
      />
    </Panel>
  );
}
