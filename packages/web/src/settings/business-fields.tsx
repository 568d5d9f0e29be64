"use client";

import { Select, Stack, Textarea, TextInput } from "@mantine/core";
import { COUNTRIES } from "@pos/core/base/country.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMemo } from "react";
import type { FieldsProps } from "./typed.ts";

/** Who the business is. All of it is on receipts. */
export function BusinessFields({ field }: FieldsProps) {
  const { t } = useI18n();
  const countries = useCountries();
  return (
    <Stack gap="md">
      <TextInput
        label={t("business.name")}
        description={t("business.nameHelp")}
        required
        maxLength={200}
        {...field("name")}
      />
      <Select
        label={t("business.country")}
        description={t("business.countryHelp")}
        searchable
        clearable
        nothingFoundMessage={t("business.noCountry")}
        data={countries}
        {...field("country")}
      />
      <Textarea
        label={t("business.address")}
        description={t("business.addressHelp")}
        autosize
        minRows={3}
        maxRows={6}
        maxLength={300}
        {...field("address")}
      />
      <TextInput label={t("business.phone")} type="tel" maxLength={40} {...field("phone")} />
      <TextInput
        label={t("business.taxNumber")}
        description={t("business.taxNumberHelp")}
        maxLength={40}
        {...field("taxNumber")}
      />
    </Stack>
  );
}

function useCountries(): { readonly value: string; readonly label: string }[] {
  const { language } = useI18n();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "region" });
    const order = new Intl.Collator(language);
    return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).toSorted((one, other) =>
      order.compare(one.label, other.label),
    );
  }, [language]);
}
