"use client";

import { MultiSelect } from "@mantine/core";
import { CustomerGroupsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import type { FieldProps } from "./use-submit-form.ts";

const FRESH = { additionalTypenames: ["CustomerGroup"] };

/** The merchant's groups of customers, also those that ended; `label` states that. */
export function useCustomerGroups() {
  const { t } = useI18n();
  const [{ data }] = useQuery({ query: CustomerGroupsDocument, context: FRESH });
  return (data?.customerGroups ?? []).map((group) => ({
    ...group,
    label: group.endedAt === null ? group.name : t("groups.endedName", { name: group.name }),
  }));
}

/** Groups of customers: none chosen is everyone, or, of a customer, no group. */
export function CustomerGroupSelect({
  label,
  placeholder,
  ...field
}: FieldProps & { readonly label: string; readonly placeholder?: string }) {
  const { t } = useI18n();
  const groups = useCustomerGroups();
  const chosen = field.value as readonly string[];
  const choices = groups.filter(({ id, endedAt }) => endedAt === null || chosen.includes(id));
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? (placeholder ?? "") : ""}
      searchable
      clearable
      nothingFoundMessage={t(choices.length === 0 ? "groups.none" : "products.notFoundTitle")}
      data={choices.map(({ id, label }) => ({ value: id, label }))}
      {...field}
    />
  );
}
