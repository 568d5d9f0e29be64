"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type FapiaoRowFragment, IssueFapiaoDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

/** Notes the number of a fapiao that was made. */
export function IssueDialog({
  request,
  onClose,
}: {
  readonly request: FapiaoRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, issue] = useMutation(IssueFapiaoDocument);
  const { form, field } = useSubmitForm({
    initialValues: { invoiceNumber: "" },
    check: ({ invoiceNumber }) => ({ invoiceNumber: checks.filled(invoiceNumber) }),
    send: ({ invoiceNumber }) => issue({ input: { factId: request.id, version: request.version, invoiceNumber } }),
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={form}
      title={t("fapiao.numberOf", { number: request.receiptNumber })}
      onClose={onClose}
      action={t("common.save")}
    >
      <TextInput label={t("fapiao.number")} required maxLength={40} data-autofocus {...field("invoiceNumber")} />
    </SubmitDialog>
  );
}
