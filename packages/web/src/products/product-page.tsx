"use client";

import { Anchor, Badge, Button, Group, Stack } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { NotFound } from "@pos/web/components/not-found.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { Panel } from "@pos/web/components/panel.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { PageSkeleton } from "@pos/web/components/skeletons.tsx";
import { taxLabel } from "@pos/web/components/tax-label.ts";
import {
  ProductDetailDocument,
  type ProductWholeFragment,
  type VariantWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { EditProductDialog } from "./edit-product-dialog.tsx";
import { PriceDialog } from "./price-dialog.tsx";
import { VariantDialog } from "./variant-dialog.tsx";

export function ProductPage({ id }: { readonly id: string }) {
  const [state, refetch] = useQuery({
    query: ProductDetailDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  return (
    <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })} skeleton={<PageSkeleton />}>
      {({ product }) => (product === null ? <NotFound /> : <ProductView product={product} />)}
    </QueryResult>
  );
}

type Editing =
  | { readonly kind: "product" | "new" }
  | { readonly kind: "variant" | "price"; readonly variant: VariantWholeFragment };

function ProductView({ product }: { readonly product: ProductWholeFragment }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const isPermitted = usePermission();
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const close = () => setEditing(undefined);
  const canWrite = isPermitted("catalog:write");
  const { category, taxCode } = product;
  return (
    <Stack gap="lg">
      <div>
        <Anchor component={AppLink} href="/products" size="sm">
          ← {t("nav.products")}
        </Anchor>
        <PageHeader title={product.name}>
          {canWrite && (
            <>
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden="true" />}
                onClick={() => setEditing({ kind: "product" })}
              >
                {t("common.edit")}
              </Button>
              <Button
                leftSection={<IconPlus size={16} aria-hidden="true" />}
                onClick={() => setEditing({ kind: "new" })}
              >
                {t("products.addVariant")}
              </Button>
            </>
          )}
        </PageHeader>
        <Panel title={t("products.facts")}>
          <Facts
            facts={[
              [t("products.category"), category?.name ?? t("common.none")],
              [t("products.taxCode"), taxLabel(taxCode, format)],
              [t("sales.id"), <IdCopy key="id" id={product.id} />],
            ]}
          />
        </Panel>
      </div>
      <DataTable
        caption={t("products.variants")}
        columns={columns(i18n, {
          withCost: isPermitted("cost:read"),
          edit: canWrite ? (kind, variant) => setEditing({ kind, variant }) : undefined,
        })}
        rows={product.variants}
        keyOf={({ id }) => id}
      />
      {editing?.kind === "product" && <EditProductDialog product={product} onClose={close} />}
      {editing?.kind === "new" && <VariantDialog productId={product.id} onClose={close} />}
      {editing?.kind === "variant" && (
        <VariantDialog productId={product.id} variant={editing.variant} onClose={close} />
      )}
      {editing?.kind === "price" && <PriceDialog variant={editing.variant} onClose={close} />}
    </Stack>
  );
}

interface Options {
  readonly withCost: boolean;
  readonly edit: ((kind: "variant" | "price", variant: VariantWholeFragment) => void) | undefined;
}

function columns({ t, format }: I18n, { withCost, edit }: Options): Column<VariantWholeFragment>[] {
  return [
    {
      key: "name",
      label: t("products.variant"),
      onPhone: "title",
      cell: ({ id, name, stocked }) =>
        stocked ? (
          <Anchor component={AppLink} href={`/stock/${id}`}>
            {name}
          </Anchor>
        ) : (
          <Group gap={6}>
            {name}
            <Badge variant="light" color="gray" tt="none">
              {t("products.notStocked")}
            </Badge>
          </Group>
        ),
    },
    { key: "sku", label: "SKU", cell: ({ sku }) => sku },
    { key: "barcodes", label: t("products.barcodes"), cell: ({ barcodes }) => barcodes.join(", ") },
    {
      key: "reorder",
      label: t("products.reorderPoint"),
      align: "end",
      cell: ({ reorderPoint }) => (reorderPoint === null ? null : format.decimal(reorderPoint)),
    },
    ...(withCost
      ? [
          {
            key: "cost",
            label: t("products.cost"),
            align: "end" as const,
            cell: ({ unitCost, price }: VariantWholeFragment) =>
              unitCost === null ? null : format.unitPrice({ price: unitCost, currency: price.currency }),
          },
        ]
      : []),
    {
      key: "price",
      label: t("products.price"),
      align: "end",
      onPhone: "value",
      cell: ({ unitPrice, price }) => format.unitPrice({ price: unitPrice, currency: price.currency }),
    },
    ...(edit === undefined
      ? []
      : [
          {
            key: "actions",
            onPhone: "plain" as const,
            label: t("common.actions"),
            align: "end" as const,
            cell: (variant: VariantWholeFragment) => (
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                <Button size="xs" variant="default" onClick={() => edit("price", variant)}>
                  {t("products.changePrice")}
                </Button>
                <Button size="xs" variant="default" onClick={() => edit("variant", variant)}>
                  {t("common.edit")}
                </Button>
              </Group>
            ),
          },
        ]),
  ];
}
