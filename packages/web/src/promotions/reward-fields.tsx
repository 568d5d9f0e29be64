"use client";

import { Button, Checkbox, Group, Select, TextInput } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { PERCENT } from "@pos/web/components/typed-number.ts";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { EMPTY_PART, KINDS, moneyKind, type PartDraft, type PromotionDraft } from "./draft.ts";
import { GoodsSelect } from "./goods-select.tsx";

export interface FieldsProps {
  readonly fields: FilledForm<PromotionDraft>;
  readonly currency: string;
}

/** What a promotion does. */
export function RewardFields({ fields, currency, isNew }: FieldsProps & { readonly isNew: boolean }) {
  const { t } = useI18n();
  const { kind } = fields.values;
  const units = { inputMode: "numeric", autoComplete: "off", required: true } as const;
  return (
    <>
      <Select
        label={t("promotions.kind")}
        allowDeselect={false}
        disabled={!isNew}
        data={KINDS.map((value) => ({ value, label: t(`promotions.kinds.${value}`) }))}
        {...fields.field("kind")}
        onChange={(value) => {
          const chosen = KINDS.find((one) => one === value);
          if (chosen === undefined) return;
          const isBundle = chosen === "BUNDLE" && fields.values.parts.length === 0;
          fields.change({ kind: chosen, ...(isBundle ? { parts: [EMPTY_PART, EMPTY_PART] } : {}) }, "kind");
        }}
      />
      {kind === "PERCENT" && (
        <NumberTextInput label={t("promotions.percent")} kind={PERCENT} required {...fields.field("percent")} />
      )}
      {(kind === "AMOUNT" || kind === "BUNDLE") && (
        <NumberTextInput
          label={t(kind === "AMOUNT" ? "promotions.amount" : "promotions.bundlePrice")}
          kind={moneyKind(currency)}
          required
          {...fields.field("amount")}
        />
      )}
      {kind === "AMOUNT" && (
        <Checkbox label={t("promotions.perUnit")} {...fields.getInputProps("isPerUnit", { type: "checkbox" })} />
      )}
      {kind === "FIXED_PRICE" && (
        <NumberTextInput
          label={t("promotions.unitPrice")}
          kind={moneyKind(currency, true)}
          required
          {...fields.field("unitPrice")}
        />
      )}
      {(kind === "BUY_GET" || kind === "CHEAPEST_FREE") && (
        <TextInput
          label={t(kind === "BUY_GET" ? "promotions.buy" : "promotions.ofUnits")}
          {...units}
          {...fields.field("buyQuantity")}
        />
      )}
      {kind === "BUY_GET" && <TextInput label={t("promotions.get")} {...units} {...fields.field("getQuantity")} />}
      {kind === "BUNDLE" && <Parts fields={fields} />}
    </>
  );
}

function Parts({ fields }: Pick<FieldsProps, "fields">) {
  const { t } = useI18n();
  const { parts } = fields.values;
  const set = (index: number, part: Partial<PartDraft>) =>
    fields.change({ parts: parts.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place.
        <Group key={index} align="end" wrap="nowrap" grow preventGrowOverflow={false}>
          <TextInput
            label={t("promotions.partUnits", { number: index + 1 })}
            inputMode="numeric"
            w={90}
            value={part.quantity}
            data-path={`parts.${index}.quantity`}
            error={fields.errors[`parts.${index}.quantity`]}
            onChange={(event) => set(index, { quantity: event.currentTarget.value })}
          />
          <GoodsSelect
            label={t("promotions.partGoods", { number: index + 1 })}
            chosen={part.products}
            path={`parts.${index}.productIds`}
            error={fields.errors[`parts.${index}.productIds`]}
            onChange={(products) => set(index, { products })}
          />
        </Group>
      ))}
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => fields.change({ parts: [...parts, EMPTY_PART] })}>
          {t("promotions.addPart")}
        </Button>
        {parts.length > 1 && (
          <Button variant="default" size="xs" onClick={() => fields.change({ parts: parts.slice(0, -1) })}>
            {t("promotions.removePart")}
          </Button>
        )}
      </Group>
    </>
  );
}
