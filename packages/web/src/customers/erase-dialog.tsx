"use client";

import { Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { type CustomerRowFragment, EraseCustomerDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

/** For good, so it takes the name, typed. */
export function EraseDialog({ customer, onClose }: { readonly customer: CustomerRowFragment; onClose: () => void }) {
  const { t } = useI18n();
  const name = customer.name ?? "";
  const [typed, setTyped] = useState("");
  const [result, erase] = useMutation(EraseCustomerDocument);
  async function submit() {
    const { data } = await erase({ input: { customerId: customer.id, version: customer.version } });
    if (!data?.eraseCustomer.customer) return;
    notifications.show({ message: t("customers.erased"), color: "pine" });
    onClose();
  }
  return (
    <FormDialog
      title={t("customers.eraseTitle", { name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={result.fetching}
      isDirty={false}
      isDisabled={typed.trim() !== name.trim()}
      action={t("customers.eraseForGood")}
      actionColor="red"
    >
      <Text size="sm">{t("customers.eraseText")}</Text>
      <TextInput
        label={t("customers.eraseType", { name })}
        data-autofocus
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Refusals error={result.error} refused={result.data?.eraseCustomer.userErrors} />
    </FormDialog>
  );
}
