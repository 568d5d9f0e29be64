"use client";

import { Button, Group } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { latestOf } from "@pos/web/components/latest-of.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import {
  RoleLimitsDocument,
  type RoleLimitsRowFragment,
  type RoleLimitsWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { LimitsDialog } from "./limits-dialog.tsx";

const FRESH = { additionalTypenames: ["RoleLimitsList"] };

/** What each role may do up to a limit. */
export function LimitsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const [state, refetch] = useQuery({ query: RoleLimitsDocument, requestPolicy: "cache-and-network", context: FRESH });
  const [changing, setChanging] = useState<Changing | undefined>(undefined);
  return (
    <>
      <PageHeader title={t("nav.limits")} lead={t("limits.lead")} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ roleLimits }) => (
          <DataTable
            caption={t("nav.limits")}
            columns={columns(i18n, {
              canAnyRefund: roleLimits.roles.some(({ mayRefundUnlinked }) => mayRefundUnlinked),
              change: (row) => setChanging({ row, all: roleLimits }),
            })}
            rows={roleLimits.roles}
            keyOf={({ role }) => role}
          />
        )}
      </QueryResult>
      {changing !== undefined && (
        <LimitsDialog
          limits={latestOf(changing.row, state.data?.roleLimits.roles, ({ role }) => role)}
          all={state.data?.roleLimits ?? changing.all}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

interface Changing {
  readonly row: RoleLimitsRowFragment;
  readonly all: RoleLimitsWholeFragment;
}

function columns(
  { t, code, format }: I18n,
  { canAnyRefund, change }: { readonly canAnyRefund: boolean; readonly change: (row: RoleLimitsRowFragment) => void },
): Column<RoleLimitsRowFragment>[] {
  return [
    { key: "role", label: t("limits.role"), onPhone: "title", cell: ({ role }) => code("role", role) },
    {
      key: "discount",
      label: t("limits.discount"),
      cell: ({ discountPercent }) =>
        discountPercent === null ? t("limits.none") : t("limits.percent", { limit: format.decimal(discountPercent) }),
    },
    ...(canAnyRefund ? [refundColumn({ t, format })] : []),
    {
      key: "actions",
      onPhone: "plain",
      label: t("common.actions"),
      align: "end",
      cell: (row) => (
        <Group justify="flex-end">
          <Button size="xs" variant="default" onClick={() => change(row)}>
            {t("limits.change")}
          </Button>
        </Group>
      ),
    },
  ];
}

function refundColumn({ t, format }: Pick<I18n, "t" | "format">): Column<RoleLimitsRowFragment> {
  return {
    key: "refund",
    label: t("limits.refund"),
    cell({ unlinkedRefund, mayRefundUnlinked }) {
      if (!mayRefundUnlinked) return t("limits.notAllowed");
      return unlinkedRefund === null ? t("limits.none") : format.money(unlinkedRefund);
    },
  };
}
