"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { ARCHIVE_ADDRESS } from "@pos/web/components/list-address.ts";
import { Money } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { FapiaoRequestsDocument, type FapiaoRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconFileInvoice } from "@tabler/icons-react";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { fapiaoExport } from "./export.ts";
import { IssueDialog } from "./issue-dialog.tsx";

const FRESH = { additionalTypenames: ["FapiaoRequest"] };

/** Fapiaos that customers asked for: exported for the merchant's software, whose numbers are entered afterwards. */
export function FapiaoPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const client = useClient();
  const { location } = useSession();
  const isPermitted = usePermission();
  const address = useAddress(ARCHIVE_ADDRESS);
  const { variables, pagingOf } = usePages(address);
  const isIssued = address.state.show === "archived";
  const [issuing, setIssuing] = useState<FapiaoRowFragment | undefined>(undefined);
  const [state, refetch] = useQuery({
    query: FapiaoRequestsDocument,
    variables: { isIssued, ...variables },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  return (
    <>
      <PageHeader title={t("nav.fapiao")} lead={t("fapiao.lead")}>
        <ExportButton {...fapiaoExport(client, isIssued, i18n)} />
      </PageHeader>
      <Filters>
        <SegmentedControl
          aria-label={t("fapiao.show")}
          value={isIssued ? "issued" : "waiting"}
          data={[
            { value: "waiting", label: t("fapiao.waiting") },
            { value: "issued", label: t("fapiao.issued") },
          ]}
          onChange={(value) => address.set({ show: value === "issued" ? "archived" : null })}
        />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ fapiaoRequests }) =>
          fapiaoRequests === null || fapiaoRequests.nodes.length === 0 ? (
            <EmptyState icon={<IconFileInvoice />} title={t("fapiao.noneTitle")} text={t("fapiao.noneText")} />
          ) : (
            <DataTable
              name="fapiao"
              caption={t("nav.fapiao")}
              columns={columns(
                i18n,
                location.timeZone,
                isPermitted("fapiao:write") && !isIssued ? setIssuing : undefined,
              )}
              rows={fapiaoRequests.nodes}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/sales/${id}`}
              paging={pagingOf(fapiaoRequests.pageInfo)}
              sorting={sortingOf(address)}
            />
          )
        }
      </QueryResult>
      {issuing !== undefined && <IssueDialog request={issuing} onClose={() => setIssuing(undefined)} />}
    </>
  );
}

type Issue = (request: FapiaoRowFragment) => void;

function columns({ t, code }: I18n, zone: string, issue: Issue | undefined): Column<FapiaoRowFragment>[] {
  return [
    {
      key: "receipt",
      label: t("fapiao.receipt"),
      onPhone: "title",
      isShort: true,
      cell: ({ receiptNumber }) => receiptNumber,
    },
    {
      key: "requested",
      label: t("fapiao.requestedAt"),
      cell: ({ requestedAt }) => <DateTime instant={requestedAt} zone={zone} />,
      sortBy: ({ requestedAt }) => requestedAt,
    },
    { key: "buyer", label: t("fapiao.buyerKind"), cell: ({ buyerKind }) => code("fapiaoBuyer", buyerKind) },
    { key: "title", label: t("fapiao.title"), cell: ({ title }) => title, sortBy: ({ title }) => title },
    { key: "taxNumber", label: t("fapiao.taxNumber"), cell: ({ taxNumber }) => taxNumber ?? "" },
    { key: "email", label: t("fapiao.email"), cell: ({ email }) => email ?? "" },
    {
      key: "total",
      label: t("fapiao.total"),
      align: "end",
      onPhone: "value",
      cell: ({ total }) => <Money value={total} />,
    },
    issue === undefined
      ? { key: "number", label: t("fapiao.number"), cell: ({ invoiceNumber }) => invoiceNumber ?? "" }
      : {
          key: "actions",
          label: t("common.actions"),
          align: "end",
          onPhone: "plain",
          cell: (request) => (
            <Button size="xs" variant="default" onClick={() => issue(request)}>
              {t("fapiao.enterNumber")}
            </Button>
          ),
        },
  ];
}
