"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  DiscardParkedAtDeskDocument,
  ParkedSalesDocument,
  type ParkedSalesQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconPlayerPause } from "@tabler/icons-react";
import { useMutation, useQuery } from "urql";

const FRESH = { additionalTypenames: ["ParkedSale"] };

type Parked = NonNullable<ParkedSalesQuery["parkedSales"]>[number];

/** What waits at the location for a terminal. Nothing of it is in any figure. */
export function ParkedPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const confirm = useConfirm();
  const tell = useOutcome();
  const [state, refetch] = useQuery({
    query: ParkedSalesDocument,
    variables: { locationId: location.id },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const [, send] = useMutation(DiscardParkedAtDeskDocument);
  async function discard(parked: Parked) {
    const name = nameOf(parked, t);
    const question = { title: t("terminal.park.discardTitle", { name }), text: t("terminal.park.discardText") };
    if (!(await confirm({ ...question, action: t("terminal.park.discard") }))) return;
    const result = await send({ input: { parkedSaleId: parked.id, locationId: location.id } });
    if (tell(result, result.data?.discardParkedSale.userErrors))
      notifications.show({ message: t("sales.parkedDeleted", { name }), color: "pine" });
    refetch({ requestPolicy: "network-only" });
  }
  return (
    <>
      <BackLink href="/sales" label={t("nav.sales")} />
      <PageHeader title={t("sales.parked")} lead={t("sales.parkedLead", { location: location.name })} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ parkedSales }) =>
          parkedSales === null || parkedSales.length === 0 ? (
            <EmptyState icon={<IconPlayerPause />} title={t("terminal.park.none")} text={t("sales.parkedEmpty")} />
          ) : (
            <DataTable
              name="parked"
              caption={t("sales.parked")}
              columns={columns(i18n, (parked) => void discard(parked))}
              rows={parkedSales}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryResult>
    </>
  );
}

function nameOf({ label, customer }: Parked, t: I18n["t"]): string {
  return label ?? customer?.name ?? t("terminal.park.unnamed");
}

function columns({ t }: I18n, discard: (parked: Parked) => void): Column<Parked>[] {
  return [
    { key: "label", label: t("terminal.park.label"), onPhone: "title", cell: (parked) => nameOf(parked, t) },
    {
      key: "when",
      label: t("sales.parkedAt"),
      onPhone: "plain",
      cell: ({ parkedAt, location }) => <DateTime instant={parkedAt} zone={location.timeZone} />,
      sortBy: ({ parkedAt }) => parkedAt,
    },
    { key: "terminal", label: t("sales.terminal"), onPhone: "plain", cell: ({ terminal }) => terminal?.name ?? "" },
    {
      key: "lines",
      label: t("sales.lines"),
      onPhone: "plain",
      cell: ({ lines }) => lines.map(({ description, variant }) => description ?? variant?.title ?? "").join(", "),
    },
    {
      key: "total",
      label: t("sales.total"),
      align: "end",
      onPhone: "value",
      cell: ({ total }) => total && <Money value={total} />,
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (parked) => (
        <Button size="xs" variant="default" onClick={() => discard(parked)}>
          {t("terminal.park.discard")}
        </Button>
      ),
    },
  ];
}
