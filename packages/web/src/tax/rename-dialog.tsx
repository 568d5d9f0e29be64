"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type TaxRateFragment, UpdateTaxRateDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

export function RenameDialog({
  rate: { id, name: before },
  version,
  onClose,
}: {
  readonly rate: TaxRateFragment;
  readonly version: number;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, update] = useMutation(UpdateTaxRateDocument);
  const { form, field } = useSubmitForm({
    initialValues: { name: before },
    check: ({ name }) => ({ name: checks.filled(name) }),
    send: ({ name }) => update({ input: { taxCodeId: id, name: name.trim(), version } }),
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  return (
    <SubmitDialog form={form} title={t("tax.rename")} onClose={onClose} action={t("common.save")}>
      <TextInput
        label={t("tax.name")}
        description={t("tax.nameHelp")}
        required
        maxLength={200}
        data-autofocus
        {...field("name")}
      />
    </SubmitDialog>
  );
}
