"use client";

import { Button } from "@mantine/core";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { DayFields } from "@pos/web/components/day-fields.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import { Money, MoneySum } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { UnlinkedRefundsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconReceiptRefund } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { UNLINKED_ADDRESS } from "./address.ts";
import { type Unlinked, unlinkedExport } from "./unlinked-export.ts";

const UnlinkedDialog = dynamic(() => import("./unlinked-dialog.tsx").then((module) => module.UnlinkedDialog), {
  ssr: false,
});
const UnlinkedDetails = dynamic(() => import("./unlinked-details.tsx").then((module) => module.UnlinkedDetails), {
  ssr: false,
});

const FRESH = { additionalTypenames: ["Refund"] };

/** Refunds of a location without a sale: no list of sales has them. */
export function UnlinkedPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useClient();
  const { location } = useSession();
  const isPermitted = usePermission();
  const address = useAddress(UNLINKED_ADDRESS);
  const { variables: page, pagingOf } = usePages(address);
  const { from, to } = address.state;
  const filter = { locationId: location.id, from, to };
  const [isMaking, setMaking] = useState(false);
  const [shown, show] = useState<Unlinked | undefined>(undefined);
  const [state, refetch] = useQuery({
    query: UnlinkedRefundsDocument,
    variables: { ...filter, ...page },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again);
  return (
    <>
      <BackLink href="/sales" label={t("nav.sales")} />
      <PageHeader title={t("unlinked.title")} lead={t("unlinked.listLead", { location: location.name })}>
        <ExportButton {...unlinkedExport(client, filter, i18n, isPermitted("customer:read"))} />
        {isPermitted("refund:unlinked") && <Button onClick={() => setMaking(true)}>{t("unlinked.action")}</Button>}
      </PageHeader>
      <Filters>
        <DayFields address={address} />
      </Filters>
      <QueryResult state={state} retry={again}>
        {({ unlinkedRefunds }) =>
          unlinkedRefunds === null || unlinkedRefunds.nodes.length === 0 ? (
            <EmptyState icon={<IconReceiptRefund />} title={t("unlinked.noneTitle")} text={t("unlinked.noneText")} />
          ) : (
            <DataTable
              name="unlinked"
              caption={t("unlinked.title")}
              columns={columns(i18n, isPermitted("customer:read"), show)}
              rows={unlinkedRefunds.nodes}
              keyOf={({ id }) => id}
              paging={pagingOf(unlinkedRefunds.pageInfo)}
              sorting={sortingOf(address)}
            />
          )
        }
      </QueryResult>
      {isMaking && <UnlinkedDialog onClose={() => setMaking(false)} onDone={again} />}
      {shown !== undefined && <UnlinkedDetails refund={shown} onClose={() => show(undefined)} />}
    </>
  );
}

function columns(i18n: I18n, withCustomers: boolean, show: (refund: Unlinked) => void): Column<Unlinked>[] {
  const { t } = i18n;
  return [
    {
      key: "when",
      label: t("sales.when"),
      isShort: true,
      onPhone: "title",
      cell: ({ occurredAt, location }) => <DateTime instant={occurredAt} zone={location.timeZone} />,
      sortBy: ({ occurredAt }) => occurredAt,
    },
    ...(withCustomers
      ? [
          {
            key: "customer",
            label: t("sales.customer"),
            onPhone: "plain" as const,
            cell: ({ customer }: Unlinked) => customer?.name,
            sortBy: ({ customer }: Unlinked) => customer?.name,
          },
        ]
      : []),
    {
      key: "lines",
      label: t("sales.lines"),
      onPhone: "plain",
      cell: ({ lines }) => lines.map(({ description }) => description).join(", "),
    },
    { key: "reason", label: t("refund.reason"), onPhone: "plain", cell: ({ reason }) => reason },
    {
      key: "operator",
      label: t("sales.operator"),
      onPhone: "hidden",
      cell: ({ operator }) => operator?.name,
      sortBy: ({ operator }) => operator?.name,
    },
    {
      key: "payments",
      label: t("refund.back"),
      onPhone: "plain",
      cell: ({ payments }) => payments.map((payment) => methodName(i18n, payment)).join(", "),
    },
    {
      key: "total",
      label: t("sales.total"),
      align: "end",
      onPhone: "value",
      cell: ({ total }) => <Money value={total} />,
      sortBy: ({ total }) => total.amount,
      sum: (refunds) => <MoneySum values={refunds.map(({ total }) => total)} />,
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (refund) => (
        <Button size="xs" variant="default" onClick={() => show(refund)}>
          {t("unlinked.show")}
        </Button>
      ),
    },
  ];
}
