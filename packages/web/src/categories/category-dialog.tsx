"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  type CategoryRowFragment,
  CreateCategoryDocument,
  UpdateCategoryDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** A new category, or another name for one. */
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
  const { form, field } = useSubmitForm({
    initialValues: { name: category?.name ?? "" },
    check: ({ name }) => ({ name: checks.filled(name) }),
    send: ({ name }) =>
      category === undefined
        ? create({ input: { id, name } })
        : update({ input: { categoryId: id, version: category.version, name } }),
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
    </SubmitDialog>
  );
}
