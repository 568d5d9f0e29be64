"use client";

import { Badge, Button, Group, Select, Text } from "@mantine/core";
import { Answer } from "@pos/web/components/answer.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { DayFields } from "@pos/web/components/day-fields.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Pager, pageArguments } from "@pos/web/components/pager.tsx";
import { type UrlState, useUrlState } from "@pos/web/components/url-state.ts";
import { type SaleRowFragment, SalesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSaleChanges } from "@pos/web/session/changes.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { IconReceipt } from "@tabler/icons-react";
import { useClient, useQuery } from "urql";
import { saleExport } from "./export.ts";

const FRESH = { additionalTypenames: ["Sale", "Refund"] };

export function SalesPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const url = useUrlState();
  const client = useClient();
  const filter = filterOf(url);
  const [state, ask] = useQuery({
    query: SalesDocument,
    variables: { ...pageArguments(url), filter },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  useSaleChanges(() => ask({ requestPolicy: "network-only" }));
  return (
    <>
      <PageHeader title={t("nav.sales")} lead={t("sales.lead")}>
        <ExportButton {...saleExport(client, filter, i18n)} />
      </PageHeader>
      <SaleFilters url={url} />
      <Answer state={state} retry={() => ask({ requestPolicy: "network-only" })}>
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
      </Answer>
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

export function SaleTable({ sales }: { readonly sales: readonly SaleRowFragment[] }) {
  const i18n = useI18n();
  const { locations } = useSession();
  return (
    <DataTable
      caption={i18n.t("nav.sales")}
      columns={columns(i18n, locations.length > 1)}
      rows={sales}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/sales/${id}`}
    />
  );
}

function columns({ t, code }: I18n, withLocation: boolean): Column<SaleRowFragment>[] {
  return [
    {
      key: "receipt",
      isShort: true,
      label: t("sales.receipt"),
      onPhone: "title",
      cell: ({ receiptNumber }) => receiptNumber,
    },
    {
      key: "when",
      isShort: true,
      onPhone: "plain",
      label: t("sales.when"),
      cell: ({ occurredAt, location }) => <DateTime instant={occurredAt} zone={location.timeZone} />,
    },
    ...(withLocation
      ? [
          {
            key: "location",
            onPhone: "plain" as const,
            label: t("common.location"),
            cell: ({ location }: SaleRowFragment) => location.name,
          },
        ]
      : []),
    {
      key: "terminal",
      isShort: true,
      label: t("sales.terminal"),
      onPhone: "hidden",
      cell: ({ terminal }) => terminal.name,
    },
    {
      key: "lines",
      onPhone: "plain",
      label: t("sales.lines"),
      cell: ({ lines }) => (
        <Text span size="sm" lineClamp={1} inherit>
          {lines.length === 1
            ? lines[0]?.description
            : t("sales.lineCount", { first: lines[0]?.description ?? "", count: lines.length - 1 })}
        </Text>
      ),
    },
    {
      key: "payments",
      isShort: true,
      onPhone: "plain",
      label: t("sales.payments"),
      cell: ({ payments }) => [...new Set(payments.map(({ method }) => code("method", method)))].join(", "),
    },
    { key: "state", onPhone: "plain", label: t("sales.state"), cell: (sale) => <SaleState sale={sale} /> },
    {
      key: "total",
      label: t("sales.total"),
      align: "end",
      onPhone: "value",
      cell: ({ total }) => <Money value={total} />,
    },
  ];
}

function SaleState({ sale: { exceptions, refunds, total } }: { readonly sale: SaleRowFragment }) {
  const { t, code } = useI18n();
  if (exceptions.length === 0 && refunds.length === 0) return null;
  const back = refunds.reduce((sum, refund) => sum - refund.total.amount, 0);
  return (
    <Group gap={6} component="span">
      {refunds.length > 0 && (
        <Badge variant="light" color="gray" tt="none">
          {t(back >= total.amount ? "sales.refunded" : "sales.partlyRefunded")}
        </Badge>
      )}
      {exceptions.map(({ code: name }) => (
        <Badge key={name} variant="light" color="orange" tt="none">
          {code("exception", name)}
        </Badge>
      ))}
    </Group>
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
