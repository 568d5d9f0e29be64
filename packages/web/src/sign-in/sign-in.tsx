"use client";

import { Alert, Button, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { countdown } from "@pos/web/components/countdown.ts";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { SecretInput } from "@pos/web/components/secret-input.tsx";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useCountdown } from "@pos/web/components/use-countdown.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { SignInDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { Mark } from "@pos/web/shell/mark.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import classes from "./sign-in.module.css";

/** @param to the user's page when the session ended */
export function SignIn({ to }: { readonly to: string | undefined }) {
  const { t } = useI18n();
  const checks = useChecks();
  const [, signIn] = useMutation(SignInDocument);
  const [wait, setWait] = useCountdown();
  const [done, setDone] = useState(false);
  const { form, field } = useSubmitForm({
    initialValues: { email: "", password: "" },
    check: ({ email, password }) => ({ email: checks.filled(email), password: checks.filled(password) }),
    send: ({ email, password }) => signIn({ input: { email: email.trim(), password } }),
    onRefused([refusal]) {
      if (refusal?.__typename === "TooManyAttempts") setWait(refusal.retryAfterSeconds);
    },
    onSaved() {
      setDone(true);
      // A full page load: nothing of another user's session in this tab stays in memory.
      window.location.replace(ownPath(to));
    },
  });
  // While it counts down, and no longer.
  const refused = form.refused.filter(({ code }) => code !== "TOO_MANY_ATTEMPTS");
  const isWrong = wait > 0 || form.error !== undefined || refused.length > 0;
  return (
    <main className={classes.page}>
      <Paper component="section" className={classes.card} withBorder p="xl" radius="lg">
        <Stack gap="md">
          <Mark size={40} />
          <div>
            <Title order={1} size="h2">
              {t("signIn.title")}
            </Title>
            <Text c="dimmed">{t("signIn.lead")}</Text>
          </div>
          {to !== undefined && !isWrong && (
            <Text size="sm" role="status">
              {t("signIn.expired")}
            </Text>
          )}
          <FormElement
            form={{ ...form, refused }}
            buttons={<SignInButton wait={wait} isBusy={form.isSending || done} />}
          >
            <TextInput
              label={t("signIn.email")}
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
              {...field("email")}
            />
            <SecretInput
              label={t("signIn.password")}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              {...field("password")}
            />
          </FormElement>
          <Text size="sm" c="dimmed">
            {t("signIn.help")}
          </Text>
        </Stack>
      </Paper>
      <LanguageSwitch />
    </main>
  );
}

/** @param wait seconds until the next attempt is accepted */
function SignInButton({ wait, isBusy }: { readonly wait: number; readonly isBusy: boolean }) {
  const { t } = useI18n();
  return (
    <>
      <div aria-live="assertive">
        {wait > 0 && (
          <Alert color="red" variant="light" p="sm" mb="md">
            {t("signIn.wait", { time: countdown(wait) })}
          </Alert>
        )}
      </div>
      <Button type="submit" loading={isBusy} disabled={wait > 0} fullWidth size="md">
        {t("signIn.action")}
      </Button>
    </>
  );
}

/** Only a path of our own: a link must not redirect to another site after sign-in. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : "/";
}
