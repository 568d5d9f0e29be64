"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { CreateTaxRateDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { type RateDraft, RateFields, rateOfDraft, rateProblems } from "./rate-fields.tsx";

const EMPTY: RateDraft & { readonly name: string } = { name: "", rate: "", components: [] };

export function RateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => newId("tax"));
  const [, create] = useMutation(CreateTaxRateDocument);
  const fields = useSubmitForm({
    initialValues: EMPTY,
    check: ({ name, ...rate }) => ({ name: checks.filled(name), ...rateProblems(rate, checks) }),
    send: ({ name, ...rate }) => create({ input: { id, name: name.trim(), ...rateOfDraft(rate) } }),
    onSaved(_, { name }) {
      notifications.show({ message: t("tax.created", { name: name.trim() }), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={fields.form} title={t("tax.create")} onClose={onClose} action={t("common.create")}>
      <TextInput
        label={t("tax.name")}
        description={t("tax.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        {...fields.field("name")}
      />
      <RateFields fields={fields} help={t("tax.rateHelp")} />
    </SubmitDialog>
  );
}
