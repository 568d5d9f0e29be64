"use client";

import { Button, Text } from "@mantine/core";
import { countdown } from "@pos/web/components/countdown.ts";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useLeaveGuard } from "@pos/web/components/leaving.ts";
import { Panel } from "@pos/web/components/panel.tsx";
import { SecretInput } from "@pos/web/components/secret-input.tsx";
import { useCountdown } from "@pos/web/components/use-countdown.ts";
import type { FieldProps, SubmitForm } from "@pos/web/components/use-submit-form.ts";
import type { RefusedFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ReactNode } from "react";

/** A form on the page, with one button below it. */
export function PanelForm({
  title,
  text,
  action,
  form,
  isWaiting,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly action: string;
  readonly form: SubmitForm;
  /** A field shows why, and for how long. */
  readonly isWaiting: boolean;
  readonly children: ReactNode;
}) {
  useLeaveGuard(form.isDirty, form.reset);
  const button = (
    <Button type="submit" loading={form.isSending} disabled={isWaiting} style={{ alignSelf: "flex-start" }}>
      {action}
    </Button>
  );
  return (
    <Panel title={title}>
      <FormElement form={form} label={title} buttons={button}>
        {text !== undefined && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
        {children}
      </FormElement>
    </Panel>
  );
}

/** After too many wrong passwords the next one is looked at after a while, which counts down. */
export function useWait(): { readonly wait: number; readonly take: (refused: readonly RefusedFragment[]) => void } {
  const [wait, startWait] = useCountdown();
  return {
    wait,
    take(refused) {
      const late = refused.find(({ __typename }) => __typename === "TooManyAttempts");
      if (late?.__typename === "TooManyAttempts") startWait(late.retryAfterSeconds);
    },
  };
}

/** The current password, which proves who is at the browser. */
export function CurrentPassword({
  wait,
  description,
  ...input
}: {
  readonly wait: number;
  readonly description?: string;
} & FieldProps) {
  const { t } = useI18n();
  return (
    <SecretInput
      label={t("account.currentPassword")}
      {...(description === undefined ? {} : { description })}
      autoComplete="current-password"
      maxLength={128}
      {...input}
      error={wait > 0 ? t("signIn.wait", { time: countdown(wait) }) : input.error}
    />
  );
}
