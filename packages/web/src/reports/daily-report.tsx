"use client";

import { Alert, Button, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useToday } from "@pos/web/components/day-fields.tsx";
import { addDays } from "@pos/web/components/days.ts";
import { Facts } from "@pos/web/components/facts.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import type { UrlState } from "@pos/web/components/url-state.ts";
import { DailyReportDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconChevronLeft, IconChevronRight, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "urql";
import { FigureTable } from "./figure-table.tsx";
import type { DailyReport } from "./report.ts";
import { ReportExport } from "./report-export.tsx";

/** The daily report on the screen, with the content of its mail. */
export function DailyReportView({ url }: { readonly url: UrlState }) {
  const { t, format } = useI18n();
  const { location } = useSession();
  const today = useToday();
  const day = url.get("day") ?? today;
  const [state, refetch] = useQuery({
    query: DailyReportDocument,
    variables: { locationId: location.id, day },
    requestPolicy: "cache-and-network",
  });
  return (
    <Stack gap="lg">
      <Group gap="sm" align="flex-end" className="screen-only">
        <TextInput
          type="date"
          label={t("reports.day")}
          max={today}
          value={day}
          onChange={(event) => event.currentTarget.value !== "" && url.set({ day: event.currentTarget.value })}
        />
        <Button
          variant="default"
          leftSection={<IconChevronLeft size={16} />}
          onClick={() => url.set({ day: addDays(day, -1) })}
        >
          {t("reports.dayBefore")}
        </Button>
        <Button
          variant="default"
          rightSection={<IconChevronRight size={16} />}
          disabled={day >= today}
          onClick={() => url.set({ day: addDays(day, 1) })}
        >
          {t("reports.dayAfter")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t("common.print")}
        </Button>
        {state.data?.dailyReport && (
          <ReportExport report={state.data.dailyReport} name={`report-${location.code}-${day}`} />
        )}
      </Group>
      <Text fw={600}>
        {location.name}, {format.day(day)}
      </Text>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ dailyReport }) => (dailyReport === null ? <NotFound /> : <Report report={dailyReport} />)}
      </QueryResult>
    </Stack>
  );
}

function Report({ report }: { readonly report: DailyReport }) {
  const { t, format, code } = useI18n();
  const { summary, reconciliation } = report;
  return (
    <Stack gap="lg">
      {reconciliation.reconciles ? (
        <Alert color="pine" variant="light">
          {t("reports.reconciles")}
        </Alert>
      ) : (
        <Alert color="red" variant="light" title={t("reports.doesNotReconcile")}>
          {reconciliation.checks
            .filter(({ holds }) => !holds)
            .map(({ name, detail }) => (
              <Text key={name} size="sm">
                {t(`reports.check.${name}`)}: {detail}
              </Text>
            ))}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel title={t("reports.totals")}>
          <Facts
            areFigures
            facts={[
              [t("home.saleCount"), format.decimal(summary.saleCount)],
              [t("reports.grossSales"), format.money(summary.grossSales)],
              [t("reports.discounts"), format.money(report.discountTotal)],
              [t("sales.refunds"), format.money(summary.refunds)],
              [t("home.netSales"), <strong key="net">{format.money(summary.netSales)}</strong>],
              [t("sales.tax"), format.money(summary.taxTotal)],
              [t("reports.costOfGoods"), format.money(summary.costOfGoods)],
              [t("home.margin"), format.money(summary.grossMargin)],
            ]}
          />
        </Panel>
        <Panel title={t("sales.payments")}>
          <FigureTable
            header={[t("sales.payments"), t("reports.paid"), t("reports.refunded"), t("reports.net")]}
            rows={report.payments.map(({ method, paid, refunded, net }) => [
              code("method", method),
              ...[paid, refunded, net].map(format.money),
            ])}
          />
        </Panel>
        <Panel title={t("home.bestSellers.day")}>
          <FigureTable
            header={[t("products.variant"), t("sales.quantity"), t("home.netSales")]}
            rows={report.bestSellers.map(({ description, quantity, netSales }) => [
              description,
              format.decimal(quantity),
              format.money(netSales),
            ])}
          />
        </Panel>
        <Panel title={t("reports.categories")}>
          <FigureTable
            header={[t("products.category"), t("sales.quantity"), t("home.netSales")]}
            rows={report.categories.map(({ category, quantity, netSales }) => [
              category?.name ?? t("common.none"),
              format.decimal(quantity),
              format.money(netSales),
            ])}
          />
        </Panel>
        <Panel title={t("reports.taxes")}>
          <FigureTable
            header={[t("reports.rate"), t("home.netSales"), t("sales.tax")]}
            rows={report.taxes.map(({ rate, netSales, tax }) => [
              format.percent(Number(rate) / 100),
              format.money(netSales),
              format.money(tax),
            ])}
          />
        </Panel>
        <Panel title={t("reports.drawers")}>
          <FigureTable
            header={[t("sales.terminal"), t("method.CASH")]}
            rows={report.drawers.map(({ terminal, cash }) => [terminal.name, format.money(cash)])}
          />
        </Panel>
      </SimpleGrid>
    </Stack>
  );
}
