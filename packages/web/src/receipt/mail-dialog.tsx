"use client";

import { Loader, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { AddressOfCustomerDocument, SendReceiptDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";

interface MailDialogProps {
  readonly factId: string;
  /** Whose address is proposed. Absent: the sale is no customer's, or the user may not read customers. */
  readonly customerId: string | undefined;
  readonly onClose: () => void;
}

/** Sends the paper of a document to the customer, in the language of the shop's receipts. */
export function MailDialog({ customerId, ...dialog }: MailDialogProps) {
  const variables = { id: customerId ?? "" };
  const [{ data, fetching }] = useQuery({
    query: AddressOfCustomerDocument,
    ...{ variables, pause: customerId === undefined },
  });
  if (fetching) return <Loader size="sm" />;
  return <AddressForm {...dialog} proposed={data?.customer?.email ?? ""} />;
}

function AddressForm({
  factId,
  proposed,
  onClose,
}: Omit<MailDialogProps, "customerId"> & { readonly proposed: string }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => newId("rml"));
  const [, send] = useMutation(SendReceiptDocument);
  const { form, field } = useSubmitForm({
    initialValues: { recipient: proposed },
    check: ({ recipient }) => ({ recipient: checks.filled(recipient) }),
    send: ({ recipient }) => send({ input: { id, factId, recipient: recipient.trim() } }),
    onSaved() {
      notifications.show({ message: t("eReceipt.sending"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog form={form} title={t("eReceipt.mail")} onClose={onClose} action={t("eReceipt.send")}>
      <TextInput
        label={t("eReceipt.address")}
        description={t("eReceipt.addressHelp")}
        type="email"
        autoComplete="off"
        required
        data-autofocus
        {...field("recipient")}
      />
    </SubmitDialog>
  );
}
