"use client";

import { Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import {
  CreateCustomerDocument,
  type CustomerRowFragment,
  PatchCustomerDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { CustomerGroupSelect } from "./customer-group-select.tsx";
import { SubmitDialog } from "./submit-dialog.tsx";
import { useChecks } from "./use-checks.ts";
import { useSubmitForm } from "./use-submit-form.ts";

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly note: string;
  readonly groupIds: string[];
  /** The certificate's number. */
  readonly taxExemption: string;
}

const EMPTY: Draft = { name: "", email: "", phone: "", note: "", groupIds: [], taxExemption: "" };

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
  const [, update] = useMutation(PatchCustomerDocument);
  const { form, field } = useSubmitForm({
    initialValues: customer === undefined ? { ...EMPTY, name: initialName } : draftOf(customer),
    check: ({ name }) => ({ name: checks.filled(name) }),
    rename: (path) => (path === "taxExemption.certificateNumber" ? "taxExemption" : path),
    send: (draft) =>
      customer === undefined
        ? create({ input: { ...inputOf(draft), id } })
        : update({ input: { ...changesOf(draft), customerId: id, version: customer.version } }),
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
      {customer !== undefined && (
        <TextInput
          label={t("customers.certificateNumber")}
          description={t("customers.certificateHelp")}
          maxLength={64}
          autoComplete="off"
          {...field("taxExemption")}
        />
      )}
      {customer !== undefined && <CustomerGroupSelect label={t("groups.title")} {...field("groupIds")} />}
    </SubmitDialog>
  );
}

function draftOf({ name, email, phone, note, groupIds, taxExemption }: CustomerRowFragment): Draft {
  const person = { name: name ?? "", email: email ?? "", phone: phone ?? "", note: note ?? "" };
  return { ...person, groupIds: [...groupIds], taxExemption: taxExemption ?? "" };
}

/** Null where nothing is typed: it is removed. */
function changesOf({ name, email, phone, note, groupIds, taxExemption }: Draft) {
  const text = (typed: string) => typed.trim() || null;
  const person = { name: name.trim(), email: text(email), phone: text(phone), note: text(note), groupIds };
  const certificateNumber = text(taxExemption);
  return { ...person, taxExemption: certificateNumber === null ? null : { certificateNumber } };
}

function inputOf({ name, groupIds: _, taxExemption: __, ...optional }: Draft) {
  const filled = Object.entries(optional).filter(([, value]) => value.trim() !== "");
  return { name: name.trim(), ...Object.fromEntries(filled.map(([key, value]) => [key, value.trim()])) };
}
