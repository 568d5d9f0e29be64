"use client";

import { SimpleGrid, TextInput } from "@mantine/core";
import { newId } from "@pos/web/clock.ts";
import { CreatableSelect } from "@pos/web/components/creatable-select.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { taxLabel } from "@pos/web/components/tax-label.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import { CatalogChoicesDocument, CreateCategoryForProductDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { TaxDialog } from "./tax-dialog.tsx";

/** A product as it is typed; null: none, or the merchant's default. */
export interface ProductDraft {
  readonly name: string;
  readonly categoryId: string | null;
  readonly taxCodeId: string | null;
  /** Texts that are no choice: a category is created with the product, a tax rate needs more than a name. */
  readonly unknown: { readonly categoryId?: string; readonly taxCodeId?: string };
}

export const EMPTY_PRODUCT: ProductDraft = { name: "", categoryId: null, taxCodeId: null, unknown: {} };

/** Finds what is wrong with a draft, by field. */
export function useProductCheck() {
  const { t } = useI18n();
  const checks = useChecks();
  const problemOf = (text: string | undefined) => (text ? t("common.unknownChoice", { text }) : undefined);
  return ({ name, unknown }: ProductDraft) => ({
    name: checks.filled(name),
    taxCodeId: problemOf(unknown.taxCodeId),
  });
}

/**
 * Creates the category that was typed and left.
 * @returns its id, or the one that was chosen; or why it was refused
 */
export function useTypedCategory() {
  const [, create] = useMutation(CreateCategoryForProductDocument);
  // By name: a form that is sent again creates nothing twice.
  const [ids] = useState(() => new Map<string, string>());
  return async ({ categoryId, unknown }: ProductDraft) => {
    const name = unknown.categoryId;
    if (name === undefined) return { categoryId };
    const id = ids.get(name) ?? newId("cat");
    ids.set(name, id);
    const { data, error } = await create({ input: { id, name } });
    if (data?.createCategory.category) return { categoryId: data.createCategory.category.id };
    const userErrors = (data?.createCategory.userErrors ?? []).map((one) => ({
      ...one,
      path: ["input", "categoryId"],
    }));
    return { refused: { error, data: { created: { userErrors } } } };
  };
}

const FRESH = { additionalTypenames: ["Category", "TaxCode"] };

interface ProductFieldsProps extends Pick<FilledForm<ProductDraft>, "values" | "errors" | "setFieldValue" | "field"> {
  readonly isNew: boolean;
  /** It is stored, so that these fields change no more. */
  readonly isSettled?: boolean;
}

export function ProductFields(props: ProductFieldsProps) {
  const { values, errors, setFieldValue, field, isNew, isSettled = false } = props;
  const { t, format } = useI18n();
  const showOutcome = useOutcome();
  const [{ data }] = useQuery({ query: CatalogChoicesDocument, context: FRESH });
  const [, createCategory] = useMutation(CreateCategoryForProductDocument);
  const [newTax, setNewTax] = useState<string | undefined>(undefined);
  const choose = (name: "categoryId" | "taxCodeId", value: string | null) => {
    setFieldValue(name, value);
    setFieldValue(`unknown.${name}`, undefined);
  };
  const choice = (name: "categoryId" | "taxCodeId") => ({
    ...{ path: name, value: values[name], error: errors[name], disabled: isSettled },
    onChange: (value: string | null) => choose(name, value),
    onUnknown: (text: string | undefined) => setFieldValue(`unknown.${name}`, text),
  });
  async function addCategory(name: string) {
    const result = await createCategory({ input: { id: newId("cat"), name } });
    const created = result.data?.createCategory;
    if (showOutcome(result, created?.userErrors) && created?.category) choose("categoryId", created.category.id);
  }
  return (
    <>
      <TextInput
        label={t("products.name")}
        required
        maxLength={200}
        data-autofocus
        disabled={isSettled}
        {...field("name")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <CreatableSelect
          label={t("products.category")}
          placeholder={t("products.chooseOrCreate")}
          choices={(data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onCreate={(name) => void addCategory(name)}
          isCreatedOnSave
          {...choice("categoryId")}
        />
        <CreatableSelect
          label={t("products.taxCode")}
          placeholder={t(isNew ? "products.taxDefault" : "products.chooseOrCreate")}
          choices={(data?.taxCodes ?? []).map((taxCode) => ({ value: taxCode.id, label: taxLabel(taxCode, format) }))}
          onCreate={setNewTax}
          {...choice("taxCodeId")}
        />
      </SimpleGrid>
      {newTax !== undefined && (
        <TaxDialog
          name={newTax}
          onClose={() => setNewTax(undefined)}
          onCreated={(taxCodeId) => {
            setNewTax(undefined);
            choose("taxCodeId", taxCodeId);
          }}
        />
      )}
    </>
  );
}
