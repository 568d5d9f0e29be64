"use client";

import { Select, Stack, Switch, TextInput } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { FieldsProps } from "./typed.ts";

/** The smallest coins of the world's currencies, in minor units. */
const CASH_STEPS = [1, 5, 10, 50, 100];

/** How sales are paid in cash, and what may be sold. */
export function SellingFields(props: FieldsProps & { readonly currency: string }) {
  const { field, values, setFieldValue, getInputProps, currency } = props;
  const { t, format } = useI18n();
  const steps = [...new Set([...CASH_STEPS, values.cashStep])].toSorted((one, other) => one - other);
  return (
    <Stack gap="md">
      <Select
        label={t("business.cashStep")}
        description={t("business.cashStepHelp")}
        data={steps.map((amount) => ({
          value: String(amount),
          label: amount === 1 ? t("business.cashExact") : format.money({ amount, currency }),
        }))}
        allowDeselect={false}
        {...field("cashStep")}
        value={String(values.cashStep)}
        onChange={(value) => value !== null && setFieldValue("cashStep", Number(value))}
      />
      <TextInput label={t("business.tips")} description={t("business.tipsHelp")} maxLength={60} {...field("tips")} />
      <NumberTextInput
        kind={{ kind: "money", currency }}
        label={t("business.cashBack")}
        description={t("business.cashBackHelp")}
        {...field("cashBack")}
        value={values.cashBack}
        onChange={(text) => setFieldValue("cashBack", text)}
      />
      <NumberTextInput
        kind={{ kind: "money", currency }}
        label={t("business.cardsOffline")}
        description={t("business.cardsOfflineHelp")}
        {...field("cardsOffline")}
        value={values.cardsOffline}
        onChange={(text) => setFieldValue("cardsOffline", text)}
      />
      <Switch
        label={t("business.outOfStock")}
        description={t("business.outOfStockHelp")}
        {...getInputProps("refusesOutOfStock", { type: "checkbox" })}
      />
      <Switch
        label={t("business.sameMethod")}
        description={t("business.sameMethodHelp")}
        {...getInputProps("refundsToSameMethod", { type: "checkbox" })}
      />
      <Switch
        label={t("business.refundCustomer")}
        description={t("business.refundCustomerHelp")}
        {...getInputProps("refundNeedsCustomer", { type: "checkbox" })}
      />
      <Switch
        label={t("business.priceReason")}
        description={t("business.priceReasonHelp")}
        {...getInputProps("overrideNeedsReason", { type: "checkbox" })}
      />
    </Stack>
  );
}
