"use client";

import { MultiSelect } from "@mantine/core";
import { CustomerGroupsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import type { FieldProps } from "./use-submit-form.ts";

const FRESH = { additionalTypenames: ["CustomerGroup"] };

/** The merchant's groups of customers, for choices. */
export function useCustomerGroups() {
  const [{ data }] = useQuery({ query: CustomerGroupsDocument, context: FRESH });
  return data?.customerGroups ?? [];
}

/** Groups of customers: none chosen is everyone, or, of a customer, no group. */
export function CustomerGroupSelect({
  label,
  placeholder,
  ...field
}: FieldProps & { readonly label: string; readonly placeholder?: string }) {
  const { t } = useI18n();
  const groups = useCustomerGroups();
  const isEmpty = (field.value as readonly string[]).length === 0;
  return (
    <MultiSelect
      label={label}
      placeholder={isEmpty ? (placeholder ?? "") : ""}
      searchable
      clearable
      nothingFoundMessage={t(groups.length === 0 ? "groups.none" : "products.notFoundTitle")}
      data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      {...field}
    />
  );
}
