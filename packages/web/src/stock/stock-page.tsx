"use client";

import { Badge, Button, Group } from "@mantine/core";
import type { Money as MoneyValue } from "@pos/core/base/money.ts";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { CategoryFilter } from "@pos/web/components/category-filter.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { FoldedFilters } from "@pos/web/components/folded-filters.tsx";
import { Money, MoneySum } from "@pos/web/components/money.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { Pager } from "@pos/web/components/table-footer.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import {
  type LevelRowFragment,
  StockLevelsDocument,
  type StockState,
  StockValueDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { useChanges } from "@pos/web/session/changes.ts";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconClipboardCheck, IconPackage, IconPackageImport } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { STOCK_ADDRESS, STOCK_STATES } from "./address.ts";
import { AdjustDialog, type Adjusted } from "./adjust-dialog.tsx";
import { STOCK_SORTS, seesStockValue, stockVariables } from "./queries.ts";
import { StateChoice } from "./state-choice.tsx";
import { StockExport } from "./stock-export.tsx";
import { StockOfAll } from "./stock-of-all.tsx";

const FRESH = { additionalTypenames: ["StockLevel", "StockAdjustment", "Refund", "SaleVoid", "Variant"] };

export function StockPage() {
  return useSession().isAll ? <StockOfAll /> : <StockAtLocation />;
}

function StockAtLocation() {
  const i18n = useI18n();
  const { t } = i18n;
  const session = useSession();
  const { location } = session;
  const isPermitted = usePermission();
  const address = useAddress(STOCK_ADDRESS);
  const { pagingOf } = usePages(address);
  const [adjusting, setAdjusting] = useState<Adjusted | undefined>(undefined);
  const { search, state } = address.state;
  const [result, refetch] = useQuery({
    query: StockLevelsDocument,
    variables: stockVariables(session, address.state),
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const value = useStockValue(() => refetch({ requestPolicy: "network-only" }));
  const adjust = isPermitted("stock:write")
    ? ({ variant, sku, onHand }: LevelRowFragment) => setAdjusting({ id: variant.id, name: variant.title, sku, onHand })
    : undefined;
  return (
    <>
      <PageHeader title={t("nav.stock")} lead={leadOf(i18n, location.name, value)}>
        <StockExport address={address.state} />
        {adjust !== undefined && <StockActions />}
      </PageHeader>
      <FoldedFilters
        first={<SearchField address={address} label={t("products.search")} />}
        count={[address.state.category !== null, state !== "TRACKED"].filter(Boolean).length}
      >
        <CategoryFilter address={address} />
        <StateChoice address={address} states={STOCK_STATES} />
      </FoldedFilters>
      <QueryResult state={result} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ stockLevels }) =>
          stockLevels === null || (stockLevels.nodes.length === 0 && !stockLevels.pageInfo.hasNextPage) ? (
            <EmptyState
              icon={<IconPackage />}
              {...emptyText(i18n, search !== null || address.state.category !== null, state)}
            >
              {search === null && state === "TRACKED" && isPermitted("catalog:write") && <FirstSteps />}
            </EmptyState>
          ) : stockLevels.nodes.length === 0 ? (
            <>
              {t("stock.searchOn")}
              <Pager paging={pagingOf(stockLevels.pageInfo)} />
            </>
          ) : (
            <DataTable
              name="stock"
              caption={t("nav.stock")}
              columns={columns(i18n, isPermitted("cost:read"), adjust)}
              rows={stockLevels.nodes}
              keyOf={({ variant }) => variant.id}
              hrefOf={({ variant }) => `/stock/${variant.id}`}
              paging={pagingOf(stockLevels.pageInfo)}
              sorting={sortingOf(address, Object.keys(STOCK_SORTS))}
            />
          )
        }
      </QueryResult>
      {adjusting !== undefined && <AdjustDialog variant={adjusting} onClose={() => setAdjusting(undefined)} />}
    </>
  );
}

/** What all stock at the location is worth at cost, for users who may see it. Both are queried again after a booking. */
function useStockValue(onChange: () => void): MoneyValue | undefined {
  const session = useSession();
  const [{ data }, refetch] = useQuery({
    query: StockValueDocument,
    variables: { locationId: session.location.id },
    requestPolicy: "cache-and-network",
    pause: !seesStockValue(session),
  });
  useChanges(() => {
    onChange();
    refetch({ requestPolicy: "network-only" });
  });
  return data?.accountBalances?.find(({ account }) => account === "INVENTORY")?.balance;
}

function leadOf({ t, format }: I18n, location: string, value: MoneyValue | undefined): string {
  if (value === undefined) return t("stock.lead", { location });
  return t("stock.leadValue", { location, value: format.money(value) });
}

/** Where articles come from. */
function FirstSteps() {
  const { t } = useI18n();
  return (
    <Group>
      <Button component={AppLink} href="/products">
        {t("nav.products")}
      </Button>
      <Button component={AppLink} href="/import" variant="default">
        {t("nav.import")}
      </Button>
    </Group>
  );
}

/** The pages on which many levels are changed. */
function StockActions() {
  const { t } = useI18n();
  return (
    <>
      <Button
        component={AppLink}
        href="/stock/opening"
        variant="default"
        leftSection={<IconPackageImport size={16} aria-hidden="true" />}
      >
        {t("opening.title")}
      </Button>
      <Button component={AppLink} href="/stock/take" leftSection={<IconClipboardCheck size={16} aria-hidden="true" />}>
        {t("take.title")}
      </Button>
    </>
  );
}

function emptyText({ t }: I18n, isSearched: boolean, state: StockState) {
  if (isSearched) return { title: t("products.notFoundTitle"), text: t("products.notFoundText") };
  if (state === "LOW") return { title: t("stock.noneLowTitle"), text: t("stock.noneLowText") };
  if (state === "NEGATIVE") return { title: t("stock.noneNegativeTitle"), text: t("stock.noneNegativeText") };
  if (state === "OUT") return { title: t("stock.noneOutTitle"), text: t("stock.noneOutText") };
  return { title: t("stock.emptyTitle"), text: t("stock.emptyText") };
}

function columns(
  { t, format }: I18n,
  showsCost: boolean,
  adjust: ((level: LevelRowFragment) => void) | undefined,
): Column<LevelRowFragment>[] {
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
      key: "category",
      isExtra: true,
      onPhone: "hidden",
      label: t("products.category"),
      cell: ({ variant }) => variant.product.category?.name,
      sortBy: ({ variant }) => variant.product.category?.name,
    },
    {
      key: "reorder",
      label: t("products.reorderPoint"),
      align: "end",
      cell: ({ variant }) => (variant.reorderPoint === null ? null : format.decimal(variant.reorderPoint)),
      sortBy: ({ variant }) => (variant.reorderPoint === null ? null : Number(variant.reorderPoint)),
    },
    ...(showsCost ? [valueColumn(t)] : []),
    {
      key: "onHand",
      label: t("stock.onHand"),
      align: "end",
      onPhone: "value",
      cell: (level) => <OnHand level={level} />,
      sortBy: ({ onHand }) => Number(onHand),
    },
    ...(adjust === undefined
      ? []
      : [
          {
            key: "actions",
            label: t("common.actions"),
            align: "end" as const,
            onPhone: "plain" as const,
            cell: (level: LevelRowFragment) => (
              <Button
                size="xs"
                variant="default"
                aria-label={t("stock.adjustTitle", { name: level.variant.title })}
                onClick={() => adjust(level)}
              >
                {t("stock.adjust")}
              </Button>
            ),
          },
        ]),
  ];
}

function valueColumn(t: I18n["t"]): Column<LevelRowFragment> {
  return {
    key: "value",
    label: t("stock.value"),
    align: "end",
    cell: ({ value }) => (value === null ? null : <Money value={value} />),
    sortBy: ({ value }) => value?.amount,
    sum: (rows) => <MoneySum values={rows.map(({ value }) => value)} />,
  };
}

const STATE_COLORS = { negative: "red", out: "orange", low: "orange" } as const;

function levelState(count: number, isLow: boolean): keyof typeof STATE_COLORS | undefined {
  if (count < 0) return "negative";
  if (count === 0) return "out";
  return isLow ? "low" : undefined;
}

function OnHand({ level: { onHand, variant } }: { readonly level: LevelRowFragment }) {
  const { t, format } = useI18n();
  const count = Number(onHand);
  const isLow = variant.reorderPoint !== null && count < Number(variant.reorderPoint);
  const state = levelState(count, isLow);
  return (
    <Group gap={8} justify="flex-end" wrap="nowrap" component="span" display="inline-flex">
      {state !== undefined && (
        <Badge variant="light" color={STATE_COLORS[state]} tt="none">
          {t(`stock.${state}`)}
        </Badge>
      )}
      <span className="figures">{format.decimal(onHand)}</span>
    </Group>
  );
}
