"use client";

import { Anchor } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { chosenRange } from "@pos/web/figures/chosen-range.ts";
import { RangeFields } from "@pos/web/figures/range-fields.tsx";
import { RangeLead } from "@pos/web/figures/range-lead.tsx";
import { SalesOverview } from "@pos/web/figures/sales-overview.tsx";
import { useSales } from "@pos/web/figures/use-sales.ts";
import { HomeBestSellersDocument, HomeLowStockDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { SetupChecklist } from "@pos/web/setup/setup-checklist.tsx";
import { useQuery } from "urql";
import { BestSellers, LowStock } from "./goods.tsx";
import classes from "./home-page.module.css";
import { HomeSkeleton } from "./home-skeleton.tsx";
import { OpenExceptionsPanel } from "./open-exceptions-panel.tsx";
import { homeVariables } from "./queries.ts";
import { ShortPinNotice } from "./short-pin-notice.tsx";
import { useRangeAddress } from "./use-range-address.ts";
import { Welcome } from "./welcome.tsx";

/** The figures of a period, today's at first, and what needs attention. */
export function HomePage() {
  return usePermission()("report:read") ? <Figures /> : <Welcome />;
}

function Figures() {
  const { t } = useI18n();
  const session = useSession();
  const address = useRangeAddress();
  const chosen = chosenRange(session, address.state);
  const { state, reload, before } = useSales(chosen);
  const { isAll, location } = session;
  const name = isAll ? t("common.allLocations") : location.name;
  const today = isAll ? t("home.titleOfAll") : t("home.title", { location: name });
  return (
    <>
      <PageHeader
        title={chosen.period === "today" ? today : name}
        lead={<RangeLead chosen={chosen} before={before} />}
      />
      <ShortPinNotice />
      <SetupChecklist />
      <RangeFields address={address} chosen={chosen} />
      <QueryResult state={state} retry={reload} skeleton={<HomeSkeleton />}>
        {({ salesRange: sales }) => sales !== null && <SalesOverview chosen={chosen} sales={sales} before={before} />}
      </QueryResult>
      <Goods />
    </>
  );
}

const FRESH = { additionalTypenames: ["Sale", "Refund", "SaleVoid", "StockAdjustment", "Variant"] };

const BEST_SELLERS_INTERVAL_MILLISECONDS = 15 * 60_000;

/** What sells best, what is low, and what is to be reviewed: at the location, or at all. */
function Goods() {
  const { t } = useI18n();
  const variables = homeVariables(useSession());
  const options = { requestPolicy: "cache-and-network", context: FRESH } as const;
  const [sellers, refetchSellers] = useQuery({
    query: HomeBestSellersDocument,
    variables: variables.bestSellers,
    ...options,
  });
  const [low, refetchLow] = useQuery({ query: HomeLowStockDocument, variables: variables.lowStock, ...options });
  const reload = { requestPolicy: "network-only" } as const;
  useChanges(() => refetchLow(reload), SELDOM_MILLISECONDS);
  // They are counted from a week of sales, and change slowly.
  useChanges(() => refetchSellers(reload), BEST_SELLERS_INTERVAL_MILLISECONDS);
  return (
    <div className={classes.panels}>
      <div>
        <Panel title={t("home.bestSellers")}>
          <QueryResult state={sellers} retry={() => refetchSellers(reload)}>
            {({ bestSellers }) => <BestSellers rows={bestSellers ?? []} />}
          </QueryResult>
        </Panel>
      </div>
      <div>
        <Panel
          title={t("home.lowStock")}
          action={
            <Anchor component={AppLink} href="/stock?state=LOW" size="sm">
              {t("home.allExceptions")}
            </Anchor>
          }
        >
          <QueryResult state={low} retry={() => refetchLow(reload)}>
            {({ lowStockPage }) => <LowStock rows={lowStockPage?.nodes ?? []} />}
          </QueryResult>
        </Panel>
      </div>
      <div>
        <OpenExceptionsPanel />
      </div>
    </div>
  );
}
