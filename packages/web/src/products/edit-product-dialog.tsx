"use client";

import { notifications } from "@mantine/notifications";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { type ProductWholeFragment, UpdateProductDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { PRODUCT_FIELDS, type ProductDraft, ProductFields } from "./product-fields.tsx";

export function EditProductDialog({
  product,
  onClose,
}: {
  readonly product: ProductWholeFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const { id, name, category, taxCode, version } = product;
  const [before] = useState<ProductDraft>({ name, categoryId: category?.id ?? null, taxCodeId: taxCode.id });
  const [draft, setDraft] = useState(before);
  const [result, update] = useMutation(UpdateProductDocument);
  const { errorOf, rest } = useFieldErrors(result.data?.updateProduct.userErrors, PRODUCT_FIELDS);
  async function submit() {
    const { categoryId } = draft;
    const { data } = await update({
      input: {
        productId: id,
        version,
        name: draft.name.trim(),
        taxCodeId: draft.taxCodeId ?? taxCode.id,
        ...(categoryId === null ? {} : { categoryId }),
      },
    });
    if (!data?.updateProduct.product) return;
    notifications.show({ message: t("common.saved"), color: "pine" });
    onClose();
  }
  return (
    <FormDialog
      title={t("products.editProduct")}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={draft !== before}
      isDisabled={draft.name.trim() === ""}
      action={t("common.save")}
    >
      <ProductFields draft={draft} onChange={setDraft} isNew={false} errorOf={errorOf} />
      <Refusals error={result.error} refused={rest} />
    </FormDialog>
  );
}
