"use client";

import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { isFraction } from "@pos/web/components/typed-number.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  PatchVariantDocument,
  type ProductWholeFragment,
  type VariantWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { useMutation } from "urql";
import { useSimilarSkus } from "./use-similar-skus.ts";
import { useVariantCheck, type VariantDraft, VariantFields, variantInput } from "./variant-fields.tsx";

export interface VariantDialogProps {
  readonly product: Pick<ProductWholeFragment, "id" | "name">;
  readonly variant: VariantWholeFragment;
  readonly onClose: () => void;
}

export function VariantDialog({ product, variant, onClose }: VariantDialogProps) {
  const { t } = useI18n();
  const check = useVariantCheck();
  const isPermitted = usePermission();
  const { currency } = useSession().me;
  const [, update] = useMutation(PatchVariantDocument);
  const { form, values, errors, change } = useSubmitForm({
    initialValues: draftOf(variant),
    check,
    send(draft) {
      // What was cleared is removed; an empty name is the product's.
      const input = variantInput(draft, currency);
      const { unitCost = null, reorderPoint = null, tare = null, name = product.name, ...others } = input;
      const cost = isPermitted("cost:read") ? { unitCost } : {};
      const version = { variantId: variant.id, version: variant.version };
      return update({ input: { ...version, ...others, ...cost, reorderPoint, tare, name } });
    },
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  const similar = useSimilarSkus(values.sku === variant.sku ? [] : [values.sku], variant.id);
  return (
    <SubmitDialog
      form={form}
      title={t("products.editVariant", { name: variant.title })}
      onClose={onClose}
      action={t("common.save")}
      size="lg"
    >
      <VariantFields
        draft={values}
        set={(name, value) => change({ [name]: value }, name)}
        isNew={false}
        errors={errors}
        similar={similar.get(values.sku.trim())}
      />
    </SubmitDialog>
  );
}

function draftOf({ price: { currency }, stocked, barcodes, packs, ...variant }: VariantWholeFragment): VariantDraft {
  const { sku, name, unitPrice, unitCost, unit, tare, reorderPoint } = variant;
  const prices = [unitPrice, unitCost ?? "0", ...packs.map((pack) => pack.unitPrice)];
  const hasFractions = prices.some((price) => isFraction(price, currency));
  const typed = packs.map(({ name: of, size, barcode, unitPrice: price }) => ({
    ...{ name: of, size: String(size), barcode: barcode ?? "", unitPrice: price },
  }));
  return {
    ...{ sku, name, unitPrice, unitCost: unitCost ?? "", barcodes, reorderPoint: reorderPoint ?? "", stocked },
    ...{ packs: typed, unit, tare: tare ?? "", hasFractions },
  };
}
