"use client";

import { Anchor, Badge, Button, Group, SegmentedControl, Select, Text } from "@mantine/core";
import { EXCEPTION_CODES } from "@pos/core/generated/names.ts";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { BulkBar } from "@pos/web/components/bulk-bar.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { latestOf } from "@pos/web/components/latest-of.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { Pager } from "@pos/web/components/table-footer.tsx";
import { type Address, useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { useSelection } from "@pos/web/components/use-selection.ts";
import {
  type ExceptionRowFragment,
  ExceptionsDocument,
  type ExceptionsQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { EXCEPTIONS_ADDRESS, type ExceptionsAddress } from "./address.ts";
import { ExceptionText } from "./exception-details.tsx";
import { ExceptionExport } from "./exception-export.tsx";
import { exceptionVariables } from "./queries.ts";
import { ResolveDialog } from "./resolve-dialog.tsx";
import { ResolveManyDialog } from "./resolve-many-dialog.tsx";
import { subjectOf } from "./subject.ts";
import { SubjectLink } from "./subject-link.tsx";

const FRESH = { additionalTypenames: ["Exception"] };

export function ExceptionsPage() {
  const { t } = useI18n();
  const session = useSession();
  const address = useAddress(EXCEPTIONS_ADDRESS);
  const { pagingOf } = usePages(address);
  const isOpen = address.state.show === null;
  const [state, refetch] = useQuery({
    query: ExceptionsDocument,
    variables: exceptionVariables(session, address.state),
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again);
  return (
    <>
      <PageHeader title={t("nav.exceptions")} lead={t("exceptions.lead")}>
        <ExceptionExport address={address.state} />
      </PageHeader>
      <Filters>
        <SegmentedControl
          aria-label={t("exceptions.show")}
          value={isOpen ? "open" : "done"}
          data={[
            { value: "open", label: t("exceptions.open") },
            { value: "done", label: t("exceptions.done") },
          ]}
          onChange={(value) => address.set({ show: value === "done" ? value : null })}
        />
        <KindChoice address={address} />
      </Filters>
      <QueryResult state={state} retry={again}>
        {({ exceptions }) =>
          exceptions === null || exceptions.nodes.length === 0 ? (
            <EmptyState
              icon={<IconChecks />}
              {...emptyText(t, address.state, exceptions?.pageInfo.hasNextPage === true)}
            >
              {exceptions !== null && <Pager paging={pagingOf(exceptions.pageInfo)} />}
            </EmptyState>
          ) : (
            <ExceptionList exceptions={exceptions} address={address} />
          )
        }
      </QueryResult>
    </>
  );
}

interface ExceptionListProps {
  readonly exceptions: NonNullable<ExceptionsQuery["exceptions"]>;
  readonly address: Address<ExceptionsAddress>;
}

/** The exceptions of a page: one or several of them are settled with a note. */
function ExceptionList({ exceptions, address }: ExceptionListProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { isAll } = useSession();
  const mayResolve = usePermission()("exception:resolve");
  const { pagingOf } = usePages(address);
  const selection = useSelection(keyOf);
  const chosen = selection.of(exceptions.nodes);
  const [resolving, setResolving] = useState<ExceptionRowFragment | undefined>(undefined);
  const [isResolvingMany, setResolvingMany] = useState(false);
  const isSelectable = mayResolve && address.state.show === null;
  return (
    <>
      {chosen.length > 0 && (
        <BulkBar count={chosen.length} onClear={selection.clear}>
          <Button size="xs" variant="default" onClick={() => setResolvingMany(true)}>
            {t("exceptions.resolveMany")}
          </Button>
        </BulkBar>
      )}
      <DataTable
        name="exceptions"
        caption={t("nav.exceptions")}
        columns={columns(i18n, isAll, mayResolve ? setResolving : undefined)}
        rows={exceptions.nodes}
        keyOf={keyOf}
        paging={pagingOf(exceptions.pageInfo)}
        sorting={sortingOf(address)}
        {...(isSelectable
          ? { selection: { ...selection, nameOf: (row: ExceptionRowFragment) => nameOf(i18n, row) } }
          : {})}
      />
      {isResolvingMany && <ResolveManyDialog exceptions={chosen} onClose={() => setResolvingMany(false)} />}
      {resolving !== undefined && (
        <ResolveDialog
          exception={latestOf(resolving, exceptions.nodes, keyOf)}
          onClose={() => setResolving(undefined)}
        />
      )}
    </>
  );
}

function emptyText(t: I18n["t"], { show, kind }: ExceptionsAddress, goesOn: boolean) {
  if (goesOn) return { title: t("products.notFoundTitle"), text: t("exceptions.searchGoesOn") };
  if (kind !== null) return { title: t("products.notFoundTitle"), text: t("exceptions.noneOfKind") };
  if (show === null) return { title: t("exceptions.emptyTitle"), text: t("exceptions.emptyText") };
  return { title: t("exceptions.noneDoneTitle"), text: t("exceptions.noneDoneText") };
}

function KindChoice({ address }: { readonly address: Address<ExceptionsAddress> }) {
  const { t, code } = useI18n();
  return (
    <Select
      aria-label={t("exceptions.what")}
      placeholder={t("exceptions.allKinds")}
      clearable
      searchable
      nothingFoundMessage={t("products.notFoundTitle")}
      w={{ base: "100%", xs: 320 }}
      data={EXCEPTION_CODES.map((kind) => ({ value: kind, label: code("exception", kind) })).toSorted((one, other) =>
        one.label.localeCompare(other.label),
      )}
      value={address.state.kind}
      onChange={(chosen) => address.set({ kind: EXCEPTION_CODES.find((kind) => kind === chosen) ?? null })}
    />
  );
}

function nameOf(i18n: I18n, exception: ExceptionRowFragment): string {
  return `${i18n.code("exception", exception.code)}, ${subjectOf(i18n, exception).text}`;
}

function keyOf({ subject, code }: ExceptionRowFragment): string {
  return `${subject} ${code}`;
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

function locationColumn(t: I18n["t"]): Column<ExceptionRowFragment> {
  return {
    key: "location",
    onPhone: "plain",
    label: t("common.location"),
    cell: ({ location }) => location.name,
    sortBy: ({ location }) => location.name,
  };
}

function columns(
  i18n: I18n,
  withLocation: boolean,
  resolve: ((exception: ExceptionRowFragment) => void) | undefined,
): Column<ExceptionRowFragment>[] {
  const { t, code } = i18n;
  return [
    {
      key: "what",
      label: t("exceptions.what"),
      onPhone: "title",
      sortBy: ({ code: name }) => code("exception", name),
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
      cell: ({ raisedAt, location }) => <DateTime instant={raisedAt} zone={location.timeZone} />,
      sortBy: ({ raisedAt }) => raisedAt,
    },
    ...(withLocation ? [locationColumn(t)] : []),
    {
      key: "about",
      onPhone: "plain",
      label: t("exceptions.about"),
      cell: (row) => <SubjectLink exception={row} />,
      sortBy: (row) => subjectOf(i18n, row).text,
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
