"use client";

import { SimpleGrid, Stack, Text } from "@mantine/core";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SideButton } from "@pos/web/components/side-button.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { chosenRange, rangeVariables } from "@pos/web/figures/chosen-range.ts";
import { FigureTable } from "@pos/web/figures/figure-table.tsx";
import { RangeFields } from "@pos/web/figures/range-fields.tsx";
import { RangeLead } from "@pos/web/figures/range-lead.tsx";
import { SalesOverview } from "@pos/web/figures/sales-overview.tsx";
import { useSales } from "@pos/web/figures/use-sales.ts";
import { ReportOfRangeDocument, type ReportOfRangeQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "urql";
import type { ReportsAddress } from "./address.ts";
import { RangeExport } from "./range-export.tsx";
import { TotalsPanel } from "./totals-panel.tsx";

/** The figures of a period, of one location or of all. */
export function RangeReport({ address }: { readonly address: Address<ReportsAddress> }) {
  const { t } = useI18n();
  const session = useSession();
  const chosen = chosenRange(session, address.state);
  const { state, reload, before } = useSales(chosen);
  const [parts, refetchParts] = useQuery({
    query: ReportOfRangeDocument,
    variables: rangeVariables(session, chosen).now,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  return (
    <Stack gap="lg">
      <RangeFields address={address} chosen={chosen}>
        <SideButton icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
          {t("common.print")}
        </SideButton>
        <RangeExport range={chosen.range} />
      </RangeFields>
      <div>
        <Text fw={600}>{session.isAll ? t("common.allLocations") : session.location.name}</Text>
        <Text c="dimmed">
          <RangeLead chosen={chosen} before={before} />
        </Text>
      </div>
      <QueryResult state={state} retry={reload}>
        {({ salesRange: sales }) => sales !== null && <SalesOverview chosen={chosen} sales={sales} before={before} />}
      </QueryResult>
      <QueryResult state={parts} retry={() => refetchParts({ requestPolicy: "network-only" })}>
        {({ salesRange }) => salesRange !== null && <Parts range={salesRange} />}
      </QueryResult>
    </Stack>
  );
}

const FRESH = { additionalTypenames: ["Sale", "Refund", "SaleVoid", "StockAdjustment"] };

function Parts({ range }: { readonly range: NonNullable<ReportOfRangeQuery["salesRange"]> }) {
  const { t, format, code } = useI18n();
  const { summary, figures, payments, days } = range;
  const sold = days.filter((day) => day.summary.saleCount + day.summary.refundCount > 0);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
        <TotalsPanel summary={summary} figures={figures} />
        <div>
          <Panel title={t("reports.paymentsLessRefunds")}>
            <FigureTable
              header={[t("sales.payments"), t("reports.less")]}
              rows={payments.map(({ methods, net }) => [
                methods.map((method) => code("method", method)).join(" / "),
                format.money(net),
              ])}
            />
          </Panel>
        </div>
      </SimpleGrid>
      <Panel title={t("reports.days")}>
        <FigureTable
          isWide
          header={[
            t("reports.day"),
            ...[t("reports.saleCount"), t("reports.discounts"), t("reports.returns"), t("reports.total")],
            ...[t("reports.tax"), t("reports.salesWithoutTax"), t("reports.grossProfit")],
          ]}
          rows={sold.map((day) => [
            format.date(day.day),
            format.decimal(day.summary.saleCount),
            ...[day.figures.discounts, day.figures.returns, day.figures.total].map(format.money),
            ...[day.figures.tax, day.figures.salesWithoutTax, day.figures.grossProfit].map(format.money),
          ])}
        />
      </Panel>
    </Stack>
  );
}
