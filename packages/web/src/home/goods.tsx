"use client";

import { Text } from "@mantine/core";
import type { HomeBestSellersQuery, HomeLowStockQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { ShortList } from "./short-list.tsx";

export function BestSellers({ rows }: { readonly rows: NonNullable<HomeBestSellersQuery["bestSellers"]> }) {
  const { t, format } = useI18n();
  if (rows.length === 0) return <Text c="dimmed">{t("home.noBestSellers")}</Text>;
  return (
    <ShortList
      rows={rows.map(({ variantId, description, quantity, total }) => ({
        key: `${variantId} ${description}`,
        title: description,
        detail: t("home.pieces", { count: format.decimal(quantity) }),
        value: format.money(total),
        ...(variantId === null ? {} : { href: `/stock/${variantId}` }),
      }))}
    />
  );
}

export function LowStock({ rows }: { readonly rows: NonNullable<HomeLowStockQuery["lowStockPage"]>["nodes"] }) {
  const { t, format } = useI18n();
  const { isAll } = useSession();
  if (rows.length === 0) return <Text c="dimmed">{t("home.noLowStock")}</Text>;
  return (
    <ShortList
      rows={rows.map(({ variant, location, onHand }) => {
        const detail = t("home.reorderAt", { sku: variant.sku, point: format.decimal(variant.reorderPoint ?? "0") });
        return {
          key: `${location.id} ${variant.id}`,
          title: variant.title,
          detail: isAll ? `${location.name} · ${detail}` : detail,
          value: format.decimal(onHand),
          href: isAll ? "/stock?state=LOW" : `/stock/${variant.id}`,
        };
      })}
    />
  );
}
