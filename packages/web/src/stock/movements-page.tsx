"use client";

import { Button, Stack } from "@mantine/core";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { Money } from "@pos/web/components/money.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { usePages } from "@pos/web/components/use-pages.ts";
import {
  type MovementRowFragment,
  MovementsDocument,
  VariantLevelDocument,
  type VariantLevelQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { byTime } from "./movement-order.ts";
import { MovementsExport } from "./movements-export.tsx";
import { whyMoved } from "./reason.ts";

const FRESH = { additionalTypenames: ["Movement", "StockAdjustment"] };

/** Everything that changed a variant's level at the location, newest first. */
export function MovementsPage({ id }: { readonly id: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const isPermitted = usePermission();
  const { variables, pagingOf } = usePages(useAddress(LIST_POSITION));
  const [level, refetchLevel] = useQuery({
    query: VariantLevelDocument,
    variables: { locationId: location.id, id },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const [state, refetch] = useQuery({
    query: MovementsDocument,
    variables: { locationId: location.id, variantId: id, ...variables },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => {
    refetchLevel({ requestPolicy: "network-only" });
    refetch({ requestPolicy: "network-only" });
  };
  useChanges(again);
  return (
    <QueryResult state={level} retry={again} skeleton={<PageSkeleton />}>
      {({ variant, movements }) =>
        variant === null ? (
          <NotFound />
        ) : (
          <Stack gap="md">
            <MovementsHeader variant={variant} onHand={movements?.nodes[0]?.quantityAfter ?? "0"} />
            <QueryResult state={state} retry={again}>
              {(data) =>
                data.movements === null || data.movements.nodes.length === 0 ? (
                  <EmptyState
                    icon={<IconArrowsExchange />}
                    title={t("stock.noMovementsTitle")}
                    text={t("stock.noMovementsText")}
                  />
                ) : (
                  <DataTable
                    name="movements"
                    caption={t("stock.movements")}
                    columns={columns(i18n, location.timeZone, isPermitted("cost:read"))}
                    rows={byTime(data.movements.nodes)}
                    paging={pagingOf(data.movements.pageInfo)}
                    keyOf={({ id: row }) => row}
                    hrefOf={({ factId }) => (factId.startsWith("sal_") ? `/sales/${factId}` : undefined)}
                  />
                )
              }
            </QueryResult>
          </Stack>
        )
      }
    </QueryResult>
  );
}

interface HeaderProps {
  readonly variant: NonNullable<VariantLevelQuery["variant"]>;
  readonly onHand: string;
}

function MovementsHeader({ variant, onHand }: HeaderProps) {
  const { id, sku, stocked } = variant;
  const name = variant.title;
  const { t, format } = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const [isAdjusting, setAdjusting] = useState(false);
  return (
    <div>
      <BackLink href="/stock" label={t("nav.stock")} />
      <PageHeader
        title={name}
        lead={t("stock.levelLead", { sku, location: location.name, quantity: format.decimal(onHand) })}
      >
        <MovementsExport variant={variant} />
        {isPermitted("stock:write") && stocked && (
          <Button onClick={() => setAdjusting(true)}>{t("stock.adjust")}</Button>
        )}
      </PageHeader>
      {isAdjusting && <AdjustDialog variant={{ id, name, sku, onHand }} onClose={() => setAdjusting(false)} />}
    </div>
  );
}

function columns(i18n: I18n, zone: string, showsCost: boolean): Column<MovementRowFragment>[] {
  const { t, format } = i18n;
  return [
    { key: "why", label: t("stock.why"), onPhone: "title", cell: (row) => whyMoved(i18n, row) },
    {
      key: "when",
      isShort: true,
      onPhone: "plain",
      label: t("sales.when"),
      cell: ({ occurredAt }) => <DateTime instant={occurredAt} zone={zone} />,
    },
    { key: "by", label: t("stock.by"), cell: ({ operator }) => operator?.name },
    ...(showsCost
      ? [
          {
            key: "value",
            label: t("stock.value"),
            align: "end" as const,
            onPhone: "hidden" as const,
            cell: ({ value }: MovementRowFragment) => (value === null ? null : <Money value={value} />),
          },
        ]
      : []),
    {
      key: "quantity",
      label: t("stock.change"),
      align: "end",
      onPhone: "value",
      cell: ({ quantity }) => `${Number(quantity) > 0 ? "+" : ""}${format.decimal(quantity)}`,
    },
    {
      key: "after",
      label: t("stock.after"),
      align: "end",
      cell: ({ quantityAfter }) => format.decimal(quantityAfter),
    },
  ];
}
