"use client";

import { SimpleGrid, Switch, TagsInput, TextInput } from "@mantine/core";
import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";

/** A variant as it is typed. */
export interface VariantDraft {
  readonly sku: string;
  readonly name: string;
  readonly unitPrice: string;
  readonly unitCost: string;
  readonly barcodes: readonly string[];
  readonly reorderPoint: string;
  readonly stocked: boolean;
}

export const EMPTY_VARIANT: VariantDraft = {
  sku: "",
  name: "",
  unitPrice: "",
  unitCost: "",
  barcodes: [],
  reorderPoint: "",
  stocked: true,
};

/** A decimal as people type it, a comma for the point too; what cannot be read goes as it is and is refused with words. */
export function typedDecimal(text: string): string {
  const trimmed = text.trim().replace(",", ".");
  return canonicalDecimal(trimmed) ?? trimmed;
}

/** What GraphQL cannot read would fail the whole form without saying where. */
export function isDecimal(text: string): boolean {
  return canonicalDecimal(text.trim().replace(",", ".")) !== undefined;
}

export function variantInput({ sku, name, unitPrice, unitCost, barcodes, reorderPoint }: VariantDraft) {
  return {
    sku: sku.trim(),
    unitPrice: typedDecimal(unitPrice),
    barcodes: [...barcodes],
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(unitCost.trim() === "" ? {} : { unitCost: typedDecimal(unitCost) }),
    ...(reorderPoint.trim() === "" ? {} : { reorderPoint: typedDecimal(reorderPoint) }),
  };
}

export function VariantFields({
  draft,
  onChange,
  isNew,
}: {
  readonly draft: VariantDraft;
  readonly onChange: (draft: VariantDraft) => void;
  readonly isNew: boolean;
}) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const set = (change: Partial<VariantDraft>) => onChange({ ...draft, ...change });
  const decimalError = (text: string) =>
    text.trim() !== "" && !isDecimal(text) ? t("products.notANumber") : undefined;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label="SKU"
          description={t("products.skuHelp")}
          required
          maxLength={64}
          value={draft.sku}
          onChange={(event) => set({ sku: event.currentTarget.value })}
        />
        <TextInput
          label={t("products.variantName")}
          description={t("products.variantNameHelp")}
          required={!isNew}
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t("products.price")}
          inputMode="decimal"
          required
          value={draft.unitPrice}
          error={decimalError(draft.unitPrice)}
          onChange={(event) => set({ unitPrice: event.currentTarget.value })}
        />
        {isPermitted("cost:read") && (
          <TextInput
            label={t("products.cost")}
            inputMode="decimal"
            value={draft.unitCost}
            error={decimalError(draft.unitCost)}
            onChange={(event) => set({ unitCost: event.currentTarget.value })}
          />
        )}
      </SimpleGrid>
      <TagsInput
        label={t("products.barcodes")}
        description={t("products.barcodesHelp")}
        value={[...draft.barcodes]}
        maxTags={20}
        splitChars={[",", " "]}
        acceptValueOnBlur
        onChange={(barcodes) => set({ barcodes })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t("products.reorderPoint")}
          description={t("products.reorderHelp")}
          inputMode="decimal"
          value={draft.reorderPoint}
          error={decimalError(draft.reorderPoint)}
          onChange={(event) => set({ reorderPoint: event.currentTarget.value })}
        />
        {isNew && (
          <Switch
            mt={{ base: 0, xs: 44 }}
            label={t("products.stocked")}
            checked={draft.stocked}
            onChange={(event) => set({ stocked: event.currentTarget.checked })}
          />
        )}
      </SimpleGrid>
    </>
  );
}
