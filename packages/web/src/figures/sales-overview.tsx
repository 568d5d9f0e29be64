"use client";

import { Stack } from "@mantine/core";
import { Panel } from "@pos/web/components/panel.tsx";
import type { SalesComparedQuery, SalesOfRangeQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import type { ChosenRange } from "./chosen-range.ts";
import { FigureTable } from "./figure-table.tsx";
import { chartTitle, SalesChart } from "./sales-chart.tsx";
import { SalesTiles } from "./sales-tiles.tsx";

/** The main figures of a period, its chart, and each location's part of it where it covers several. */
export function SalesOverview({
  chosen,
  sales,
  before,
}: {
  readonly chosen: ChosenRange;
  readonly sales: NonNullable<SalesOfRangeQuery["salesRange"]>;
  readonly before: SalesComparedQuery | undefined;
}) {
  const { t, format } = useI18n();
  const { isAll } = useSession();
  return (
    <Stack gap="lg">
      <SalesTiles sales={sales} before={before} />
      <Panel title={t(chartTitle(chosen))}>
        <SalesChart chosen={chosen} sales={sales} before={before?.salesRange} />
      </Panel>
      {isAll && (
        <Panel title={t("figures.byLocation")}>
          <FigureTable
            header={[t("common.location"), t("reports.saleCount"), t("reports.total")]}
            rows={sales.locations.map(({ location, summary, figures }) => [
              location.name,
              format.decimal(summary.saleCount),
              format.money(figures.total),
            ])}
          />
        </Panel>
      )}
    </Stack>
  );
}
