"use client";

import { Alert, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import type { Money } from "@pos/core/base/money.ts";
import { DayField } from "@pos/web/components/day-field.tsx";
import { useToday } from "@pos/web/components/day-fields.tsx";
import { addDays } from "@pos/web/components/days.ts";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SideButton } from "@pos/web/components/side-button.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { FigureTable } from "@pos/web/figures/figure-table.tsx";
import { DailyReportDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconChevronLeft, IconChevronRight, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "urql";
import type { ReportsAddress } from "./address.ts";
import { BestSellersPanel, CategoryPanel, MoneyPanels } from "./part-panels.tsx";
import { reportDay } from "./queries.ts";
import type { DailyReport } from "./report.ts";
import { ReportExport } from "./report-export.tsx";
import { TotalsPanel } from "./totals-panel.tsx";

/** The daily report on the screen, with the content of its mail. */
export function DailyReportView({ address }: { readonly address: Address<ReportsAddress> }) {
  const { t, format } = useI18n();
  const session = useSession();
  const { location } = session;
  const today = useToday();
  const day = reportDay(session, address.state.day);
  const [state, refetch] = useQuery({
    query: DailyReportDocument,
    variables: { locationId: location.id, day },
    requestPolicy: "cache-and-network",
  });
  return (
    <Stack gap="lg">
      <Group gap="xs" align="flex-end" className="screen-only">
        <DayField
          label={t("reports.day")}
          max={today}
          value={day}
          onChange={(chosen) => chosen !== "" && address.set({ day: chosen })}
        />
        <SideButton icon={<IconChevronLeft size={16} />} onClick={() => address.set({ day: addDays(day, -1) })}>
          {t("reports.dayBefore")}
        </SideButton>
        <SideButton
          icon={<IconChevronRight size={16} />}
          disabled={day >= today}
          onClick={() => address.set({ day: addDays(day, 1) })}
        >
          {t("reports.dayAfter")}
        </SideButton>
        <SideButton icon={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
          {t("common.print")}
        </SideButton>
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
  return (
    <Stack gap="lg">
      <Reconciliation reconciliation={report.reconciliation} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: "start" }}>
        <Stack gap="lg">
          <TotalsPanel summary={report.summary} figures={report.figures} />
          <CategoryPanel parts={report} />
        </Stack>
        <Stack gap="lg">
          <MoneyPanels parts={report} uncertain={report.uncertain} />
          <DrawersPanel drawers={report.drawers} />
          <BestSellersPanel parts={report} />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function Reconciliation({ reconciliation }: Pick<DailyReport, "reconciliation">) {
  const i18n = useI18n();
  const { t } = i18n;
  if (reconciliation.reconciles)
    return (
      <Alert color="pine" variant="light">
        {t("reports.reconciles")}
      </Alert>
    );
  return (
    <Alert color="red" variant="light" title={t("reports.doesNotReconcile")}>
      {reconciliation.checks
        .filter(({ holds }) => !holds)
        .map(({ name, differences }) => (
          <Text key={name} size="sm" component="div">
            {t(`reports.check.${name}`)}
            <ul>
              {differences.map((difference) => {
                const text = differenceText(difference, i18n);
                return <li key={text}>{text}</li>;
              })}
            </ul>
          </Text>
        ))}
    </Alert>
  );
}

type Difference = DailyReport["reconciliation"]["checks"][number]["differences"][number];

function differenceText(difference: Difference, { t, format, code }: I18n): string {
  const { figure, hour, methods, storedAmount, countedAmount, storedCount, countedCount } = difference;
  const shown = (amount: Money | null, count: number | null) =>
    amount === null ? format.decimal(count ?? 0) : format.money(amount);
  return t(`reports.difference.${figure}`, {
    hour: format.hour(hour ?? 0),
    methods: methods.map((method) => code("method", method)).join(", "),
    stored: shown(storedAmount, storedCount),
    counted: shown(countedAmount, countedCount),
  });
}

function DrawersPanel({ drawers }: Pick<DailyReport, "drawers">) {
  const { t, format } = useI18n();
  return (
    <Panel title={t("reports.drawers")}>
      <FigureTable
        header={[t("sales.terminal"), t("method.CASH")]}
        rows={drawers.map(({ terminal, cash }) => [terminal.name, format.money(cash)])}
      />
    </Panel>
  );
}
