"use client";

import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { isFraction } from "@pos/web/components/typed-number.ts";
import {
  AddVariantDocument,
  UpdateVariantDocument,
  type VariantWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useSession } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { EMPTY_VARIANT, VARIANT_FIELDS, type VariantDraft, VariantFields, variantInput } from "./variant-fields.tsx";

export interface VariantDialogProps {
  readonly productId: string;
  /** Absent: a new one. */
  readonly variant?: VariantWholeFragment;
  readonly onClose: () => void;
}

export function VariantDialog({ productId, variant, onClose }: VariantDialogProps) {
  const { t } = useI18n();
  const [id] = useState(() => variant?.id ?? newId("var"));
  const [before] = useState<VariantDraft>(() => (variant === undefined ? EMPTY_VARIANT : draftOf(variant)));
  const [draft, setDraft] = useState(before);
  const [added, add] = useMutation(AddVariantDocument);
  const [updated, update] = useMutation(UpdateVariantDocument);
  const refused = added.data?.addVariant.userErrors ?? updated.data?.updateVariant.userErrors;
  const prefix = variant === undefined ? "variant." : "";
  const { errorOf, rest } = useFieldErrors(
    refused,
    VARIANT_FIELDS.map((field) => prefix + field),
  );
  const input = variantInput(draft, useSession().me.currency);
  async function submit() {
    if (input === undefined) return;
    const saved =
      variant === undefined
        ? (await add({ input: { productId, variant: { id, ...input, stocked: draft.stocked } } })).data?.addVariant
        : (await update({ input: { ...input, name: draft.name.trim(), variantId: id, version: variant.version } })).data
            ?.updateVariant;
    if (!saved?.variant) return;
    notifications.show({ message: t("common.saved"), color: "pine" });
    onClose();
  }
  return (
    <FormDialog
      title={variant === undefined ? t("products.addVariant") : t("products.editVariant", { name: variant.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={added.fetching || updated.fetching}
      isDirty={draft !== before}
      isDisabled={input === undefined}
      action={t("common.save")}
      size="lg"
    >
      <VariantFields
        draft={draft}
        onChange={setDraft}
        isNew={variant === undefined}
        errorOf={(field) => errorOf(prefix + field)}
      />
      <Refusals error={added.error ?? updated.error} refused={rest} />
    </FormDialog>
  );
}

function draftOf({
  sku,
  name,
  unitPrice,
  unitCost,
  barcodes,
  reorderPoint,
  stocked,
  price: { currency },
}: VariantWholeFragment): VariantDraft {
  const hasFractions = isFraction(unitPrice, currency) || isFraction(unitCost ?? "0", currency);
  return {
    ...{ sku, name, unitPrice, unitCost: unitCost ?? "", barcodes, reorderPoint: reorderPoint ?? "", stocked },
    hasFractions,
  };
}
