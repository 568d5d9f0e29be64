"use client";

import { Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { SecretInput } from "@pos/web/components/secret-input.tsx";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  SetStaffPasswordDocument,
  SetStaffPinDocument,
  type StaffRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

export type SecretKind = "pin" | "password";

/** A new PIN or password for another person, which the owner hands over in person. */
export function SecretDialog({
  kind,
  staff: { id, name, role, operatorNumber, email },
  onClose,
}: {
  readonly kind: SecretKind;
  readonly staff: StaffRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, setPin] = useMutation(SetStaffPinDocument);
  const [, setPassword] = useMutation(SetStaffPasswordDocument);
  const isPin = kind === "pin";
  const { form, field } = useSubmitForm({
    initialValues: { pin: "", password: "" },
    check: (typed) => ({ [kind]: checks.filled(typed[kind]) }),
    send: ({ pin, password }) =>
      isPin ? setPin({ input: { staffId: id, pin } }) : setPassword({ input: { staffId: id, password } }),
    onSaved() {
      notifications.show({ message: t(isPin ? "staff.pinSet" : "staff.passwordSet", { name }), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={form}
      title={t(isPin ? "staff.pinTitle" : "staff.passwordTitle", { name })}
      onClose={onClose}
      action={t(isPin ? "staff.resetPin" : "staff.resetPassword")}
    >
      <Text size="sm">
        {isPin ? t("staff.pinText", { number: operatorNumber ?? "" }) : t("staff.passwordText", { email: email ?? "" })}
      </Text>
      <SecretInput
        label={t(isPin ? "staff.newPin" : "staff.newPassword")}
        description={isPin ? t(role === "CASHIER" ? "staff.pinHelp" : "staff.higherPinHelp") : t("staff.passwordHelp")}
        {...(isPin ? { inputMode: "numeric", maxLength: 12 } : { maxLength: 128 })}
        defaultVisible
        data-autofocus
        autoComplete="new-password"
        {...field(kind)}
      />
    </SubmitDialog>
  );
}
