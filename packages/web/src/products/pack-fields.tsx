"use client";

import { Button, Fieldset, Group, Text, TextInput } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { type NumberKind, QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import type { Checks } from "@pos/web/components/use-checks.ts";
import type { PackInput } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";

/** A pack as it is typed. */
export interface PackDraft {
  readonly name: string;
  readonly size: string;
  readonly barcode: string;
  readonly unitPrice: string;
}

const EMPTY: PackDraft = { name: "", size: "", barcode: "", unitPrice: "" };
const PACKS_MAX = 10;

export function packInput({ name, size, barcode, unitPrice }: PackDraft, price: NumberKind): PackInput {
  const code = barcode.trim();
  return {
    ...{ name: name.trim(), size: Number(typedDecimal(size, QUANTITY)) },
    unitPrice: typedDecimal(unitPrice, price) ?? "",
    ...(code === "" ? {} : { barcode: code }),
  };
}

/** What a form can find of packs before they are sent, by field. */
export function packProblems(packs: readonly PackDraft[], price: NumberKind, checks: Checks, wholeNumber: string) {
  return Object.fromEntries(
    packs.flatMap(({ name, size, unitPrice }, index) => {
      const isWhole = Number.isInteger(Number(typedDecimal(size, QUANTITY)));
      return [
        [`packs.${index}.name`, checks.filled(name)],
        [`packs.${index}.size`, checks.number(size, QUANTITY) ?? (isWhole ? undefined : wholeNumber)],
        [`packs.${index}.unitPrice`, checks.number(unitPrice, price)],
      ] as const;
    }),
  );
}

interface Props {
  readonly packs: readonly PackDraft[];
  readonly onChange: (packs: readonly PackDraft[]) => void;
  readonly price: NumberKind;
  /** By the paths of fields. */
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly prefix: string;
}

/** In which an article is sold too: each pack with a barcode and a price of its own. */
export function PackFields({ packs, onChange, ...props }: Props) {
  const { t } = useI18n();
  const set = (index: number) => (part: Partial<PackDraft>) =>
    onChange(packs.map((pack, at) => (at === index ? { ...pack, ...part } : pack)));
  return (
    <Fieldset legend={t("products.packs")} variant="unstyled">
      <Text size="xs" c="dimmed" mb="xs">
        {t("products.packsHelp")}
      </Text>
      {packs.map((pack, index) => (
        <OnePack
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name than their place.
          key={index}
          {...{ pack, index, ...props }}
          onChange={set(index)}
          onRemove={() => onChange(packs.filter((_, at) => at !== index))}
        />
      ))}
      {packs.length < PACKS_MAX && (
        <Button variant="default" size="xs" onClick={() => onChange([...packs, EMPTY])}>
          {t("products.addPack")}
        </Button>
      )}
    </Fieldset>
  );
}

interface OneProps extends Omit<Props, "packs" | "onChange"> {
  readonly pack: PackDraft;
  readonly index: number;
  readonly onChange: (part: Partial<PackDraft>) => void;
  readonly onRemove: () => void;
}

function OnePack({ pack, index, onChange, onRemove, price, errors, prefix }: OneProps) {
  const { t } = useI18n();
  const number = index + 1;
  const field = (name: keyof PackDraft) => {
    const path = `${prefix}packs.${index}.${name}`;
    return { "data-path": path, error: errors[path], value: pack[name], size: "xs" as const };
  };
  return (
    <Group align="start" gap="xs" mb="xs" grow preventGrowOverflow={false}>
      <TextInput
        label={t("products.packName", { number })}
        placeholder={t("products.packNameExample")}
        maxLength={40}
        required
        {...field("name")}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NumberTextInput
        kind={QUANTITY}
        label={t("products.packSize", { number })}
        required
        {...field("size")}
        onChange={(size: string) => onChange({ size })}
      />
      <TextInput
        label={t("products.packBarcode", { number })}
        maxLength={64}
        {...field("barcode")}
        onChange={(event) => onChange({ barcode: event.currentTarget.value })}
      />
      <NumberTextInput
        kind={price}
        label={t("products.packPrice", { number })}
        required
        {...field("unitPrice")}
        onChange={(unitPrice: string) => onChange({ unitPrice })}
      />
      <Button mt={24} size="xs" variant="subtle" color="red" onClick={onRemove}>
        {t("products.removePack", { number })}
      </Button>
    </Group>
  );
}
