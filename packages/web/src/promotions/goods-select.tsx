"use client";

import { MultiSelect } from "@mantine/core";
import { PromotionGoodsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import type { Goods } from "./draft.ts";

/** Products, found by what is typed. */
export function GoodsSelect({
  label,
  chosen,
  error,
  path,
  onChange,
}: {
  readonly label: string;
  readonly chosen: readonly Goods[];
  readonly error?: React.ReactNode;
  /** Of the field in the form. */
  readonly path: string;
  readonly onChange: (chosen: readonly Goods[]) => void;
}) {
  const { t } = useI18n();
  const [search, setSearch] = useState("");
  const [{ data }] = useQuery({ query: PromotionGoodsDocument, variables: { search: search.trim() } });
  const known = new Map([...(data?.products?.nodes ?? []), ...chosen].map((product) => [product.id, product]));
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? t("promotions.allGoods") : ""}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={t("products.notFoundTitle")}
      data={[...known.values()].map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.map(({ id }) => id)}
      error={error}
      data-path={path}
      onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
    />
  );
}
