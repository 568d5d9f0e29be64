"use client";

import { Group, MultiSelect, Select, TextInput } from "@mantine/core";
import { CustomerGroupSelect } from "@pos/web/components/customer-group-select.tsx";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { TimingFields } from "@pos/web/components/timing-fields.tsx";
import { CatalogChoicesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import { moneyKind } from "./draft.ts";
import { GoodsSelect } from "./goods-select.tsx";
import type { FieldsProps } from "./reward-fields.tsx";

const STACKINGS = ["ALL", "BEST", "EXCLUSIVE"] as const;

/** For which goods, when and for whom a promotion counts. */
export function ConditionFields({ fields, currency }: FieldsProps) {
  const { t } = useI18n();
  const { values, change } = fields;
  return (
    <>
      {values.kind !== "BUNDLE" && <Scope fields={fields} currency={currency} />}
      <CustomerGroupSelect
        label={t("priceLists.forWhom")}
        placeholder={t("priceLists.everyone")}
        {...fields.field("groupIds")}
      />
      <TimingFields weekdays={values.weekdays} field={fields.field} change={change} />
      <NumberTextInput
        label={t("promotions.minimumAmount")}
        kind={moneyKind(currency)}
        {...fields.field("minimumAmount")}
      />
      <CouponAndOrder fields={fields} />
    </>
  );
}

/** For whom it counts, and how it goes together with others. */
function CouponAndOrder({ fields }: Pick<FieldsProps, "fields">) {
  const { t } = useI18n();
  const { values } = fields;
  return (
    <>
      <Group grow align="start">
        <TextInput
          label={t("coupon.code")}
          description={t("promotions.couponHelp")}
          maxLength={64}
          autoComplete="off"
          {...fields.field("couponCode")}
        />
        {values.couponCode.trim() !== "" && (
          <TextInput
            label={t("promotions.couponLimit")}
            description={t("promotions.couponLimitHelp")}
            inputMode="numeric"
            {...fields.field("couponLimit")}
          />
        )}
      </Group>
      <Group grow align="start">
        <Select
          label={t("promotions.stacking")}
          allowDeselect={false}
          data={STACKINGS.map((value) => ({ value, label: t(`promotions.stackings.${value}`) }))}
          {...fields.field("stacking")}
        />
        <TextInput
          label={t("promotions.priority")}
          description={t("promotions.priorityHelp")}
          inputMode="numeric"
          {...fields.field("priority")}
        />
      </Group>
    </>
  );
}

function Scope({ fields }: FieldsProps) {
  const { t } = useI18n();
  const [{ data }] = useQuery({ query: CatalogChoicesDocument });
  const categories = (data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <GoodsSelect
        label={t("promotions.products")}
        chosen={fields.values.products}
        path="productIds"
        error={fields.errors.productIds}
        onChange={(products) => fields.change({ products }, "productIds")}
      />
      <MultiSelect
        label={t("promotions.categories")}
        searchable
        clearable
        data={categories}
        {...fields.field("categoryIds")}
      />
    </>
  );
}
