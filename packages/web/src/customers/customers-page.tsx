"use client";

import { Button } from "@mantine/core";
import type { Money as MoneyValue } from "@pos/core/base/money.ts";
import { CustomerDialog } from "@pos/web/components/customer-dialog.tsx";
import { useCustomerGroups } from "@pos/web/components/customer-group-select.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { Money, MoneySum } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { SideButton } from "@pos/web/components/side-button.tsx";
import { type Address, useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { useSelection } from "@pos/web/components/use-selection.ts";
import { CustomersDocument, type CustomersQuery } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount, plainTime } from "@pos/web/sales/export.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconPlus, IconUsers, IconUsersGroup } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { CUSTOMERS_ADDRESS, type CustomersAddress } from "./address.ts";
import { CustomerBulk } from "./customer-bulk.tsx";
import { GroupsDialog } from "./groups-dialog.tsx";
import { customerSorts, customerVariables } from "./queries.ts";

const FRESH = { additionalTypenames: ["Customer"] };

export function CustomersPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { pageSize } = useSession();
  const isPermitted = usePermission();
  const router = useRouter();
  const address = useAddress(CUSTOMERS_ADDRESS);
  const [isCreating, setCreating] = useState(false);
  const { search } = address.state;
  const [areGroupsOpen, setGroups] = useState(false);
  const variables = customerVariables(address.state, pageSize);
  const [state, refetch] = useQuery({
    query: CustomersDocument,
    variables,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const create = isPermitted("customer:write") ? (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t("customers.create")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t("nav.customers")} lead={t("customers.lead")}>
        <CustomerExport variables={variables} />
        {isPermitted("customer:write") && (
          <SideButton icon={<IconUsersGroup size={16} aria-hidden="true" />} onClick={() => setGroups(true)}>
            {t("groups.title")}
          </SideButton>
        )}
        {create}
      </PageHeader>
      <Filters>
        <SearchField address={address} label={t("customers.search")} />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ customers }) =>
          customers === null || customers.nodes.length === 0 ? (
            <EmptyState
              icon={<IconUsers />}
              title={t(search === null ? "customers.emptyTitle" : "products.notFoundTitle")}
              text={t(search === null ? "customers.emptyText" : "customers.notFoundText")}
            >
              {create}
            </EmptyState>
          ) : (
            <CustomerList customers={customers} address={address} />
          )
        }
      </QueryResult>
      {areGroupsOpen && <GroupsDialog onClose={() => setGroups(false)} />}
      {isCreating && (
        <CustomerDialog onClose={() => setCreating(false)} onSaved={(id) => router.push(`/customers/${id}`)} />
      )}
    </>
  );
}

function CustomerList({
  customers,
  address,
}: {
  readonly customers: NonNullable<CustomersQuery["customers"]>;
  readonly address: Address<CustomersAddress>;
}) {
  const i18n = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const { pagingOf } = usePages(address);
  const groups = useCustomerGroups();
  const selection = useSelection<Customer>(({ id }) => id);
  const selected = selection.of(customers.nodes);
  const mayGroup = isPermitted("customer:write") && groups.length > 0;
  const nameOf = ({ name }: Customer) => name ?? i18n.t("sales.erased");
  return (
    <>
      {selected.length > 0 && <CustomerBulk customers={selected} onDone={selection.clear} />}
      <DataTable
        name="customers"
        caption={i18n.t("nav.customers")}
        columns={columns(i18n, location.timeZone, groups)}
        rows={customers.nodes}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => `/customers/${id}`}
        paging={pagingOf(customers.pageInfo)}
        sorting={sortingOf(address, Object.keys(customerSorts(address.state)))}
        {...(mayGroup
          ? {
              selection: {
                ...selection,
                nameOf,
                isSelectable: ({ erasedAt }: Customer) => erasedAt === null,
              },
            }
          : {})}
      />
    </>
  );
}

type Customer = NonNullable<CustomersQuery["customers"]>["nodes"][number];

function netOf({ totals: { grossSales, refunds } }: Customer): MoneyValue {
  return { amount: grossSales.amount - refunds.amount, currency: grossSales.currency };
}

function newestOf({ newest }: Customer): string | undefined {
  return newest?.nodes[0]?.occurredAt;
}

/** The list as it is filtered and sorted. */
function CustomerExport({ variables }: { readonly variables: ReturnType<typeof customerVariables> }) {
  const { t } = useI18n();
  const { location } = useSession();
  const client = useClient();
  return (
    <ExportButton
      name="customers"
      header={[
        ...[t("customers.name"), t("customers.email"), t("customers.phone"), t("customers.since")],
        ...[t("customers.saleCount"), t("customers.net"), t("customers.newest"), t("sales.id")],
      ]}
      read={async (after) => {
        const asked = { ...variables, first: 100, after };
        const { data, error } = await client.query(CustomersDocument, asked, { requestPolicy: "network-only" });
        if (error !== undefined) throw error;
        const { nodes = [], pageInfo } = data?.customers ?? {};
        return {
          rows: nodes.map((row) => exportedRow(row, location.timeZone)),
          next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
        };
      }}
    />
  );
}

function exportedRow(row: Customer, zone: string): (string | number)[] {
  const newest = newestOf(row);
  return [
    ...[row.name ?? "", row.email ?? "", row.phone ?? "", plainTime(row.createdAt, zone), row.totals.saleCount],
    ...[plainAmount(netOf(row)), newest === undefined ? "" : plainTime(newest, zone), row.id],
  ];
}

function columns({ t, format }: I18n, zone: string, groups: ReturnType<typeof useCustomerGroups>): Column<Customer>[] {
  return [
    {
      key: "name",
      label: t("customers.name"),
      onPhone: "title",
      cell: ({ name }) => name ?? t("sales.erased"),
      sortBy: ({ name }) => name,
    },
    {
      key: "email",
      onPhone: "plain",
      label: t("customers.email"),
      cell: ({ email }) => email,
      sortBy: ({ email }) => email,
    },
    { key: "phone", onPhone: "plain", label: t("customers.phone"), cell: ({ phone }) => phone },
    {
      key: "since",
      isShort: true,
      label: t("customers.since"),
      cell: ({ createdAt }) => <DateTime instant={createdAt} zone={zone} />,
      sortBy: ({ createdAt }) => createdAt,
    },
    {
      key: "groups",
      isExtra: true,
      onPhone: "hidden",
      label: t("groups.title"),
      cell: ({ groupIds }) => groups.flatMap(({ id, label }) => (groupIds.includes(id) ? label : [])).join(", "),
    },
    {
      key: "newest",
      isShort: true,
      onPhone: "hidden",
      label: t("customers.newest"),
      cell: (row) => {
        const at = newestOf(row);
        return at === undefined ? null : <DateTime instant={at} zone={zone} />;
      },
      sortBy: newestOf,
    },
    {
      key: "sales",
      align: "end",
      label: t("customers.saleCount"),
      onPhone: "hidden",
      cell: ({ totals }) => format.decimal(totals.saleCount),
      sortBy: ({ totals }) => totals.saleCount,
    },
    {
      key: "net",
      align: "end",
      label: t("customers.net"),
      onPhone: "value",
      cell: (row) => <Money value={netOf(row)} />,
      sortBy: (row) => netOf(row).amount,
      sum: (rows) => <MoneySum values={rows.map(netOf)} />,
    },
    { key: "note", isExtra: true, onPhone: "hidden", label: t("customers.note"), cell: ({ note }) => note },
  ];
}
