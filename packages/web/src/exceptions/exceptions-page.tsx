"use client";

import { Anchor, Badge, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Pager, pageArguments } from "@pos/web/components/pager.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { useUrlState } from "@pos/web/components/url-state.ts";
import { type ExceptionRowFragment, ExceptionsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { ExceptionText } from "./exception-details.tsx";
import { exceptionText } from "./exception-text.ts";
import { ResolveDialog } from "./resolve-dialog.tsx";
import { SubjectLink, subjectOf } from "./subject-link.tsx";

const FRESH = { additionalTypenames: ["Exception"] };

/** The columns of an export. */
const EXPORTED = [
  ...(["exceptions.what", "exceptions.text", "exceptions.raised"] as const),
  ...(["exceptions.about", "exceptions.note"] as const),
];

function exportedRow(i18n: I18n, row: ExceptionRowFragment, zone: string): string[] {
  const [what, text] = [i18n.code("exception", row.code), exceptionText(i18n, row, zone) ?? ""];
  return [what, text, row.raisedAt, subjectOf(i18n, row).text, row.note ?? ""];
}

export function ExceptionsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const isPermitted = usePermission();
  const client = useClient();
  const url = useUrlState();
  const isOpen = url.get("show") !== "done";
  const [resolving, setResolving] = useState<ExceptionRowFragment | undefined>(undefined);
  const variables = { locationId: location.id, open: isOpen };
  const { first, after } = { first: 25, after: null, ...pageArguments(url) };
  const [state, refetch] = useQuery({
    query: ExceptionsDocument,
    variables: { ...variables, first, after },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again);
  return (
    <>
      <PageHeader title={t("nav.exceptions")} lead={t("exceptions.lead")}>
        <ExportButton
          name={isOpen ? "exceptions-open" : "exceptions-done"}
          header={EXPORTED.map((key) => t(key))}
          read={async (cursor) => {
            const asked = { ...variables, first: 100, after: cursor };
            const { data, error } = await client.query(ExceptionsDocument, asked, { requestPolicy: "network-only" });
            if (error !== undefined) throw error;
            const { nodes = [], pageInfo } = data?.exceptions ?? {};
            return {
              rows: nodes.map((row) => exportedRow(i18n, row, location.timeZone)),
              next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
            };
          }}
        />
      </PageHeader>
      <Filters>
        <SegmentedControl
          aria-label={t("exceptions.show")}
          value={isOpen ? "open" : "done"}
          data={[
            { value: "open", label: t("exceptions.open") },
            { value: "done", label: t("exceptions.done") },
          ]}
          onChange={(value) => url.set({ show: value === "open" ? null : value })}
        />
      </Filters>
      <QueryResult state={state} retry={again}>
        {({ exceptions }) =>
          exceptions === null || exceptions.nodes.length === 0 ? (
            <EmptyState
              icon={<IconChecks />}
              title={t(isOpen ? "exceptions.emptyTitle" : "exceptions.noneDoneTitle")}
              text={t(isOpen ? "exceptions.emptyText" : "exceptions.noneDoneText")}
            />
          ) : (
            <>
              <DataTable
                caption={t("nav.exceptions")}
                columns={columns(i18n, location.timeZone, isPermitted("exception:resolve") ? setResolving : undefined)}
                rows={exceptions.nodes}
                keyOf={({ subject, code: name }) => `${subject} ${name}`}
              />
              <Pager pageInfo={exceptions.pageInfo} url={url} />
            </>
          )
        }
      </QueryResult>
      {resolving !== undefined && <ResolveDialog exception={resolving} onClose={() => setResolving(undefined)} />}
    </>
  );
}

/** The sales whose figures an exception concerns. */
function TouchedSales({ sales }: { readonly sales: ExceptionRowFragment["touchedSales"] }) {
  const { t } = useI18n();
  if (sales.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t("exceptions.touchedSales")}</Text>
      {sales.map(({ id, receiptNumber }) => (
        <Anchor key={id} component={AppLink} href={`/sales/${id}`} size="sm">
          {receiptNumber}
        </Anchor>
      ))}
    </Group>
  );
}

function columns(
  i18n: I18n,
  zone: string,
  resolve: ((exception: ExceptionRowFragment) => void) | undefined,
): Column<ExceptionRowFragment>[] {
  const { t, code } = i18n;
  return [
    {
      key: "what",
      label: t("exceptions.what"),
      onPhone: "title",
      cell: (row) => (
        <>
          <Text inherit fw={550}>
            {code("exception", row.code)}
          </Text>
          <ExceptionText exception={row} />
          <TouchedSales sales={row.touchedSales} />
        </>
      ),
    },
    {
      key: "raised",
      isShort: true,
      onPhone: "plain",
      label: t("exceptions.raised"),
      cell: ({ raisedAt }) => <DateTime instant={raisedAt} zone={zone} />,
    },
    {
      key: "about",
      onPhone: "plain",
      label: t("exceptions.about"),
      cell: (row) => <SubjectLink exception={row} />,
    },
    {
      key: "state",
      label: t("sales.state"),
      align: "end",
      onPhone: "value",
      cell: (row) =>
        row.status === "OPEN" ? (
          <Group justify="flex-end">
            {resolve !== undefined && (
              <Button size="xs" variant="default" onClick={() => resolve(row)}>
                {t("exceptions.resolve")}
              </Button>
            )}
          </Group>
        ) : (
          <Badge variant="light" color={row.status === "RESOLVED" ? "pine" : "gray"} tt="none">
            {code("status", row.status)}
          </Badge>
        ),
    },
    { key: "note", label: t("exceptions.note"), cell: ({ note }) => note },
  ];
}
