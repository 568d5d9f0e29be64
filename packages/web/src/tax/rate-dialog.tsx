"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { PERCENT, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { CreateTaxRateDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

export function RateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => newId("tax"));
  const [, create] = useMutation(CreateTaxRateDocument);
  const { form, field } = useSubmitForm({
    initialValues: { name: "", rate: "" },
    check: ({ name, rate }) => ({ name: checks.filled(name), rate: checks.number(rate, PERCENT) }),
    send: ({ name, rate }) => create({ input: { id, name: name.trim(), rate: typedDecimal(rate, PERCENT) ?? "" } }),
    onSaved(_, { name }) {
      notifications.show({ message: t("tax.created", { name: name.trim() }), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={t("tax.create")} onClose={onClose} action={t("common.create")}>
      <TextInput
        label={t("tax.name")}
        description={t("tax.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        {...field("name")}
      />
      <NumberTextInput
        kind={PERCENT}
        label={t("tax.rate")}
        description={t("tax.rateHelp")}
        rightSection="%"
        required
        {...field("rate")}
      />
    </SubmitDialog>
  );
}
