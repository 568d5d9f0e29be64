"use client";

import { Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { useFieldErrors } from "@pos/web/components/field-errors.ts";
import { FormDialog } from "@pos/web/components/form-dialog.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import {
  CreateCustomerDocument,
  type CustomerRowFragment,
  UpdateCustomerDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

const EMPTY = { name: "", email: "", phone: "", note: "" };
type Draft = typeof EMPTY;

export interface CustomerDialogProps {
  /** Absent: a new one. */
  readonly customer?: CustomerRowFragment;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export function CustomerDialog({ customer, onClose, onSaved }: CustomerDialogProps) {
  const { t } = useI18n();
  const [id] = useState(() => customer?.id ?? newId("cus"));
  const [before] = useState<Draft>(() => (customer === undefined ? EMPTY : draftOf(customer)));
  const [draft, setDraft] = useState(before);
  const [created, create] = useMutation(CreateCustomerDocument);
  const [updated, update] = useMutation(UpdateCustomerDocument);
  const refused = created.data?.createCustomer.userErrors ?? updated.data?.updateCustomer.userErrors;
  const { errorOf, rest } = useFieldErrors(refused, Object.keys(EMPTY));
  const field = (name: keyof Draft) => ({
    error: errorOf(name),
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });

  async function submit() {
    const { name, ...optional } = draft;
    const filled = Object.entries(optional).filter(([, value]) => value.trim() !== "");
    const input = { name: name.trim(), ...Object.fromEntries(filled.map(([key, value]) => [key, value.trim()])) };
    const saved =
      customer === undefined
        ? (await create({ input: { ...input, id } })).data?.createCustomer
        : (await update({ input: { ...input, customerId: id, version: customer.version } })).data?.updateCustomer;
    if (!saved?.customer) return;
    notifications.show({ message: t("common.saved"), color: "pine" });
    onClose();
    onSaved?.(id);
  }

  return (
    <FormDialog
      title={customer === undefined ? t("customers.create") : t("customers.editTitle")}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      isBusy={created.fetching || updated.fetching}
      isDirty={draft !== before}
      isDisabled={draft.name.trim() === ""}
      action={t("common.save")}
    >
      <TextInput
        label={t("customers.name")}
        required
        maxLength={200}
        data-autofocus
        autoComplete="off"
        {...field("name")}
      />
      <TextInput label={t("customers.email")} type="email" maxLength={200} autoComplete="off" {...field("email")} />
      <TextInput label={t("customers.phone")} type="tel" maxLength={50} autoComplete="off" {...field("phone")} />
      <Textarea label={t("customers.note")} autosize minRows={2} maxLength={500} {...field("note")} />
      <Refusals error={created.error ?? updated.error} refused={rest} />
    </FormDialog>
  );
}

function draftOf({ name, email, phone, note }: CustomerRowFragment): Draft {
  return { name: name ?? "", email: email ?? "", phone: phone ?? "", note: note ?? "" };
}
