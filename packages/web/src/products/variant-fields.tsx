"use client";

import { Select, SimpleGrid, Switch, TagsInput, Text, TextInput } from "@mantine/core";
import { isMeasured, UNITS, type Unit } from "@pos/core/base/unit.ts";
import { FractionSwitch, NumberTextInput } from "@pos/web/components/number-input.tsx";
import { type NumberKind, QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import type { ReactNode } from "react";
import { type PackDraft, PackFields, packInput, packProblems } from "./pack-fields.tsx";

/** A variant as it is typed. */
export interface VariantDraft {
  readonly sku: string;
  readonly name: string;
  readonly unitPrice: string;
  readonly unitCost: string;
  readonly barcodes: readonly string[];
  readonly packs: readonly PackDraft[];
  readonly unit: Unit;
  readonly tare: string;
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
  packs: [],
  unit: "EACH",
  tare: "",
  reorderPoint: "",
  stocked: true,
  hasFractions: false,
};

/** What is stored of a draft in which every number is understood. */
export function variantInput(draft: VariantDraft, currency: string) {
  const { sku, name, barcodes, packs, unit } = draft;
  const unitCost = typedDecimal(draft.unitCost, priceKind(draft, currency));
  const reorderPoint = typedDecimal(draft.reorderPoint, QUANTITY);
  const tare = isMeasured(unit) ? typedDecimal(draft.tare, QUANTITY) : undefined;
  return {
    sku: sku.trim(),
    unitPrice: typedDecimal(draft.unitPrice, priceKind(draft, currency)) ?? "",
    barcodes: [...barcodes],
    packs: packs.map((pack) => packInput(pack, priceKind(draft, currency))),
    unit,
    ...(tare === undefined ? {} : { tare }),
    ...(name.trim() === "" ? {} : { name: name.trim() }),
    ...(unitCost === undefined ? {} : { unitCost }),
    ...(reorderPoint === undefined ? {} : { reorderPoint }),
  };
}

/** Finds what is wrong with a draft, by field. */
export function useVariantCheck() {
  const checks = useChecks();
  const { t } = useI18n();
  const { currency } = useSession().me;
  return (draft: VariantDraft): { readonly [field: string]: string | undefined } => ({
    sku: checks.filled(draft.sku),
    unitPrice: checks.number(draft.unitPrice, priceKind(draft, currency)),
    unitCost: checks.optionalNumber(draft.unitCost, priceKind(draft, currency)),
    reorderPoint: checks.optionalNumber(draft.reorderPoint, QUANTITY),
    tare: isMeasured(draft.unit) ? checks.optionalNumber(draft.tare, QUANTITY) : undefined,
    ...packProblems(draft.packs, priceKind(draft, currency), checks, t("products.packWhole")),
  });
}

function priceKind({ hasFractions }: VariantDraft, currency: string): NumberKind {
  return { kind: "money", currency, hasFractions };
}

interface VariantFieldsProps {
  readonly draft: VariantDraft;
  readonly set: <Name extends keyof VariantDraft>(name: Name, value: VariantDraft[Name]) => void;
  readonly isNew: boolean;
  /** By the paths of fields. */
  readonly errors: Readonly<Record<string, ReactNode>>;
  /** What comes before the name of a field in its path. */
  readonly prefix?: string;
  /** The article that people may take this one for. */
  readonly similar?: string | undefined;
  /** Not for the only variant of a product, which is called as the product. */
  readonly withName?: boolean;
}

export function VariantFields({ similar, withName = true, ...props }: VariantFieldsProps) {
  const { t } = useI18n();
  const { draft, set, errors, prefix = "" } = props;
  const { currency } = useSession().me;
  const text = (name: "sku" | "name") => ({
    ...{ "data-path": prefix + name, value: draft[name], error: errors[prefix + name] },
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  const skuField = (
    <div>
      <TextInput label="SKU" description={t("products.skuHelp")} required maxLength={64} {...text("sku")} />
      <SimilarSku similar={similar} />
    </div>
  );
  const barcodes = (
    <TagsInput
      label={t("products.barcodes")}
      description={t("products.barcodesHelp")}
      data-path={`${prefix}barcodes`}
      value={[...draft.barcodes]}
      error={errors[`${prefix}barcodes`]}
      maxTags={20}
      splitChars={[",", " "]}
      acceptValueOnBlur
      onChange={(values) => set("barcodes", values)}
    />
  );
  const named = (
    <TextInput
      label={t("products.variantName")}
      description={t("products.variantNameHelp")}
      maxLength={200}
      {...text("name")}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {withName ? named : skuField}
        {withName ? skuField : barcodes}
      </SimpleGrid>
      <SharedFields {...props} />
      {withName && barcodes}
      <PackFields
        {...{ errors, prefix, packs: draft.packs, price: priceKind(draft, currency) }}
        onChange={(packs) => set("packs", packs)}
      />
    </>
  );
}

export function SimilarSku({ similar }: { readonly similar: string | undefined }) {
  const { t } = useI18n();
  return (
    <Text size="xs" c="var(--pos-warning)" role="status" mt={similar === undefined ? 0 : 4}>
      {similar === undefined ? "" : t("products.similarSku", { other: similar })}
    </Text>
  );
}

/** What variants of a product often have in common. */
export function SharedFields({ draft, set, isNew, errors, prefix = "" }: VariantFieldsProps) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  const number = (name: "unitPrice" | "unitCost" | "reorderPoint" | "tare", kind: NumberKind) => ({
    ...{ kind, "data-path": prefix + name, value: draft[name], error: errors[prefix + name] },
    onChange: (typed: string) => set(name, typed),
  });
  const { currency } = useSession().me;
  const price = priceKind(draft, currency);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NumberTextInput label={t("products.price")} required {...number("unitPrice", price)} />
        {isPermitted("cost:read") && (
          <NumberTextInput
            label={t("products.cost")}
            description={t("products.costHelp")}
            {...number("unitCost", price)}
          />
        )}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label={t("products.unit")}
          description={t("products.unitHelp")}
          data={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          allowDeselect={false}
          data-path={`${prefix}unit`}
          error={errors[`${prefix}unit`]}
          value={draft.unit}
          onChange={(value) => set("unit", UNITS.find((unit) => unit === value) ?? "EACH")}
        />
        {isMeasured(draft.unit) && (
          <NumberTextInput
            label={t("products.tare")}
            description={t("products.tareHelp")}
            {...number("tare", QUANTITY)}
          />
        )}
      </SimpleGrid>
      <FractionSwitch currency={currency} isOn={draft.hasFractions} onChange={(isOn) => set("hasFractions", isOn)} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <NumberTextInput
          label={t("products.reorderPoint")}
          description={t("products.reorderHelp")}
          {...number("reorderPoint", QUANTITY)}
        />
        {isNew && (
          <Switch
            mt={{ base: 0, xs: 28 }}
            label={t("products.stocked")}
            description={t("products.stockedHelp")}
            checked={draft.stocked}
            data-path={`${prefix}stocked`}
            error={errors[`${prefix}stocked`]}
            onChange={(event) => set("stocked", event.currentTarget.checked)}
          />
        )}
      </SimpleGrid>
    </>
  );
}
