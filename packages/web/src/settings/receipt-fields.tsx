"use client";

import { Select, Stack, Textarea } from "@mantine/core";
import { LogoField } from "@pos/web/components/logo-field.tsx";
import type { ReceiptLanguage } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { FieldsProps } from "./typed.ts";

/** No language of its own: a choice needs a value. */
const OF_COUNTRY = "COUNTRY";

/** What receipts have beside the sale and the business. */
export function ReceiptFields({ field, values, setFieldValue }: FieldsProps) {
  const { t } = useI18n();
  return (
    <Stack gap="md">
      <LogoField description={t("business.logoHelp")} {...field("logo")} />
      <Textarea
        label={t("business.header")}
        description={t("business.headerHelp")}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={200}
        {...field("header")}
      />
      <Textarea
        label={t("business.footer")}
        description={t("business.footerHelp")}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={500}
        {...field("footer")}
      />
      <Select
        label={t("business.language")}
        description={t("business.languageHelp")}
        data={[
          { value: OF_COUNTRY, label: t("business.languageCountry") },
          { value: "EN", label: "English" },
          { value: "ZH_HANS", label: "简体中文" },
        ]}
        allowDeselect={false}
        {...field("receiptLanguage")}
        value={values.receiptLanguage ?? OF_COUNTRY}
        onChange={(value) =>
          setFieldValue("receiptLanguage", value === OF_COUNTRY ? null : (value as ReceiptLanguage | null))
        }
      />
    </Stack>
  );
}
