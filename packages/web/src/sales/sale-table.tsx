"use client";

import { Badge, Group, Text } from "@mantine/core";
import { type Column, DataTable, type DataTableProps } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import { Money, MoneySum } from "@pos/web/components/money.tsx";
import type { SaleRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";

interface SaleTableProps extends Pick<DataTableProps<SaleRowFragment>, "paging" | "sorting"> {
  readonly sales: readonly SaleRowFragment[];
  /** All are one customer's, who is not named again. */
  readonly isOfCustomer?: true;
}

export function SaleTable({ sales, isOfCustomer, ...list }: SaleTableProps) {
  const i18n = useI18n();
  const { locations } = useSession();
  const hasCustomers = usePermission()("customer:read") && isOfCustomer === undefined;
  return (
    <DataTable
      caption={i18n.t("nav.sales")}
      columns={columns(i18n, { hasLocations: locations.length > 1, hasCustomers })}
      rows={sales}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => `/sales/${id}`}
      name="sales"
      {...list}
    />
  );
}

function columns(
  { t, language, code }: I18n,
  { hasLocations, hasCustomers }: { readonly hasLocations: boolean; readonly hasCustomers: boolean },
): Column<SaleRowFragment>[] {
  return [
    {
      key: "receipt",
      isShort: true,
      label: t("sales.receipt"),
      onPhone: "title",
      cell: ({ receiptNumber }) => receiptNumber,
      sortBy: ({ receiptNumber }) => receiptNumber,
    },
    {
      key: "when",
      isShort: true,
      onPhone: "plain",
      label: t("sales.when"),
      cell: ({ occurredAt, location }) => <DateTime instant={occurredAt} zone={location.timeZone} />,
      sortBy: ({ occurredAt }) => occurredAt,
    },
    ...(hasLocations ? [locationColumn(t)] : []),
    {
      key: "terminal",
      isShort: true,
      label: t("sales.terminal"),
      onPhone: "hidden",
      cell: ({ terminal }) => terminal.name,
      sortBy: ({ terminal }) => terminal.name,
    },
    {
      key: "operator",
      isExtra: true,
      label: t("sales.operator"),
      onPhone: "hidden",
      cell: ({ operator }) => operator?.name,
      sortBy: ({ operator }) => operator?.name,
    },
    ...(hasCustomers ? [customerColumn(t)] : []),
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
      cell: ({ payments }) => waysPaid(payments, { language, code }),
    },
    { key: "state", onPhone: "plain", label: t("sales.state"), cell: (sale) => <SaleState sale={sale} /> },
    {
      key: "total",
      label: t("sales.total"),
      align: "end",
      onPhone: "value",
      cell: ({ total }) => <Money value={total} />,
      sortBy: ({ total }) => total.amount,
      sum: (sales) => <MoneySum values={sales.map(({ total }) => total)} />,
    },
  ];
}

function locationColumn(t: I18n["t"]): Column<SaleRowFragment> {
  return {
    key: "location",
    onPhone: "plain",
    label: t("common.location"),
    cell: ({ location }) => location.name,
    sortBy: ({ location }) => location.name,
  };
}

function customerColumn(t: I18n["t"]): Column<SaleRowFragment> {
  return {
    key: "customer",
    isShort: true,
    onPhone: "plain",
    label: t("sales.customer"),
    cell: ({ customer }) => customer?.name,
    sortBy: ({ customer }) => customer?.name,
  };
}

function SaleState({ sale: { exceptions, refunds, total, void: voided } }: { readonly sale: SaleRowFragment }) {
  const { t, code } = useI18n();
  if (exceptions.length === 0 && refunds.length === 0 && voided === null) return null;
  const back = refunds.reduce((sum, refund) => sum - refund.total.amount, 0);
  return (
    <Group gap={6} component="span">
      {voided !== null && (
        <Badge variant="light" color="red" tt="none">
          {t("sales.voided")}
        </Badge>
      )}
      {voided === null && refunds.length > 0 && (
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

function waysPaid(payments: SaleRowFragment["payments"], i18n: Pick<I18n, "language" | "code">): string {
  return [...new Set(payments.map((payment) => methodName(i18n, payment)))].join(", ");
}
