"use client";

import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { PERCENT, typedDecimal } from "@pos/web/components/typed-number.ts";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import type { TaxComponentInput, TaxRateFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

/** A rate as it is typed. */
export interface RateDraft {
  readonly rate: string;
  /** Empty: one tax, of that rate. */
  readonly components: readonly ComponentDraft[];
}

interface ComponentDraft {
  readonly name: string;
  readonly rate: string;
  readonly isCompound: boolean;
}

const EMPTY: ComponentDraft = { name: "", rate: "", isCompound: false };

/** What a tax rate charges now, as it is typed. */
export function draftOf({ rate, components }: Pick<TaxRateFragment, "rate" | "components">): RateDraft {
  const several = components.length > 1 ? components : [];
  return { rate, components: several.map(({ name, rate: own, isCompound }) => ({ name, rate: own, isCompound })) };
}

export function rateOfDraft({ rate, components }: RateDraft): { rate: string } | { components: TaxComponentInput[] } {
  const decimal = (typed: string) => typedDecimal(typed, PERCENT) ?? "";
  if (components.length === 0) return { rate: decimal(rate) };
  return { components: components.map((one) => ({ ...one, name: one.name.trim(), rate: decimal(one.rate) })) };
}

/** One rate, or the taxes that are charged together. */
export function RateFields({ fields, help }: { readonly fields: RateFieldsForm; readonly help?: string }) {
  const { t } = useI18n();
  const { components } = fields.values;
  return (
    <>
      {components.length === 0 ? (
        <NumberTextInput
          kind={PERCENT}
          label={t("tax.rate")}
          description={help}
          rightSection="%"
          required
          {...fields.field("rate")}
        />
      ) : (
        components.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name than their place.
          <Component key={index} index={index} fields={fields} />
        ))
      )}
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            fields.change({ components: components.length === 0 ? [EMPTY, EMPTY] : [...components, EMPTY] })
          }
        >
          {t(components.length === 0 ? "tax.several" : "tax.addComponent")}
        </Button>
        {components.length > 0 && (
          <Button
            variant="default"
            size="xs"
            onClick={() => fields.change({ components: components.length === 2 ? [] : components.slice(0, -1) })}
          >
            {t(components.length === 2 ? "tax.single" : "tax.removeComponent")}
          </Button>
        )}
      </Group>
    </>
  );
}

type RateFieldsForm = Pick<FilledForm<RateDraft>, "values" | "field" | "errors"> & {
  readonly change: (values: Partial<RateDraft>) => void;
};

function Component({ index, fields }: { readonly index: number; readonly fields: RateFieldsForm }) {
  const { t } = useI18n();
  const { components } = fields.values;
  const one = components[index] ?? EMPTY;
  const set = (part: Partial<ComponentDraft>) =>
    fields.change({ components: components.map((before, at) => (at === index ? { ...before, ...part } : before)) });
  const at = (field: keyof ComponentDraft) => {
    const path = `components.${index}.${field}`;
    return { "data-path": path, error: fields.errors[path] };
  };
  const number = index + 1;
  return (
    <Group align="start" grow preventGrowOverflow={false}>
      <TextInput
        label={t("tax.componentName", { number })}
        maxLength={200}
        required
        value={one.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        {...at("name")}
      />
      <NumberTextInput
        kind={PERCENT}
        label={t("tax.componentRate", { number })}
        rightSection="%"
        required
        value={one.rate}
        onChange={(rate: string) => set({ rate })}
        {...at("rate")}
      />
      {index > 0 && (
        <Checkbox
          mt={30}
          label={t("tax.compound")}
          checked={one.isCompound}
          onChange={(event) => set({ isCompound: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}

/** What a form can find of a rate before it is sent. */
export function rateProblems(
  { rate, components }: RateDraft,
  checks: { readonly filled: Check; readonly number: (text: string, kind: typeof PERCENT) => string | undefined },
): { readonly [path: string]: string | undefined } {
  if (components.length === 0) return { rate: checks.number(rate, PERCENT) };
  return Object.fromEntries(
    components.flatMap((one, index) => [
      [`components.${index}.name`, checks.filled(one.name)],
      [`components.${index}.rate`, checks.number(one.rate, PERCENT)],
    ]),
  );
}

type Check = (text: string) => string | undefined;
