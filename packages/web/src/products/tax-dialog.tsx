"use client";

import { TextInput } from "@mantine/core";
import { newId } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { PERCENT, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { CreateTaxCodeForProductDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

interface TaxDialogProps {
  /** What was typed where a tax rate is chosen. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onCreated: (taxCodeId: string) => void;
}

/** A new tax rate, from where it is needed. */
export function TaxDialog({ name: typed, onClose, onCreated }: TaxDialogProps) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => newId("tax"));
  const [, create] = useMutation(CreateTaxCodeForProductDocument);
  const { form, field } = useSubmitForm({
    initialValues: { name: typed, rate: /\d+(?:\.\d+)?/.exec(typed)?.[0] ?? "" },
    check: ({ name, rate }) => ({ name: checks.filled(name), rate: checks.number(rate, PERCENT) }),
    send: ({ name, rate }) => create({ input: { id, name: name.trim(), rate: typedDecimal(rate, PERCENT) ?? "" } }),
    onSaved: () => onCreated(id),
  });
  return (
    <SubmitDialog form={form} title={t("products.newTax")} onClose={onClose} action={t("common.create")}>
      <TextInput label={t("products.name")} required maxLength={200} {...field("name")} />
      <NumberTextInput
        kind={PERCENT}
        label={t("products.taxRate")}
        description={t("products.taxRateHelp")}
        required
        data-autofocus
        {...field("rate")}
      />
    </SubmitDialog>
  );
}
