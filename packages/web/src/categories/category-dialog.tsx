"use client";

import { Select, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { taxLabel } from "@pos/web/components/tax-label.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  type CategoryRowFragment,
  CreateCategoryDocument,
  DepartmentTaxCodesDocument,
  UpdateCategoryDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type ReactNode, useState } from "react";
import { useMutation, useQuery } from "urql";

/** A new category, or another name for one; whether goods are sold by amount in it. */
export function CategoryDialog({
  category,
  onClose,
}: {
  /** Absent: a new one. */
  readonly category?: CategoryRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => category?.id ?? newId("cat"));
  const [, create] = useMutation(CreateCategoryDocument);
  const [, update] = useMutation(UpdateCategoryDocument);
  const [initialValues] = useState(() => ({
    name: category?.name ?? "",
    isDepartment: !!category?.departmentTaxCode,
    departmentTaxCodeId: category?.departmentTaxCode?.id ?? null,
  }));
  const { form, field, values, errors, change } = useSubmitForm({
    initialValues,
    check: ({ name, isDepartment, departmentTaxCodeId: chosen }) => ({
      name: checks.filled(name),
      departmentTaxCodeId: isDepartment ? checks.filled(chosen ?? "") : undefined,
    }),
    send: ({ name, isDepartment, departmentTaxCodeId: chosen }) => {
      const content = { name, departmentTaxCodeId: isDepartment ? chosen : null };
      return category === undefined
        ? create({ input: { id, ...content } })
        : update({ input: { categoryId: id, version: category.version, ...content } });
    },
    onSaved(_, { name }) {
      const message = category === undefined ? t("categories.created", { name: name.trim() }) : t("common.saved");
      notifications.show({ message, color: "pine" });
      onClose();
    },
    ...(category === undefined ? {} : { onUnchanged: onClose }),
  });
  return (
    <SubmitDialog
      form={form}
      title={category === undefined ? t("categories.create") : t("categories.renameTitle", { name: category.name })}
      onClose={onClose}
      action={category === undefined ? t("common.create") : t("common.save")}
    >
      <TextInput label={t("categories.name")} required maxLength={200} data-autofocus {...field("name")} />
      <Switch
        label={t("categories.department")}
        description={t("categories.departmentHelp")}
        checked={values.isDepartment}
        onChange={(event) => change({ isDepartment: event.currentTarget.checked }, "departmentTaxCodeId")}
      />
      {values.isDepartment && (
        <DepartmentTax
          value={values.departmentTaxCodeId}
          error={errors.departmentTaxCodeId}
          onChange={(chosen) => change({ departmentTaxCodeId: chosen }, "departmentTaxCodeId")}
        />
      )}
    </SubmitDialog>
  );
}

function DepartmentTax({
  value,
  error,
  onChange,
}: {
  readonly value: string | null;
  readonly error: ReactNode;
  readonly onChange: (taxCodeId: string | null) => void;
}) {
  const { t, format } = useI18n();
  const [{ data }] = useQuery({ query: DepartmentTaxCodesDocument, context: FRESH });
  return (
    <Select
      label={t("products.taxCode")}
      required
      allowDeselect={false}
      data={(data?.taxCodes ?? []).map((taxCode) => ({ value: taxCode.id, label: taxLabel(taxCode, format) }))}
      data-path="departmentTaxCodeId"
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

const FRESH = { additionalTypenames: ["TaxCode"] };
