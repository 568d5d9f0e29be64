"use client";

import { Button, Select } from "@mantine/core";
import { DayFields } from "@pos/web/components/day-fields.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Pager, pageArguments } from "@pos/web/components/pager.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { type UrlState, useUrlState } from "@pos/web/components/url-state.ts";
import { SalesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { IconReceipt } from "@tabler/icons-react";
import { useClient, useQuery } from "urql";
import { saleExport } from "./export.ts";
import { SaleTable } from "./sale-table.tsx";

const FRESH = { additionalTypenames: ["Sale", "Refund"] };

export function SalesPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const url = useUrlState();
  const client = useClient();
  const filter = filterOf(url);
  const [state, refetch] = useQuery({
    query: SalesDocument,
    variables: { ...pageArguments(url), filter },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  useChanges(() => refetch({ requestPolicy: "network-only" }));
  return (
    <>
      <PageHeader title={t("nav.sales")} lead={t("sales.lead")}>
        <ExportButton {...saleExport(client, filter, i18n)} />
      </PageHeader>
      <SaleFilters url={url} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ sales }) =>
          sales === null || sales.nodes.length === 0 ? (
            <NoSales isFiltered={Object.keys(filter).length > 0} />
          ) : (
            <>
              <SaleTable sales={sales.nodes} />
              <Pager pageInfo={sales.pageInfo} url={url} canGoBack />
            </>
          )
        }
      </QueryResult>
    </>
  );
}

function filterOf(url: UrlState) {
  const named = (["from", "to"] as const).flatMap((name) => {
    const value = url.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  const location = url.get("location");
  const customer = url.get("customer");
  return {
    ...(Object.fromEntries(named) as { from?: string; to?: string }),
    ...(location === undefined ? {} : { locationId: location }),
    ...(customer === undefined ? {} : { customerId: customer }),
  };
}

function SaleFilters({ url }: { readonly url: UrlState }) {
  const { t } = useI18n();
  const { locations } = useSession();
  const customer = url.get("customer");
  return (
    <Filters>
      {locations.length > 1 && (
        <Select
          label={t("common.location")}
          data={[
            { value: "", label: t("common.allLocations") },
            ...locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={url.get("location") ?? ""}
          onChange={(value) => url.set({ location: value })}
          allowDeselect={false}
        />
      )}
      <DayFields url={url} />
      {customer !== undefined && (
        <Button variant="light" onClick={() => url.set({ customer: null })}>
          {t("sales.customerFilter")} ✕
        </Button>
      )}
    </Filters>
  );
}

function NoSales({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useI18n();
  return (
    <EmptyState
      icon={<IconReceipt />}
      title={t(isFiltered ? "sales.emptyFilteredTitle" : "sales.emptyTitle")}
      text={t(isFiltered ? "sales.emptyFilteredText" : "sales.emptyText")}
    />
  );
}
