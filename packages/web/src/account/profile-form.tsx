"use client";

import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Facts } from "@pos/web/components/facts.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { type AccountFieldsFragment, UpdateAccountDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";
import { CurrentPassword, PanelForm, useWait } from "./panel-form.tsx";

export function ProfileForm({ account }: { readonly account: AccountFieldsFragment }) {
  const { t, code } = useI18n();
  const checks = useChecks();
  const [, update] = useMutation(UpdateAccountDocument);
  const { wait, take } = useWait();
  const isNewEmail = (email: string) => email.trim() !== (account.email ?? "");
  const showSaved = () => notifications.show({ message: t("common.saved"), color: "pine" });
  const { form, field, values, restart } = useSubmitForm({
    initialValues: { name: account.name, email: account.email ?? "", currentPassword: "" },
    check: ({ name, email, currentPassword }) => ({
      name: checks.filled(name),
      currentPassword: isNewEmail(email) ? checks.filled(currentPassword) : undefined,
    }),
    send({ name, email, currentPassword }) {
      const moved = isNewEmail(email) ? { email: email.trim(), currentPassword } : {};
      return update({ input: { version: account.version, name: name.trim(), ...moved } });
    },
    onRefused: take,
    onSaved(_, saved) {
      showSaved();
      restart({ ...saved, currentPassword: "" });
    },
    onUnchanged: showSaved,
  });
  return (
    <PanelForm form={form} title={t("account.profile")} action={t("common.save")} isWaiting={wait > 0}>
      <TextInput
        label={t("account.name")}
        description={t("account.nameHelp")}
        maxLength={200}
        autoComplete="name"
        {...field("name")}
      />
      <TextInput
        label={t("account.email")}
        description={t("account.emailHelp")}
        inputMode="email"
        maxLength={254}
        autoComplete="email"
        {...field("email")}
      />
      {isNewEmail(values.email) && (
        <CurrentPassword description={t("account.emailPassword")} wait={wait} {...field("currentPassword")} />
      )}
      <Facts
        facts={[
          [t("account.role"), code("role", account.role)],
          [t("account.number"), account.operatorNumber ?? t("account.noNumber")],
        ]}
      />
    </PanelForm>
  );
}
