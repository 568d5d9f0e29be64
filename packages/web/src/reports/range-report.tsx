"use client";

import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SideButton } from "@pos/web/components/side-button.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { chosenRange, rangeVariables } from "@pos/web/figures/chosen-range.ts";
import { FigureTable } from "@pos/web/figures/figure-table.tsx";
import { type DayRange, dayCount } from "@pos/web/figures/range.ts";
import { RangeFields } from "@pos/web/figures/range-fields.tsx";
import { RangeLead } from "@pos/web/figures/range-lead.tsx";
import { SalesOverview } from "@pos/web/figures/sales-overview.tsx";
import { useSales } from "@pos/web/figures/use-sales.ts";
import {
  ReportOfRangeDocument,
  type ReportOfRangeQuery,
  SalesPartsOfRangeDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconPrinter } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import type { ReportsAddress } from "./address.ts";
import { BestSellersPanel, CategoryPanel, MoneyPanels } from "./part-panels.tsx";
import { RangeExport } from "./range-export.tsx";
import { PARTS_DAYS_MAX } from "./report.ts";
import { PartsExport } from "./report-export.tsx";
import { TotalsPanel } from "./totals-panel.tsx";

/** The figures of a period, of one location or of all. */
export function RangeReport({ address }: { readonly address: Address<ReportsAddress> }) {
  const { t } = useI18n();
  const session = useSession();
  const chosen = chosenRange(session, address.state);
  const { state, reload, before } = useSales(chosen);
  const { now } = rangeVariables(session, chosen);
  const [parts, refetchParts] = useQuery({
    query: ReportOfRangeDocument,
    variables: now,
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
        {({ salesRange }) =>
          salesRange !== null && (
            <Parts range={salesRange}>
              <PartsOfSales range={chosen.range} locationId={now.locationId} byAccount={salesRange.payments} />
            </Parts>
          )
        }
      </QueryResult>
    </Stack>
  );
}

const FRESH = { additionalTypenames: ["Sale", "Refund", "SaleVoid", "StockAdjustment"] };

type Range = NonNullable<ReportOfRangeQuery["salesRange"]>;

function Parts({ range, children }: { readonly range: Range; readonly children: ReactNode }) {
  const { t, format } = useI18n();
  const { summary, figures, days } = range;
  const sold = days.filter((day) => day.summary.saleCount + day.summary.refundCount > 0);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
        <TotalsPanel summary={summary} figures={figures} />
        {children}
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

/** By way to pay, tax, category and article, where the period is not too long for that. */
function PartsOfSales({
  range,
  locationId,
  byAccount,
}: {
  readonly range: DayRange;
  readonly locationId: string | null;
  readonly byAccount: Range["payments"];
}) {
  const { location, isAll } = useSession();
  const isLong = dayCount(range) > PARTS_DAYS_MAX;
  const [state, refetch] = useQuery({
    query: SalesPartsOfRangeDocument,
    variables: { locationId, ...range },
    pause: isLong,
  });
  if (isLong) return <PaymentsByAccount payments={byAccount} />;
  const code = isAll ? "all" : location.code;
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
      {({ salesParts: parts }) =>
        parts !== null && (
          <Stack gap="lg">
            <MoneyPanels parts={parts} />
            <CategoryPanel parts={parts} />
            <BestSellersPanel parts={parts} />
            <Group className="screen-only">
              <PartsExport parts={parts} name={`sales-parts-${code}-${range.from}-${range.to}`} />
            </Group>
          </Stack>
        )
      }
    </QueryResult>
  );
}

/** Ways to pay that share an account are one row. */
function PaymentsByAccount({ payments }: Pick<Range, "payments">) {
  const { t, format, code } = useI18n();
  return (
    <Panel title={t("reports.paymentsLessRefunds")}>
      <FigureTable
        header={[t("sales.payments"), t("reports.less")]}
        rows={payments.map(({ methods, net }) => [
          methods.map((method) => code("method", method)).join(" / "),
          format.money(net),
        ])}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t("reports.partsTooLong", { days: PARTS_DAYS_MAX })}
      </Text>
    </Panel>
  );
}
