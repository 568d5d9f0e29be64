"use client";

import { Chip, Group, Input, MultiSelect, Select, TextInput } from "@mantine/core";
import { DayField } from "@pos/web/components/day-field.tsx";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { CatalogChoicesDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useQuery } from "urql";
import { moneyKind } from "./draft.ts";
import { GoodsSelect } from "./goods-select.tsx";
import type { FieldsProps } from "./reward-fields.tsx";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const STACKINGS = ["ALL", "BEST", "EXCLUSIVE"] as const;
const LAST_DAY = "9999-12-31";
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** For which goods, when and for whom a promotion counts. */
export function ConditionFields({ fields, currency }: FieldsProps) {
  const { t, locale } = useI18n();
  const { values, change } = fields;
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return (
    <>
      {values.kind !== "BUNDLE" && <Scope fields={fields} currency={currency} />}
      <Group grow align="start">
        <DayField
          label={t("promotions.startsOn")}
          max={LAST_DAY}
          {...fields.field("startsOn")}
          onChange={(startsOn) => change({ startsOn }, "startsOn")}
        />
        <DayField
          label={t("promotions.endsOn")}
          max={LAST_DAY}
          {...fields.field("endsOn")}
          onChange={(endsOn) => change({ endsOn }, "endsOn")}
        />
      </Group>
      <Input.Wrapper label={t("promotions.weekdays")} description={t("promotions.weekdaysHelp")}>
        <Chip.Group multiple value={values.weekdays} onChange={(weekdays) => change({ weekdays }, "weekdays")}>
          <Group gap={6} mt={4}>
            {WEEKDAYS.map((day) => (
              <Chip key={day} value={day} size="xs">
                {weekday.format(MONDAY + (Number(day) - 1) * 86_400_000)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group grow align="start">
        <TextInput type="time" label={t("promotions.startTime")} {...fields.field("startTime")} />
        <TextInput type="time" label={t("promotions.endTime")} {...fields.field("endTime")} />
      </Group>
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
