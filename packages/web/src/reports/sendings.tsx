"use client";

import { Stack } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { MailStatus } from "@pos/web/components/mail-status.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { useMailsOnTheirWay } from "@pos/web/components/use-mails-on-their-way.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { ReportSendingsDocument, type SendingRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { IconMail } from "@tabler/icons-react";
import { useQuery } from "urql";
import type { ReportsAddress } from "./address.ts";

const FRESH = { additionalTypenames: ["ReportSending"] };

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
  const mails = state.data?.reportSendings?.nodes.flatMap(({ deliveries }) => deliveries) ?? [];
  useMailsOnTheirWay(mails, () => refetch({ requestPolicy: "network-only" }));
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
          {deliveries.map((delivery) => (
            <MailStatus key={delivery.recipient} {...delivery} />
          ))}
        </Stack>
      ),
    },
  ];
}
