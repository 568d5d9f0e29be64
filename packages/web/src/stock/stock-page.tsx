"use client";

import { Badge, Button, Group } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Pager, pageArguments } from "@pos/web/components/pager.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { useUrlState } from "@pos/web/components/url-state.ts";
import { type LevelRowFragment, StockLevelsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconPackage } from "@tabler/icons-react";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { AdjustDialog, type Adjusted } from "./adjust-dialog.tsx";

const FRESH = { additionalTypenames: ["StockLevel", "StockAdjustment", "Refund"] };

export function StockPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { location } = useSession();
  const isPermitted = usePermission();
  const client = useClient();
  const url = useUrlState();
  const [adjusting, setAdjusting] = useState<Adjusted | undefined>(undefined);
  const search = url.get("search") ?? null;
  const { first, after } = { first: 25, after: null, ...pageArguments(url) };
  const [state, refetch] = useQuery({
    query: StockLevelsDocument,
    variables: { locationId: location.id, search, first, after },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  useChanges(() => refetch({ requestPolicy: "network-only" }));
  const adjust = isPermitted("stock:write")
    ? ({ variant, sku, onHand }: LevelRowFragment) => setAdjusting({ id: variant.id, name: variant.name, sku, onHand })
    : undefined;
  return (
    <>
      <PageHeader title={t("nav.stock")} lead={t("stock.lead", { location: location.name })}>
        <ExportButton
          name={`stock-${location.code}`}
          header={["SKU", t("products.variant"), t("stock.onHand"), t("products.reorderPoint")]}
          read={async (cursor) => {
            const variables = { locationId: location.id, search, first: 100, after: cursor };
            const { data, error } = await client.query(StockLevelsDocument, variables, {
              requestPolicy: "network-only",
            });
            if (error !== undefined) throw error;
            const { nodes = [], pageInfo } = data?.stockLevels ?? {};
            return {
              rows: nodes.map(({ sku, variant, onHand }) => [sku, variant.name, onHand, variant.reorderPoint ?? ""]),
              next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
            };
          }}
        />
      </PageHeader>
      <Filters>
        <SearchField url={url} label={t("products.search")} placeholder={t("products.search")} />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ stockLevels }) =>
          stockLevels === null || stockLevels.nodes.length === 0 ? (
            <EmptyState
              icon={<IconPackage />}
              title={t(search === null ? "stock.emptyTitle" : "products.notFoundTitle")}
              text={t(search === null ? "stock.emptyText" : "products.notFoundText")}
            />
          ) : (
            <>
              <DataTable
                caption={t("nav.stock")}
                columns={columns(i18n, adjust)}
                rows={stockLevels.nodes}
                keyOf={({ variant }) => variant.id}
                hrefOf={({ variant }) => `/stock/${variant.id}`}
              />
              <Pager pageInfo={stockLevels.pageInfo} url={url} />
            </>
          )
        }
      </QueryResult>
      {adjusting !== undefined && <AdjustDialog variant={adjusting} onClose={() => setAdjusting(undefined)} />}
    </>
  );
}

function columns(
  { t, format }: I18n,
  adjust: ((level: LevelRowFragment) => void) | undefined,
): Column<LevelRowFragment>[] {
  return [
    { key: "name", label: t("products.variant"), onPhone: "title", cell: ({ variant }) => variant.name },
    { key: "sku", isShort: true, label: "SKU", cell: ({ sku }) => sku },
    {
      key: "reorder",
      label: t("products.reorderPoint"),
      align: "end",
      cell: ({ variant }) => (variant.reorderPoint === null ? null : format.decimal(variant.reorderPoint)),
    },
    {
      key: "onHand",
      label: t("stock.onHand"),
      align: "end",
      onPhone: "value",
      cell: (level) => <OnHand level={level} />,
    },
    ...(adjust === undefined
      ? []
      : [
          {
            key: "actions",
            label: t("common.actions"),
            align: "end" as const,
            onPhone: "hidden" as const,
            cell: (level: LevelRowFragment) => (
              <Button size="xs" variant="default" onClick={() => adjust(level)}>
                {t("stock.adjust")}
              </Button>
            ),
          },
        ]),
  ];
}

function OnHand({ level: { onHand, variant } }: { readonly level: LevelRowFragment }) {
  const { t, format } = useI18n();
  const count = Number(onHand);
  const isLow = variant.reorderPoint !== null && count < Number(variant.reorderPoint);
  return (
    <Group gap={8} justify="flex-end" wrap="nowrap" component="span" display="inline-flex">
      {(count < 0 || isLow) && (
        <Badge variant="light" color={count < 0 ? "red" : "orange"} tt="none">
          {t(count < 0 ? "stock.negative" : "stock.low")}
        </Badge>
      )}
      <span>{format.decimal(onHand)}</span>
    </Group>
  );
}
