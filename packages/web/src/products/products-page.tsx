"use client";

import { Button } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { ExportButton } from "@pos/web/components/export-button.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Pager, pageArguments } from "@pos/web/components/pager.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { useUrlState } from "@pos/web/components/url-state.ts";
import { type ProductRowFragment, ProductsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { plainAmount } from "@pos/web/sales/export.ts";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconPlus, IconTag } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useClient, useQuery } from "urql";
import { CreateProductDialog } from "./create-dialog.tsx";

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
  const client = useClient();
  const router = useRouter();
  const url = useUrlState();
  const search = url.get("search") ?? null;
  const { first, after } = { first: 25, after: null, ...pageArguments(url) };
  const [isCreating, setCreating] = useState(false);
  const [state, refetch] = useQuery({
    query: ProductsDocument,
    variables: { search, first, after },
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
        <ExportButton
          name="products"
          header={[t("products.product"), t("products.variant"), "SKU", t("products.price"), t("products.barcodes")]}
          read={async (cursor) => {
            const variables = { search, first: 100, after: cursor };
            const { data, error } = await client.query(ProductsDocument, variables, { requestPolicy: "network-only" });
            if (error !== undefined) throw error;
            const { nodes = [], pageInfo } = data?.products ?? {};
            return {
              rows: nodes.flatMap(({ name, variants }) =>
                variants.map((one) => [name, one.name, one.sku, plainAmount(one.price), one.barcodes.join(" ")]),
              ),
              next: pageInfo?.hasNextPage === true ? pageInfo.endCursor : null,
            };
          }}
        />
        {create}
      </PageHeader>
      <Filters>
        <SearchField url={url} label={t("products.search")} placeholder={t("products.search")} />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ products }) =>
          products === null || products.nodes.length === 0 ? (
            <EmptyState
              icon={<IconTag />}
              title={t(search === null ? "products.emptyTitle" : "products.notFoundTitle")}
              text={t(search === null ? "products.emptyText" : "products.notFoundText")}
            >
              {create}
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption={t("nav.products")}
                columns={columns(i18n)}
                rows={products.nodes}
                keyOf={({ id }) => id}
                hrefOf={({ id }) => `/products/${id}`}
              />
              <Pager pageInfo={products.pageInfo} url={url} />
            </>
          )
        }
      </QueryResult>
      {isCreating && (
        <CreateProductDialog
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

function columns({ t, format }: I18n): Column<ProductRowFragment>[] {
  return [
    { key: "name", label: t("products.product"), onPhone: "title", cell: ({ name }) => name },
    { key: "sku", label: "SKU", cell: ({ variants }) => variants.map(({ sku }) => sku).join(", ") },
    { key: "category", onPhone: "plain", label: t("products.category"), cell: ({ category }) => category?.name },
    {
      key: "variants",
      label: t("products.variants"),
      align: "end",
      onPhone: "hidden",
      cell: ({ variants }) => variants.length,
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
    },
  ];
}
