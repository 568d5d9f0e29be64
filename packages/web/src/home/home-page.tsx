"use client";

import { Grid, Stack } from "@mantine/core";
import { useToday } from "@pos/web/components/day-fields.tsx";
import { addDays } from "@pos/web/components/days.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  HomeBestSellersDocument,
  HomeDocument,
  HomeLowStockDocument,
  HomeWeekAgoDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { BestSellers, LowStock } from "./goods.tsx";
import { HomeSkeleton } from "./home-skeleton.tsx";
import { HourChart } from "./hour-chart.tsx";
import { OpenExceptionsPanel } from "./open-exceptions-panel.tsx";
import { ShortPinNotice } from "./short-pin-notice.tsx";
import { Tiles } from "./tiles.tsx";
import { Welcome } from "./welcome.tsx";

const FRESH = { additionalTypenames: ["Sale", "Refund", "StockAdjustment", "Variant"] };

const BEST_SELLERS_INTERVAL_MILLISECONDS = 15 * 60_000;

/** The day's figures of the location, and what needs attention. */
export function HomePage() {
  const { t, format } = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const today = useToday();
  const variables = { locationId: location.id, today };
  const options = { requestPolicy: "cache-and-network", context: FRESH, pause: !isPermitted("report:read") } as const;
  const [day, refetchDay] = useQuery({
    query: HomeDocument,
    variables: { ...variables, before: addDays(today, -7) },
    ...options,
  });
  const weekAgo = useWeekAgo(addDays(today, -7));
  const [sellers, refetchSellers] = useQuery({
    query: HomeBestSellersDocument,
    variables: { ...variables, from: addDays(today, -6) },
    ...options,
  });
  const [low, refetchLow] = useQuery({
    query: HomeLowStockDocument,
    variables: { locationId: location.id },
    ...options,
  });
  const reload = { requestPolicy: "network-only" } as const;
  useChanges(() => refetchDay(reload));
  useChanges(() => refetchLow(reload), SELDOM_MILLISECONDS);
  // They are counted from a week of sales, and change slowly.
  useChanges(() => refetchSellers(reload), BEST_SELLERS_INTERVAL_MILLISECONDS);
  if (!isPermitted("report:read")) return <Welcome />;
  return (
    <>
      <PageHeader title={t("home.title", { location: location.name })} lead={format.day(today)} />
      <ShortPinNotice />
      <QueryResult state={day} retry={() => refetchDay(reload)} skeleton={<HomeSkeleton />}>
        {({ today: summary, salesByHour, hoursBefore }) => (
          <Stack gap="lg">
            {summary !== null && <Tiles {...summary} weekAgo={weekAgo} />}
            <Panel title={t("reports.byHour")}>
              <HourChart today={salesByHour ?? []} before={hoursBefore ?? []} />
            </Panel>
          </Stack>
        )}
      </QueryResult>
      <Grid gap="lg" mt="lg">
        <Grid.Col span={{ base: 12, md: 6, lg: 4 }}>
          <Panel title={t("home.bestSellers")}>
            <QueryResult state={sellers} retry={() => refetchSellers(reload)}>
              {({ bestSellers }) => <BestSellers rows={bestSellers ?? []} />}
            </QueryResult>
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6, lg: 4 }}>
          <Panel title={t("home.lowStock")}>
            <QueryResult state={low} retry={() => refetchLow(reload)}>
              {({ lowStock }) => <LowStock rows={lowStock ?? []} />}
            </QueryResult>
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 12, lg: 4 }}>
          <OpenExceptionsPanel />
        </Grid.Col>
      </Grid>
    </>
  );
}

const MINUTE_MILLISECONDS = 60_000;

/** What a day a week ago had at this time of the day, again each minute: it changes by the clock and not by what is sold. */
function useWeekAgo(before: string) {
  const { location } = useSession();
  const isPermitted = usePermission()("report:read");
  const [state, refetch] = useQuery({
    query: HomeWeekAgoDocument,
    variables: { locationId: location.id, before },
    requestPolicy: "cache-and-network",
    pause: !isPermitted,
  });
  const again = useEffectEvent(() => refetch({ requestPolicy: "network-only" }));
  useEffect(() => {
    if (!isPermitted) return;
    const timer = setInterval(() => again(), MINUTE_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isPermitted]);
  return state.data?.salesUpTo;
}
