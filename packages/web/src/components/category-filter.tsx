"use client";

import { Select } from "@mantine/core";
import { CatalogChoicesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import { NO_CATEGORY } from "./list-address.ts";
import type { Address } from "./use-address.ts";

const FRESH = { additionalTypenames: ["Category"] };

export interface CategoryFilterProps {
  readonly address: Address<{ readonly category: string | null }>;
  /** Whether what is in no category can be chosen. */
  readonly withNone?: boolean;
}

/** Narrows a list to a category, in the address. */
export function CategoryFilter({ address, withNone = false }: CategoryFilterProps) {
  const { t } = useI18n();
  const [{ data }] = useQuery({ query: CatalogChoicesDocument, context: FRESH });
  const categories = (data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      aria-label={t("products.category")}
      placeholder={t("products.allCategories")}
      clearable
      searchable
      nothingFoundMessage={t("products.notFoundTitle")}
      data={[...(withNone ? [{ value: NO_CATEGORY, label: t("products.uncategorized") }] : []), ...categories]}
      value={address.state.category}
      onChange={(category) => address.set({ category })}
    />
  );
}
