"use client";

import { Stack, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  CreatePaymentMethodDocument,
  type PaymentMethodRowFragment,
  UpdatePaymentMethodDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import { useMutation } from "urql";

const NEW = { name: "", chineseName: null, givesChange: false, asksReference: false };
const NAME_CHARACTERS = 40;

/** A new way to pay, or a change of one. */
export function PaymentMethodDialog({
  method,
  onClose,
}: {
  /** Absent: a new one. */
  readonly method?: PaymentMethodRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const [id] = useState(() => newId("pym"));
  const [, create] = useMutation(CreatePaymentMethodDocument);
  const [, update] = useMutation(UpdatePaymentMethodDocument);
  const { name, chineseName, givesChange, asksReference } = method ?? NEW;
  const { form, field, getInputProps } = useSubmitForm({
    initialValues: { name, chineseName: chineseName ?? "", givesChange, asksReference },
    check: (typed) => ({ name: checks.filled(typed.name) }),
    send: (typed) => {
      const fields = { ...typed, chineseName: typed.chineseName.trim() === "" ? null : typed.chineseName };
      return method === undefined
        ? create({ input: { id, ...fields } })
        : update({ input: { paymentMethodId: method.id, version: method.version, ...fields } });
    },
    onSaved() {
      notifications.show({ message: t("common.saved"), color: "pine" });
      onClose();
    },
    onUnchanged: onClose,
  });
  return (
    <SubmitDialog
      form={form}
      title={t(method === undefined ? "methods.create" : "methods.edit")}
      onClose={onClose}
      action={t("common.save")}
    >
      <Stack gap="md">
        <TextInput
          label={t("methods.name")}
          description={t("methods.nameHelp")}
          required
          maxLength={NAME_CHARACTERS}
          data-autofocus
          {...field("name")}
        />
        <TextInput label={t("methods.chineseName")} maxLength={NAME_CHARACTERS} {...field("chineseName")} />
        <Switch
          label={t("methods.givesChange")}
          description={t("methods.givesChangeHelp")}
          {...getInputProps("givesChange", { type: "checkbox" })}
        />
        <Switch
          label={t("methods.asksReference")}
          description={t("methods.asksReferenceHelp")}
          {...getInputProps("asksReference", { type: "checkbox" })}
        />
      </Stack>
    </SubmitDialog>
  );
}
