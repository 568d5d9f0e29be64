"use client";

import { SimpleGrid, Switch, TagsInput, TextInput } from "@mantine/core";
import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import type { FieldErrors } from "@pos/web/components/field-errors.ts";
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

/** Parses a typed decimal, with a point or a comma; other text is sent unchanged, and the server refuses it. */
export function typedDecimal(text: string): string {
  const trimmed = text.trim().replace(",", ".");
  return canonicalDecimal(trimmed) ?? trimmed;
}

/** A text that GraphQL cannot parse would fail the whole request without a path. */
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

/** The fields as paths in the variant's input, for their errors. */
export const VARIANT_FIELDS = ["sku", "name", "unitPrice", "unitCost", "barcodes", "reorderPoint", "stocked"] as const;

interface VariantFieldsProps {
  readonly draft: VariantDraft;
  readonly onChange: (draft: VariantDraft) => void;
  readonly isNew: boolean;
  readonly errorOf: FieldErrors["errorOf"];
}

export function VariantFields({ draft, onChange, isNew, errorOf }: VariantFieldsProps) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const set = (change: Partial<VariantDraft>) => onChange({ ...draft, ...change });
  const text = (name: "sku" | "name" | "unitPrice" | "unitCost" | "reorderPoint") => ({
    value: draft[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const decimal = (name: "unitPrice" | "unitCost" | "reorderPoint") => ({
    ...text(name),
    inputMode: "decimal" as const,
    error: draft[name].trim() !== "" && !isDecimal(draft[name]) ? t("products.notANumber") : errorOf(name),
  });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label="SKU" description={t("products.skuHelp")} required maxLength={64} {...text("sku")} />
        <TextInput
          label={t("products.variantName")}
          description={t("products.variantNameHelp")}
          required={!isNew}
          maxLength={200}
          {...text("name")}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={t("products.price")} required {...decimal("unitPrice")} />
        {isPermitted("cost:read") && <TextInput label={t("products.cost")} {...decimal("unitCost")} />}
      </SimpleGrid>
      <TagsInput
        label={t("products.barcodes")}
        description={t("products.barcodesHelp")}
        value={[...draft.barcodes]}
        error={errorOf("barcodes")}
        maxTags={20}
        splitChars={[",", " "]}
        acceptValueOnBlur
        onChange={(barcodes) => set({ barcodes })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t("products.reorderPoint")}
          description={t("products.reorderHelp")}
          {...decimal("reorderPoint")}
        />
        {isNew && (
          <Switch
            mt={{ base: 0, xs: 44 }}
            label={t("products.stocked")}
            checked={draft.stocked}
            error={errorOf("stocked")}
            onChange={(event) => set({ stocked: event.currentTarget.checked })}
          />
        )}
      </SimpleGrid>
    </>
  );
}
