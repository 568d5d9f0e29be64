"use client";

import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useCountdown } from "@pos/web/components/use-countdown.ts";
import { errorCode } from "@pos/web/graphql/client.ts";
import { SignInDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { Mark } from "@pos/web/shell/mark.tsx";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import classes from "./sign-in.module.css";

/** @param to the user's page when the session ended */
export function SignIn({ to }: { readonly to: string | undefined }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [result, signIn] = useMutation(SignInDocument);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [wait, setWait] = useCountdown();
  const [done, setDone] = useState(false);
  const refused = result.data?.signIn.userErrors[0];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { data } = await signIn({ input: { email: email.trim(), password } });
    const refusal = data?.signIn.userErrors[0];
    if (refusal?.__typename === "TooManyAttempts") setWait(refusal.retryAfterSeconds);
    if (data === undefined || refusal !== undefined) return;
    setDone(true);
    // A full page load: nothing of another user's session in this tab stays in memory.
    window.location.replace(ownPath(to));
  }

  const message =
    wait > 0
      ? t("signIn.wait", { count: wait })
      : result.error !== undefined
        ? t(errorCode(result.error) === "UNAVAILABLE" ? "error.UNAVAILABLE" : "error.network")
        : refused !== undefined && refused.__typename !== "TooManyAttempts"
          ? i18n.refusal(refused)
          : undefined;

  return (
    <main className={classes.page}>
      <Paper component="section" className={classes.card} withBorder p="xl" radius="lg">
        <form onSubmit={(event) => void submit(event)} noValidate={false}>
          <Stack gap="md">
            <Mark size={40} />
            <div>
              <Title order={1} size="h2">
                {t("signIn.title")}
              </Title>
              <Text c="dimmed">{t("signIn.lead")}</Text>
            </div>
            {to !== undefined && message === undefined && (
              <Text size="sm" role="status">
                {t("signIn.expired")}
              </Text>
            )}
            <div aria-live="assertive">
              {message !== undefined && (
                <Alert color="red" variant="light" p="sm">
                  {message}
                </Alert>
              )}
            </div>
            <TextInput
              label={t("signIn.email")}
              type="email"
              name="email"
              autoComplete="username"
              required
              withAsterisk={false}
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              label={t("signIn.password")}
              name="password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={result.fetching || done} disabled={wait > 0} fullWidth size="md">
              {t("signIn.action")}
            </Button>
            <Text size="sm" c="dimmed">
              {t("signIn.help")}
            </Text>
          </Stack>
        </form>
      </Paper>
      <LanguageSwitch />
    </main>
  );
}

/** Only a path of our own: a link must not redirect to another site after sign-in. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : "/";
}
