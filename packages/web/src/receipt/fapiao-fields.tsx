"use client";

import { Select, Text, TextInput } from "@mantine/core";
import { useChecks } from "@pos/web/components/use-checks.ts";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import type { FapiaoBuyerKind } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export interface FapiaoBuyer {
  readonly buyerKind: FapiaoBuyerKind;
  readonly title: string;
  readonly taxNumber: string;
  readonly email: string;
}

export const NEW_BUYER: FapiaoBuyer = { buyerKind: "COMPANY", title: "", taxNumber: "", email: "" };
const KINDS = ["COMPANY", "PERSON"] as const;

/** What a form can find before it is sent. */
export function useBuyerChecks() {
  const checks = useChecks();
  return ({ buyerKind, title, taxNumber }: FapiaoBuyer) => ({
    title: checks.filled(title),
    taxNumber: buyerKind === "COMPANY" ? checks.filled(taxNumber) : undefined,
  });
}

/** What a fapiao needs of its buyer, and that nothing is filed here. */
export function FapiaoFields({ field, values }: Pick<FilledForm<FapiaoBuyer>, "field" | "values">) {
  const { t, code } = useI18n();
  return (
    <>
      <Text size="sm">{t("fapiao.notFiled")}</Text>
      <Select
        label={t("fapiao.buyerKind")}
        data={KINDS.map((value) => ({ value, label: code("fapiaoBuyer", value) }))}
        allowDeselect={false}
        {...field("buyerKind")}
      />
      <TextInput label={t("fapiao.title")} required maxLength={100} autoComplete="organization" {...field("title")} />
      <TextInput
        label={t("fapiao.taxNumber")}
        description={t("fapiao.taxNumberHelp")}
        required={values.buyerKind === "COMPANY"}
        maxLength={24}
        {...field("taxNumber")}
      />
      <TextInput label={t("fapiao.email")} type="email" maxLength={254} autoComplete="email" {...field("email")} />
    </>
  );
}
