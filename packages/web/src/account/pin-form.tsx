"use client";

import { notifications } from "@mantine/notifications";
import { SecretInput } from "@pos/web/components/secret-input.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type AccountFieldsFragment, ChangePinDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { CurrentPassword, PanelForm, useWait } from "./panel-form.tsx";

const EMPTY = { currentPassword: "", pin: "" };

/** Shown to users who sign in at the register. */
export function PinForm({ account }: { readonly account: AccountFieldsFragment }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, change] = useMutation(ChangePinDocument);
  const { wait, take } = useWait();
  const { form, field, restart } = useSubmitForm({
    initialValues: EMPTY,
    check: ({ currentPassword, pin }) => ({ pin: checks.filled(pin), currentPassword: checks.filled(currentPassword) }),
    send: ({ currentPassword, pin }) => change({ input: { currentPassword, pin } }),
    onRefused: take,
    onSaved() {
      notifications.show({ message: t("account.pinChanged"), color: "pine" });
      restart(EMPTY);
    },
  });
  if (account.operatorNumber === null) return null;
  return (
    <PanelForm
      form={form}
      title={t("account.pin")}
      text={t("account.pinText", { number: account.operatorNumber })}
      action={t("account.changePin")}
      isWaiting={wait > 0}
    >
      <SecretInput
        label={t("staff.newPin")}
        description={t(account.role === "CASHIER" ? "staff.pinHelp" : "staff.higherPinHelp")}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        {...field("pin")}
      />
      <CurrentPassword wait={wait} {...field("currentPassword")} />
    </PanelForm>
  );
}
