"use client";

import { Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import {
  CreateCustomerDocument,
  type CustomerRowFragment,
  UpdateCustomerDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { SubmitDialog } from "./submit-dialog.tsx";
import { useChecks } from "./use-checks.ts";
import { useSubmitForm } from "./use-submit-form.ts";

const EMPTY = { name: "", email: "", phone: "", note: "" };
type Draft = typeof EMPTY;

export interface CustomerDialogProps {
  /** Absent: a new one. */
  readonly customer?: CustomerRowFragment;
  readonly onClose: () => void;
  readonly onSaved?: (id: string, name: string) => void;
  /** Of a new one. */
  readonly initialName?: string;
}

export function CustomerDialog({ customer, onClose, onSaved, initialName = "" }: CustomerDialogProps) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => customer?.id ?? newId("cus"));
  const [, create] = useMutation(CreateCustomerDocument);
  const [, update] = useMutation(UpdateCustomerDocument);
  const { form, field } = useSubmitForm({
    initialValues: customer === undefined ? { ...EMPTY, name: initialName } : draftOf(customer),
    check: ({ name }) => ({ name: checks.filled(name) }),
    send: (draft) =>
      customer === undefined
        ? create({ input: { ...inputOf(draft), id } })
        : update({ input: { ...inputOf(draft), customerId: id, version: customer.version } }),
    onSaved(_, { name }) {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
      onSaved?.(id, name.trim());
    },
    ...(customer === undefined ? {} : { onUnchanged: onClose }),
  });
  return (
    <SubmitDialog
      form={form}
      title={customer === undefined ? t("customers.create") : t("customers.editTitle")}
      onClose={onClose}
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
    </SubmitDialog>
  );
}

function draftOf({ name, email, phone, note }: CustomerRowFragment): Draft {
  return { name: name ?? "", email: email ?? "", phone: phone ?? "", note: note ?? "" };
}

function inputOf({ name, ...optional }: Draft) {
  const filled = Object.entries(optional).filter(([, value]) => value.trim() !== "");
  return { name: name.trim(), ...Object.fromEntries(filled.map(([key, value]) => [key, value.trim()])) };
}
