"use client";

import { Select } from "@mantine/core";
import { CategoryFilter } from "@pos/web/components/category-filter.tsx";
import { FoldedFilters } from "@pos/web/components/folded-filters.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import type { Address } from "@pos/web/components/use-address.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ProductsAddress } from "./address.ts";
import { productSort } from "./queries.ts";

/** Whether an empty list means that nothing matches. */
export function isFiltered({ search, category, show }: ProductsAddress): boolean {
  return search !== null || category !== null || show !== null;
}

/** How the whole list is sorted by the server, in the address. */
const SORTS = {
  NAME: null,
  NAME_DESCENDING: { column: "name", isDescending: true },
  NEWEST: { column: "created", isDescending: true },
} as const;

const ORDERS = ["NAME", "NAME_DESCENDING", "NEWEST"] as const;

export function ProductFilters({ address }: { readonly address: Address<ProductsAddress> }) {
  const { t } = useI18n();
  const { category, show } = address.state;
  return (
    <FoldedFilters
      first={<SearchField address={address} label={t("products.search")} />}
      count={[category, show].filter((condition) => condition !== null).length}
    >
      <CategoryFilter address={address} withNone />
      <Select
        aria-label={t("categories.show")}
        allowDeselect={false}
        w={130}
        data={[
          { value: "active", label: t("products.active") },
          { value: "archived", label: t("products.archivedOnes") },
        ]}
        value={address.state.show ?? "active"}
        onChange={(show) => address.set({ show: show === "archived" ? show : null })}
      />
      <Select
        aria-label={t("products.sort")}
        allowDeselect={false}
        w={150}
        disabled={address.state.search !== null}
        data={ORDERS.map((order) => ({ value: order, label: t(`products.order.${order}`) }))}
        value={productSort(address.state.sort) ?? "NAME"}
        onChange={(chosen) => {
          const order = ORDERS.find((each) => each === chosen);
          if (order !== undefined) address.set({ sort: SORTS[order] });
        }}
      />
    </FoldedFilters>
  );
}
