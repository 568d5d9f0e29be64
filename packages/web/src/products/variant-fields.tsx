"use client";

import { SimpleGrid, Switch, TagsInput, TextInput } from "@mantine/core";
import type { FieldErrors } from "@pos/web/components/field-errors.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { type NumberKind, QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";

/** A variant as it is typed. */
export interface VariantDraft {
  readonly sku: string;
  readonly name: string;
  readonly unitPrice: string;
  readonly unitCost: string;
  readonly barcodes: readonly string[];
  readonly reorderPoint: string;
  readonly stocked: boolean;
  /** Price and cost may be finer than the currency. */
  readonly hasFractions: boolean;
}

export const EMPTY_VARIANT: VariantDraft = {
  sku: "",
  name: "",
  unitPrice: "",
  unitCost: "",
  barcodes: [],
  reorderPoint: "",
  stocked: true,
  hasFractions: false,
};

/** What is stored of a draft. @returns undefined if a number of it is not understood: its field shows why */
export function variantInput(draft: VariantDraft, currency: string) {
  const { sku, name, barcodes } = draft;
  const price = { kind: "money", currency, hasFractions: draft.hasFractions } as const;
  const unitPrice = typedDecimal(draft.unitPrice, price);
  const unitCost = optional(draft.unitCost, price);
  const reorderPoint = optional(draft.reorderPoint, QUANTITY);
  if (unitPrice === undefined || unitCost === null || reorderPoint === null) return undefined;
  return {
    sku: sku.trim(),
    unitPrice,
    barcodes: [...barcodes],
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(unitCost === undefined ? {} : { unitCost }),
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
  };
}

/** @returns undefined if nothing is typed, null if it is not understood */
function optional(text: string, kind: NumberKind): string | undefined | null {
  return text.trim() === "" ? undefined : (typedDecimal(text, kind) ?? null);
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
  const text = (name: "sku" | "name") => ({
    value: draft[name],
    error: errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const number = (name: "unitPrice" | "unitCost" | "reorderPoint", kind: NumberKind) => ({
    kind,
    value: draft[name],
    error: errorOf(name),
    onChange: (typed: string) => set({ [name]: typed }),
  });
  const { currency } = useSession().me;
  const price = { kind: "money", currency, hasFractions: draft.hasFractions } as const;
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
        <NumberTextInput label={t("products.price")} required {...number("unitPrice", price)} />
        {isPermitted("cost:read") && <NumberTextInput label={t("products.cost")} {...number("unitCost", price)} />}
      </SimpleGrid>
      <FractionSwitch
        currency={currency}
        isOn={draft.hasFractions}
        onChange={(hasFractions) => set({ hasFractions })}
      />
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
        <NumberTextInput
          label={t("products.reorderPoint")}
          description={t("products.reorderHelp")}
          {...number("reorderPoint", QUANTITY)}
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
