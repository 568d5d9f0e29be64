"use client";

import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { CustomersToChooseDocument, type CustomersToChooseQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useQuery } from "urql";

interface CustomerFilterProps {
  /** The customer's id. */
  readonly value: string | null;
  /** Undefined: not known yet. */
  readonly name: string | null | undefined;
  readonly onChange: (id: string | null, customer: FoundCustomer | undefined) => void;
  /** Of a form. Absent: of a list that shows all without one. */
  readonly inForm?: Pick<SelectProps, "required" | "error"> & { readonly "data-path": string };
}

export type FoundCustomer = NonNullable<CustomersToChooseQuery["customers"]>["nodes"][number];

const SEARCH_MILLISECONDS = 250;

/** One customer, who is found by name, phone or mail address. */
export function CustomerFilter({ value, name, onChange, inForm }: CustomerFilterProps) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), SEARCH_MILLISECONDS);
  const [{ data }] = useQuery({ query: CustomersToChooseDocument, variables: { search }, pause: search === "" });
  const found = (search === "" ? undefined : data?.customers?.nodes) ?? [];
  const rows = found.map((customer) => ({ value: customer.id, label: customer.name ?? t("sales.erased") }));
  const isListed = value === null || found.some(({ id }) => id === value);
  return (
    <Select
      label={t("sales.customer")}
      placeholder={inForm === undefined ? t("common.all") : t("customers.search")}
      searchable
      clearable
      nothingFoundMessage={search !== "" ? t("customers.none") : inForm ? undefined : t("customers.search")}
      filter={({ options }) => options}
      data={isListed ? rows : [{ value, label: name ?? t("sales.customerFilter") }, ...rows]}
      value={value}
      onSearchChange={setText}
      onChange={(id) =>
        onChange(
          id,
          found.find((one) => one.id === id),
        )
      }
      {...(inForm ?? { w: { xs: 200 } })}
    />
  );
}
