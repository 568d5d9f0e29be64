"use client";

import { Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type CustomerRowFragment, EraseCustomerDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

/** For good, so it takes the name, typed. */
export function EraseDialog({ customer, onClose }: { readonly customer: CustomerRowFragment; onClose: () => void }) {
  const { t } = useI18n();
  const name = customer.name ?? "";
  const [, erase] = useMutation(EraseCustomerDocument);
  const { form, field } = useSubmitForm({
    initialValues: { typed: "" },
    check: ({ typed }) => ({ typed: typed.trim() === name.trim() ? undefined : t("customers.eraseType", { name }) }),
    send: () => erase({ input: { customerId: customer.id, version: customer.version } }),
    onSaved() {
      notifications.show({ message: t("customers.erased"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      // What is typed here is nothing to lose.
      form={{ ...form, isDirty: false }}
      title={t("customers.eraseTitle", { name })}
      onClose={onClose}
      action={t("customers.eraseForGood")}
      actionColor="red"
    >
      <Text size="sm">{t("customers.eraseText")}</Text>
      <TextInput label={t("customers.eraseType", { name })} data-autofocus autoComplete="off" {...field("typed")} />
    </SubmitDialog>
  );
}
