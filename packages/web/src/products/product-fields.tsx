"use client";

import { Select, SimpleGrid, TextInput } from "@mantine/core";
import type { FieldErrors } from "@pos/web/components/field-errors.ts";
import { taxLabel } from "@pos/web/components/tax-label.ts";
import { CatalogChoicesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";

/** A product as it is typed; null: none, or the merchant's default. */
export interface ProductDraft {
  readonly name: string;
  readonly categoryId: string | null;
  readonly taxCodeId: string | null;
}

/** The fields as paths in the input, for their errors. */
export const PRODUCT_FIELDS = ["name", "categoryId", "taxCodeId"] as const;

const FRESH = { additionalTypenames: ["Category", "TaxCode"] };

export function ProductFields({
  draft,
  onChange,
  isNew,
  errorOf,
}: {
  readonly draft: ProductDraft;
  readonly onChange: (draft: ProductDraft) => void;
  readonly isNew: boolean;
  readonly errorOf: FieldErrors["errorOf"];
}) {
  const { t, format } = useI18n();
  const [{ data }] = useQuery({ query: CatalogChoicesDocument, context: FRESH });
  const set = (change: Partial<ProductDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextInput
        label={t("products.name")}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        error={errorOf("name")}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label={t("products.category")}
          placeholder={t("common.none")}
          clearable
          searchable
          data={(data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.categoryId}
          error={errorOf("categoryId")}
          onChange={(categoryId) => set({ categoryId })}
        />
        <Select
          label={t("products.taxCode")}
          placeholder={isNew ? t("products.taxDefault") : ""}
          clearable={isNew}
          allowDeselect={isNew}
          data={(data?.taxCodes ?? []).map((taxCode) => ({ value: taxCode.id, label: taxLabel(taxCode, format) }))}
          value={draft.taxCodeId}
          error={errorOf("taxCodeId")}
          onChange={(taxCodeId) => set({ taxCodeId })}
        />
      </SimpleGrid>
    </>
  );
}
