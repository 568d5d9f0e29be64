"use client";

import { Alert, Anchor, Badge, Button, Group, Stack } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { BackLink } from "@pos/web/components/back-link.tsx";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { Facts } from "@pos/web/components/facts.tsx";
import { IdCopy } from "@pos/web/components/id-copy.tsx";
import { latestOf } from "@pos/web/components/latest-of.ts";
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
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconArchive, IconPencil, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { EditProductDialog } from "./edit-product-dialog.tsx";
import { LazyCreateDialog } from "./lazy-create-dialog.tsx";
import { OpeningNotice } from "./opening-notice.tsx";
import { PriceDialog } from "./price-dialog.tsx";
import { useArchive } from "./use-archive.ts";
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
  const latest = (variant: VariantWholeFragment) => latestOf(variant, product.variants, ({ id }) => id);
  const archive = useArchive();
  const canWrite = isPermitted("catalog:write");
  const { category, taxCode } = product;
  return (
    <Stack gap="lg">
      <div>
        <BackLink href="/products" label={t("nav.products")} />
        <PageHeader title={product.name}>
          {canWrite && (
            <ProductActions product={product} edit={setEditing} archive={() => void archive.product(product)} />
          )}
        </PageHeader>
        {product.discontinuedAt !== null && <ArchivedNotice since={product.discontinuedAt} />}
        <Panel title={t("products.facts")}>
          <Facts
            facts={[
              [t("products.category"), category?.name ?? t("products.uncategorized")],
              [t("products.taxCode"), taxLabel(taxCode, format)],
              [t("sales.id"), <IdCopy key="id" id={product.id} />],
            ]}
          />
        </Panel>
      </div>
      <OpeningNotice product={product} />
      <DataTable
        caption={t("products.variants")}
        columns={columns(i18n, {
          withCost: isPermitted("cost:read"),
          withPacks: product.variants.some(({ packs }) => packs.length > 0),
          edit: canWrite ? (kind, variant) => setEditing({ kind, variant }) : undefined,
          archive: canWrite && product.variants.length > 1 ? (one) => void archive.variant(one) : undefined,
        })}
        rows={product.variants}
        keyOf={({ id }) => id}
      />
      {editing?.kind === "product" && <EditProductDialog product={product} onClose={close} />}
      {editing?.kind === "new" && <LazyCreateDialog product={product} onClose={close} onCreated={close} />}
      {editing?.kind === "variant" && (
        <VariantDialog product={product} variant={latest(editing.variant)} onClose={close} />
      )}
      {editing?.kind === "price" && (
        <PriceDialog variant={latest(editing.variant)} taxRate={taxCode.rate} onClose={close} />
      )}
    </Stack>
  );
}

interface ActionsProps {
  readonly product: ProductWholeFragment;
  readonly edit: (what: Editing) => void;
  readonly archive: () => void;
}

function ProductActions({ product, edit, archive }: ActionsProps) {
  const { t } = useI18n();
  return (
    <>
      <Button variant="default" onClick={archive}>
        {t(product.isDiscontinued ? "products.restore" : "products.archive")}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden="true" />}
        onClick={() => edit({ kind: "product" })}
      >
        {t("common.edit")}
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => edit({ kind: "new" })}>
        {t("products.addVariants")}
      </Button>
    </>
  );
}

function ArchivedNotice({ since }: { readonly since: string }) {
  const { t, format } = useI18n();
  const { location } = useSession();
  return (
    <Alert color="gray" icon={<IconArchive aria-hidden="true" />} mb="md">
      {t("products.archivedSince", { date: format.dateTime(since, location.timeZone) })}
    </Alert>
  );
}

interface Options {
  readonly withCost: boolean;
  readonly withPacks: boolean;
  readonly edit: ((kind: "variant" | "price", variant: VariantWholeFragment) => void) | undefined;
  readonly archive: ((variant: VariantWholeFragment) => void) | undefined;
}

function VariantName({ variant: { id, name, stocked, discontinuedAt } }: { readonly variant: VariantWholeFragment }) {
  const { t } = useI18n();
  return (
    <Group gap={6}>
      {stocked ? (
        <Anchor component={AppLink} href={`/stock/${id}`}>
          {name}
        </Anchor>
      ) : (
        name
      )}
      {!stocked && (
        <Badge variant="light" color="gray" tt="none">
          {t("products.notStocked")}
        </Badge>
      )}
      {discontinuedAt !== null && (
        <Badge variant="light" color="gray" tt="none">
          {t("products.archivedOne")}
        </Badge>
      )}
    </Group>
  );
}

function packTexts({ packs }: VariantWholeFragment): string {
  return packs.map(({ name, size }) => `${name} (${size})`).join(", ");
}

function columns({ t, format }: I18n, { withCost, withPacks, edit, archive }: Options): Column<VariantWholeFragment>[] {
  return [
    {
      key: "name",
      label: t("products.variant"),
      onPhone: "title",
      cell: (variant) => <VariantName variant={variant} />,
    },
    { key: "sku", label: "SKU", cell: ({ sku }) => sku },
    { key: "barcodes", label: t("products.barcodes"), cell: ({ barcodes }) => barcodes.join(", ") },
    ...(withPacks ? [{ key: "packs", label: t("products.packs"), cell: packTexts }] : []),
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
                {archive !== undefined && (
                  <Button size="xs" variant="default" onClick={() => archive(variant)}>
                    {t(variant.discontinuedAt === null ? "products.archive" : "products.restore")}
                  </Button>
                )}
              </Group>
            ),
          },
        ]),
  ];
}
