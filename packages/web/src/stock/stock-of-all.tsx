"use client";

import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import { CategoryFilter } from "@pos/web/components/category-filter.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { FoldedFilters } from "@pos/web/components/folded-filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { type Address, useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import {
  LowStockOfAllDocument,
  type LowStockOfAllQuery,
  StockOfAllDocument,
  type StockOfAllQuery,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import type { Location } from "@pos/web/session/known.ts";
import { useSession } from "@pos/web/session/session.tsx";
import { IconPackage } from "@tabler/icons-react";
import { useClient, useQuery } from "urql";
import { STOCK_ADDRESS, type StockAddress } from "./address.ts";
import { STOCK_OF_ALL_SORTS, stockOfAllVariables } from "./queries.ts";
import { StateChoice } from "./state-choice.tsx";

const FRESH = { additionalTypenames: ["StockLevel", "StockAdjustment", "Refund", "SaleVoid", "Variant"] };
/** Beyond, a list has their sum alone: so many columns are not read. */
const COLUMNS_MAX = 8;

/** What all locations have, side by side; or what is low, and where. */
export function StockOfAll() {
  const { t } = useI18n();
  const address = useAddress(STOCK_ADDRESS);
  const { search, category, state } = address.state;
  const isLow = state === "LOW";
  return (
    <>
      <PageHeader title={t("nav.stock")} lead={t("stock.lead", { location: t("common.allLocations") })}>
        {!isLow && <AllExport address={address.state} />}
      </PageHeader>
      <FoldedFilters
        first={isLow ? null : <SearchField address={address} label={t("products.search")} />}
        count={[category !== null, isLow].filter(Boolean).length}
      >
        {!isLow && <CategoryFilter address={address} />}
        <StateChoice address={address} states={["TRACKED", "LOW"]} />
      </FoldedFilters>
      {isLow ? <LowRows address={address} /> : <AllRows address={address} isSearched={search !== null} />}
    </>
  );
}

type Shown = { readonly address: Address<StockAddress> };

function AllRows({ address, isSearched }: Shown & { readonly isSearched: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  const session = useSession();
  const { pagingOf } = usePages(address);
  const [result, refetch] = useQuery({
    query: StockOfAllDocument,
    variables: stockOfAllVariables(session, address.state),
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again);
  return (
    <QueryResult state={result} retry={again}>
      {({ stockLevels }) =>
        stockLevels === null || stockLevels.nodes.length === 0 ? (
          <EmptyState
            icon={<IconPackage />}
            title={t(isSearched ? "products.notFoundTitle" : "stock.emptyTitle")}
            text={t(isSearched ? "products.notFoundText" : "stock.emptyText")}
          />
        ) : (
          <DataTable
            name="stock-of-all"
            caption={t("nav.stock")}
            columns={columnsOfAll(i18n, session.locations)}
            rows={stockLevels.nodes}
            keyOf={({ variant }) => variant.id}
            hrefOf={({ variant }) => `/stock/${variant.id}`}
            paging={pagingOf(stockLevels.pageInfo)}
            sorting={sortingOf(address, Object.keys(STOCK_OF_ALL_SORTS))}
          />
        )
      }
    </QueryResult>
  );
}

type AllRow = NonNullable<StockOfAllQuery["stockLevels"]>["nodes"][number];

function onHandAt({ variant }: AllRow, locationId: string): number {
  const level = variant.levels?.find(({ location }) => location.id === locationId);
  return parseQuantity(level?.onHand ?? "0") ?? 0;
}

function onHandAtAll({ variant }: AllRow): number {
  return (variant.levels ?? []).reduce((sum, { onHand }) => sum + (parseQuantity(onHand) ?? 0), 0);
}

function columnsOfAll({ t, format }: I18n, locations: readonly Location[]): Column<AllRow>[] {
  const quantity = (of: (row: AllRow) => number) => ({
    align: "end" as const,
    cell: (row: AllRow) => format.decimal(formatQuantity(of(row))),
    sortBy: of,
  });
  return [
    {
      key: "name",
      label: t("products.product"),
      onPhone: "title",
      cell: ({ variant }) => variant.title,
      sortBy: ({ variant }) => variant.title,
    },
    { key: "sku", isShort: true, label: "SKU", cell: ({ sku }) => sku, sortBy: ({ sku }) => sku },
    {
      key: "reorder",
      label: t("products.reorderPoint"),
      align: "end",
      onPhone: "hidden",
      cell: ({ variant }) => (variant.reorderPoint === null ? null : format.decimal(variant.reorderPoint)),
      sortBy: ({ variant }) => (variant.reorderPoint === null ? null : Number(variant.reorderPoint)),
    },
    ...(locations.length > COLUMNS_MAX ? [] : locations).map(({ id, name }) => ({
      ...{ key: `at-${id}`, label: name },
      ...quantity((row) => onHandAt(row, id)),
    })),
    { key: "onHand", label: t("stock.onHand"), onPhone: "value", ...quantity(onHandAtAll) },
  ];
}

/** The list as it is filtered and sorted, with every location. */
function AllExport({ address }: { readonly address: StockAddress }) {
  const { t } = useI18n();
  const session = useSession();
  const { locations } = session;
  const client = useClient();
  return (
    <ExportButton
      name="stock"
      header={["SKU", t("products.product"), ...locations.map(({ name }) => name), t("stock.onHand")]}
      read={async (after) => {
        const variables = { ...stockOfAllVariables(session, address), first: 100, after };
        const { data, error } = await client.query(StockOfAllDocument, variables, { requestPolicy: "network-only" });
        if (error !== undefined) throw error;
        const { nodes = [], pageInfo } = data?.stockLevels ?? {};
        return {
          rows: nodes.map((row) => [
            ...[row.sku, row.variant.title],
            ...[...locations.map(({ id }) => onHandAt(row, id)), onHandAtAll(row)].map(formatQuantity),
          ]),
          next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
        };
      }}
    />
  );
}

function LowRows({ address }: Shown) {
  const i18n = useI18n();
  const { t } = i18n;
  const { variables, pagingOf } = usePages(address);
  const [result, refetch] = useQuery({
    query: LowStockOfAllDocument,
    variables,
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again);
  return (
    <QueryResult state={result} retry={again}>
      {({ lowStockPage }) =>
        lowStockPage === null || lowStockPage.nodes.length === 0 ? (
          <EmptyState icon={<IconPackage />} title={t("stock.noneLowTitle")} text={t("stock.noneLowText")} />
        ) : (
          <DataTable
            name="low-stock-of-all"
            caption={t("nav.stock")}
            columns={lowColumns(i18n)}
            rows={lowStockPage.nodes}
            keyOf={({ location, variant }) => `${location.id} ${variant.id}`}
            paging={pagingOf(lowStockPage.pageInfo)}
            sorting={sortingOf(address)}
          />
        )
      }
    </QueryResult>
  );
}

type LowRow = NonNullable<LowStockOfAllQuery["lowStockPage"]>["nodes"][number];

function lowColumns({ t, format }: I18n): Column<LowRow>[] {
  return [
    {
      key: "name",
      label: t("products.product"),
      onPhone: "title",
      cell: ({ variant }) => variant.title,
      sortBy: ({ variant }) => variant.title,
    },
    {
      key: "location",
      label: t("common.location"),
      onPhone: "plain",
      cell: ({ location }) => location.name,
      sortBy: ({ location }) => location.name,
    },
    { key: "sku", isShort: true, label: "SKU", cell: ({ variant }) => variant.sku },
    {
      key: "reorder",
      label: t("products.reorderPoint"),
      align: "end",
      cell: ({ variant }) => format.decimal(variant.reorderPoint ?? "0"),
      sortBy: ({ variant }) => Number(variant.reorderPoint),
    },
    {
      key: "onHand",
      label: t("stock.onHand"),
      align: "end",
      onPhone: "value",
      cell: ({ onHand }) => format.decimal(onHand),
      sortBy: ({ onHand }) => Number(onHand),
    },
  ];
}
