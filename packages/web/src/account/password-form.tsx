"use client";

import { notifications } from "@mantine/notifications";
import { LIMITS } from "@pos/core/base/limits.ts";
import { SecretInput } from "@pos/web/components/secret-input.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type AccountFieldsFragment, ChangePasswordDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { CurrentPassword, PanelForm, useWait } from "./panel-form.tsx";

const EMPTY = { currentPassword: "", newPassword: "", repeated: "" };

function isShort(password: string): boolean {
  return [...password].length < LIMITS.passwordCharactersMin;
}

export function PasswordForm({ account }: { readonly account: AccountFieldsFragment }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, change] = useMutation(ChangePasswordDocument);
  const { wait, take } = useWait();
  const { form, field, values, restart } = useSubmitForm({
    initialValues: EMPTY,
    check: ({ currentPassword, newPassword, repeated }) => ({
      currentPassword: checks.filled(currentPassword),
      newPassword: checks.filled(newPassword) ?? (isShort(newPassword) ? t("refusal.INVALID_PASSWORD") : undefined),
      repeated: repeated === newPassword ? undefined : t("account.repeatWrong"),
    }),
    send: ({ currentPassword, newPassword }) => change({ input: { currentPassword, newPassword } }),
    onRefused: take,
    onSaved() {
      notifications.show({ message: t("account.passwordChanged"), color: "pine" });
      restart(EMPTY);
    },
  });
  const isDifferent = values.repeated !== "" && values.repeated !== values.newPassword;
  const repeated = field("repeated");
  return (
    <PanelForm
      form={form}
      title={t("account.password")}
      text={t("account.passwordText")}
      action={t("account.changePassword")}
      isWaiting={wait > 0}
    >
      {/* For password managers: whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={account.email ?? ""} readOnly />
      <CurrentPassword wait={wait} {...field("currentPassword")} />
      <SecretInput
        label={t("account.newPassword")}
        description={t("staff.passwordHelp")}
        autoComplete="new-password"
        maxLength={128}
        {...field("newPassword")}
      />
      <SecretInput
        label={t("account.repeatPassword")}
        autoComplete="new-password"
        maxLength={128}
        {...repeated}
        error={isDifferent ? t("account.repeatWrong") : repeated.error}
      />
    </PanelForm>
  );
}
