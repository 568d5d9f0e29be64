"use client";

import { Badge, Group, Stack, Text } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import {
  type DeliveryStatus,
  ReportSendingsDocument,
  type SendingRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconMail } from "@tabler/icons-react";
import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import type { ReportsAddress } from "./address.ts";

const FRESH = { additionalTypenames: ["ReportSending"] };
const ON_ITS_WAY: readonly DeliveryStatus[] = ["WAITING", "CLAIMED", "HANDED_OVER"];
const LOOK_AGAIN_MILLISECONDS = 5_000;

/** Which reports went to whom, and what became of them. */
export function Sendings({ address }: { readonly address: Address<ReportsAddress> }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const { variables, pagingOf } = usePages(address);
  const [state, refetch] = useQuery({
    query: ReportSendingsDocument,
    variables: { locationId: location.id, ...variables },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const isOnItsWay =
    state.data?.reportSendings?.nodes.some(({ deliveries }) =>
      deliveries.some(({ status }) => ON_ITS_WAY.includes(status)),
    ) === true;
  const again = useEffectEvent(() => refetch({ requestPolicy: "network-only" }));
  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setInterval(() => again(), LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isOnItsWay]);
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
      {({ reportSendings }) =>
        reportSendings === null || reportSendings.nodes.length === 0 ? (
          <EmptyState icon={<IconMail />} title={t("reports.noneSentTitle")} text={t("reports.noneSentText")} />
        ) : (
          <DataTable
            caption={t("reports.sent")}
            columns={columns(i18n, location.timeZone)}
            rows={reportSendings.nodes}
            keyOf={({ id }) => id}
            paging={pagingOf(reportSendings.pageInfo)}
            sorting={sortingOf(address)}
          />
        )
      }
    </QueryResult>
  );
}

function columns({ t, format }: I18n, zone: string): Column<SendingRowFragment>[] {
  return [
    { key: "day", isShort: true, label: t("reports.day"), onPhone: "title", cell: ({ day }) => format.day(day) },
    { key: "due", isShort: true, label: t("reports.due"), cell: ({ dueAt }) => format.dateTime(dueAt, zone) },
    {
      key: "how",
      label: t("reports.askedBy"),
      onPhone: "value",
      cell: ({ reportScheduleId }) => t(reportScheduleId === null ? "reports.byHand" : "reports.bySchedule"),
    },
    {
      key: "deliveries",
      onPhone: "plain",
      label: t("reports.recipientsField"),
      cell: ({ deliveries }) => (
        <Stack gap={4}>
          {deliveries.map(({ recipient, status, detail }) => (
            <Group key={recipient} gap={8}>
              <Text size="sm" inherit>
                {recipient}
              </Text>
              <Badge variant="light" color={colorOf(status)} tt="none" title={detail ?? undefined}>
                {t(`reports.status.${status}`)}
              </Badge>
            </Group>
          ))}
        </Stack>
      ),
    },
  ];
}

function colorOf(status: DeliveryStatus): string {
  if (status === "SENT") return "pine";
  return status === "REFUSED" || status === "EXPIRED" ? "red" : "yellow";
}
