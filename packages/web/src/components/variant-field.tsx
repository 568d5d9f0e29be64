"use client";

import { Autocomplete, type AutocompleteProps } from "@mantine/core";
import { VariantChoicesDocument, type VariantChoicesQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useState } from "react";
import { useQuery } from "urql";

export type VariantChoice = NonNullable<VariantChoicesQuery["products"]>["nodes"][number]["variants"][number];

/** Finds an article by what is typed; it is a command: nothing stays chosen. */
export function VariantField({
  label,
  onChoose,
  ...inForm
}: Pick<AutocompleteProps, "error"> & {
  readonly label: string;
  readonly "data-path"?: string;
  readonly onChoose: (variant: VariantChoice) => void;
}) {
  const [search, setSearch] = useState("");
  const [{ data }] = useQuery({ query: VariantChoicesDocument, variables: { search: search.trim() } });
  const variants = (data?.products?.nodes ?? []).flatMap((product) => product.variants);
  const labelOf = ({ title, sku }: VariantChoice) => `${title} · ${sku}`;
  return (
    <Autocomplete
      label={label}
      value={search}
      data={variants.map(labelOf)}
      filter={({ options }) => options}
      onChange={setSearch}
      {...inForm}
      onOptionSubmit={(chosen) => {
        const variant = variants.find((one) => labelOf(one) === chosen);
        if (variant) onChoose(variant);
        setTimeout(() => setSearch(""));
      }}
    />
  );
}
