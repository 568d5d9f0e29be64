"use client";

import { Anchor, Button, Stack } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { DateTime } from "@pos/web/components/date-time.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Money } from "@pos/web/components/money.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Pager, pageArguments } from "@pos/web/components/pager.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { useUrlState } from "@pos/web/components/url-state.ts";
import {
  type MovementRowFragment,
  MovementsDocument,
  VariantLevelDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { AdjustDialog } from "./adjust-dialog.tsx";

const FRESH = { additionalTypenames: ["Movement", "StockAdjustment"] };

/** Everything that changed a variant's level at the location, newest first. */
export function MovementsPage({ id }: { readonly id: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const url = useUrlState();
  const { first, after } = { first: 25, after: null, ...pageArguments(url) };
  const [level, refetchLevel] = useQuery({
    query: VariantLevelDocument,
    variables: { locationId: location.id, id },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const [state, refetch] = useQuery({
    query: MovementsDocument,
    variables: { locationId: location.id, variantId: id, first, after },
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
                  <>
                    <DataTable
                      caption={t("stock.movements")}
                      columns={columns(i18n, location.timeZone)}
                      rows={data.movements.nodes}
                      keyOf={(row) => `${row.factId} ${row.quantityAfter}`}
                      hrefOf={({ factId }) => (factId.startsWith("sal_") ? `/sales/${factId}` : undefined)}
                    />
                    <Pager pageInfo={data.movements.pageInfo} url={url} />
                  </>
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
  readonly variant: { readonly id: string; readonly name: string; readonly sku: string; readonly stocked: boolean };
  readonly onHand: string;
}

function MovementsHeader({ variant: { id, name, sku, stocked }, onHand }: HeaderProps) {
  const { t, format } = useI18n();
  const { location } = useSession();
  const isPermitted = usePermission();
  const [isAdjusting, setAdjusting] = useState(false);
  return (
    <div>
      <Anchor component={AppLink} href="/stock" size="sm">
        ← {t("nav.stock")}
      </Anchor>
      <PageHeader
        title={name}
        lead={t("stock.levelLead", { sku, location: location.name, quantity: format.decimal(onHand) })}
      >
        {isPermitted("stock:write") && stocked && (
          <Button onClick={() => setAdjusting(true)}>{t("stock.adjust")}</Button>
        )}
      </PageHeader>
      {isAdjusting && <AdjustDialog variant={{ id, name, sku, onHand }} onClose={() => setAdjusting(false)} />}
    </div>
  );
}

const KINDS = {
  sale: "stock.kind.sale",
  refund: "stock.kind.refund",
  stockAdjustment: "stock.kind.stockAdjustment",
  openingStock: "stock.kind.openingStock",
} as const;

function columns({ t, format }: I18n, zone: string): Column<MovementRowFragment>[] {
  return [
    {
      key: "kind",
      label: t("stock.why"),
      onPhone: "title",
      cell: ({ kind }) => (kind in KINDS ? t(KINDS[kind as keyof typeof KINDS]) : kind),
    },
    {
      key: "when",
      isShort: true,
      onPhone: "plain",
      label: t("sales.when"),
      cell: ({ occurredAt }) => <DateTime instant={occurredAt} zone={zone} />,
    },
    {
      key: "value",
      label: t("stock.value"),
      align: "end",
      onPhone: "hidden",
      cell: ({ value }) => (value === null ? null : <Money value={value} />),
    },
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
