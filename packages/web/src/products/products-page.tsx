"use client";

import { Button } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { type Address, useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { useSelection } from "@pos/web/components/use-selection.ts";
import { type ProductRowFragment, ProductsDocument, type ProductsQuery } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconPlus, IconTag } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useQuery } from "urql";
import { PRODUCTS_ADDRESS, type ProductsAddress } from "./address.ts";
import { LazyCreateDialog } from "./lazy-create-dialog.tsx";
import { ProductBulk } from "./product-bulk.tsx";
import { ProductExport } from "./product-export.tsx";
import { isFiltered, ProductFilters } from "./product-filters.tsx";
import { productVariables, SORTED_BY_SERVER } from "./queries.ts";

/** A manager or owner of some locations sees why there are no buttons: without a reason they would seem to be missing. */
function leadOf(t: I18n["t"], isPermitted: ReturnType<typeof usePermission>): string {
  const isLimited = isPermitted("stock:write") && !isPermitted("catalog:write");
  return isLimited ? `${t("products.lead")} ${t("products.allLocations")}` : t("products.lead");
}

const FRESH = { additionalTypenames: ["Product", "Variant"] };

export function ProductsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const isPermitted = usePermission();
  const router = useRouter();
  const { pageSize } = useSession();
  const address = useAddress(PRODUCTS_ADDRESS);
  const [isCreating, setCreating] = useState(false);
  const [state, refetch] = useQuery({
    query: ProductsDocument,
    variables: productVariables(address.state, pageSize),
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const create = isPermitted("catalog:write") ? (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t("products.create")}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t("nav.products")} lead={leadOf(t, isPermitted)}>
        <ProductExport address={address.state} />
        {create}
      </PageHeader>
      <ProductFilters address={address} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ products }) =>
          products === null || products.nodes.length === 0 ? (
            <EmptyState
              icon={<IconTag />}
              title={t(isFiltered(address.state) ? "products.notFoundTitle" : "products.emptyTitle")}
              text={t(isFiltered(address.state) ? "products.notFoundText" : "products.emptyText")}
            >
              {isFiltered(address.state) ? <ClearFilters address={address} /> : create}
            </EmptyState>
          ) : (
            <ProductList products={products} address={address} />
          )
        }
      </QueryResult>
      {isCreating && (
        <LazyCreateDialog
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            router.push(`/products/${id}`);
          }}
        />
      )}
    </>
  );
}

interface ProductListProps {
  readonly products: NonNullable<ProductsQuery["products"]>;
  readonly address: Address<ProductsAddress>;
}

function ProductList({ products, address }: ProductListProps) {
  const i18n = useI18n();
  const isPermitted = usePermission();
  const { pagingOf } = usePages(address);
  const selection = useSelection<ProductRowFragment>(({ id }) => id);
  return (
    <>
      {selection.of(products.nodes).length > 0 && (
        <ProductBulk products={selection.of(products.nodes)} onDone={selection.clear} />
      )}
      <DataTable
        name="products"
        caption={i18n.t("nav.products")}
        columns={columns(i18n)}
        rows={products.nodes}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => `/products/${id}`}
        paging={pagingOf(products.pageInfo)}
        sorting={sortingOf(address, address.state.search === null ? SORTED_BY_SERVER : [])}
        {...(isPermitted("catalog:write")
          ? { selection: { ...selection, nameOf: ({ name }: ProductRowFragment) => name } }
          : {})}
      />
    </>
  );
}

function ClearFilters({ address }: { readonly address: Address<ProductsAddress> }) {
  const { t } = useI18n();
  return (
    <Button variant="default" onClick={() => address.set({ search: null, category: null, show: null })}>
      {t("common.clear")}
    </Button>
  );
}

function columns({ t, format }: I18n): Column<ProductRowFragment>[] {
  return [
    {
      key: "name",
      label: t("products.product"),
      onPhone: "title",
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: "sku",
      label: "SKU",
      cell: ({ variants }) => variants.map(({ sku }) => sku).join(", "),
      sortBy: ({ variants }) => variants[0]?.sku,
    },
    {
      key: "category",
      onPhone: "plain",
      label: t("products.category"),
      cell: ({ category }) => category?.name,
      sortBy: ({ category }) => category?.name,
    },
    {
      key: "variants",
      label: t("products.variants"),
      align: "end",
      onPhone: "hidden",
      cell: ({ variants }) => variants.length,
      sortBy: ({ variants }) => variants.length,
    },
    {
      key: "price",
      label: t("products.price"),
      align: "end",
      onPhone: "value",
      cell: ({ variants }) => {
        const prices = variants.map(({ price }) => price).sort((a, b) => a.amount - b.amount);
        const [lowest, highest] = [prices[0], prices.at(-1)];
        if (lowest === undefined || highest === undefined) return null;
        const range = lowest.amount === highest.amount ? [lowest] : [lowest, highest];
        return range.map((price) => format.money(price)).join(" – ");
      },
      sortBy: ({ variants }) => Math.min(...variants.map(({ price }) => price.amount)),
    },
    {
      key: "tax",
      isExtra: true,
      onPhone: "hidden",
      label: t("products.taxCode"),
      cell: ({ taxCode }) => taxCode.name,
      sortBy: ({ taxCode }) => taxCode.name,
    },
    {
      key: "barcodes",
      isExtra: true,
      onPhone: "hidden",
      label: t("import.field.barcode"),
      cell: ({ variants }) => variants.flatMap(({ barcodes }) => barcodes).join(", "),
    },
  ];
}
