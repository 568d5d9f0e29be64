"use client";

import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { PatchProductDocument, type ProductWholeFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { type ProductDraft, ProductFields, useProductCheck, useTypedCategory } from "./product-fields.tsx";

export function EditProductDialog({
  product,
  onClose,
}: {
  readonly product: ProductWholeFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const check = useProductCheck();
  const categoryOf = useTypedCategory();
  const { id, name, category, taxCode, version } = product;
  const [, update] = useMutation(PatchProductDocument);
  const initialValues: ProductDraft = { name, categoryId: category?.id ?? null, taxCodeId: taxCode.id, unknown: {} };
  const fields = useSubmitForm({
    initialValues,
    check,
    async send(values) {
      const settled = await categoryOf(values);
      if ("refused" in settled) return settled.refused;
      const { categoryId } = settled;
      return update({
        input: { productId: id, version, name: values.name.trim(), categoryId, taxCodeId: values.taxCodeId },
      });
    },
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  return (
    <SubmitDialog form={fields.form} title={t("products.editProduct")} onClose={onClose} action={t("common.save")}>
      <ProductFields {...fields} isNew={false} />
    </SubmitDialog>
  );
}
