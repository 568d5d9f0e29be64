"use client";

import { Alert, Badge, Button, Group, Text, Title } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { useEffect, useRef } from "react";
import { isEmpty } from "../cart/cart.ts";
import { Card } from "../message.tsx";
import { Pad } from "../pad.tsx";
import classes from "../terminal.module.css";
import { useDevice } from "../use-device.tsx";
import { OperatorList } from "./operator-list.tsx";
import { type SigningIn, useSigningIn } from "./use-signing-in.ts";

/**
 * A name is tapped or a number typed, then the PIN; by touch or by keyboard. A locked terminal knows the operator already.
 */
export function SignInOperator() {
  const { t } = useI18n();
  const { state } = useDevice();
  const entry = useSigningIn();
  useKeys(entry);
  const { step } = entry;
  return (
    <Card>
      <div>
        <Title order={1} size="h2">
          {t(entry.isLocked ? "terminal.signIn.lockedTitle" : "terminal.signIn.title")}
        </Title>
        <Text c="dimmed">
          {state.settings === undefined
            ? t("terminal.signIn.noSettings")
            : `${state.settings.terminal.location.name} · ${state.settings.terminal.name}`}
        </Text>
      </div>
      {!isEmpty(state.cart) && (
        <Badge variant="light" size="lg" tt="none">
          {t("terminal.signIn.cartKept")}
        </Badge>
      )}
      {step === "names" ? (
        <OperatorList operators={state.operators} onChoose={entry.choose} />
      ) : (
        <Digits entry={entry} />
      )}
      <Group justify="space-between" gap={4}>
        <div className={classes.switches}>
          <LanguageSwitch />
        </div>
        <OtherWay entry={entry} />
      </Group>
    </Card>
  );
}

/** The number, or the PIN of the person who is chosen, with what went wrong before. */
function Digits({ entry }: { readonly entry: SigningIn }) {
  const { t } = useI18n();
  const { step, who, typed, isDisabled, message } = entry;
  const isPin = step === "pin";
  const label = isPin ? t("terminal.signIn.pinOf", { name: who }) : t("terminal.signIn.number");
  return (
    <>
      <div className={classes.entry} role="status" aria-label={label}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <div className={classes.digits} data-testid="digits">
          {isPin ? "●".repeat(typed.length) : typed}
          <span className={classes.caret} aria-hidden="true" />
        </div>
      </div>
      <div aria-live="assertive" className={classes.reason}>
        {message !== undefined && (
          <Alert color="red" variant="light" p="xs">
            {message}
          </Alert>
        )}
      </div>
      <Pad
        keys={["1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "enter"]}
        isDisabled={isDisabled}
        onPress={(key) => (key === "enter" ? entry.enter() : entry.press(key))}
        enterLabel={t(isPin ? "terminal.signIn.action" : "terminal.signIn.next")}
      />
    </>
  );
}

function OtherWay({ entry }: { readonly entry: SigningIn }) {
  const { t } = useI18n();
  const { step, isBusy, hasNames } = entry;
  if (step === "number" && !hasNames) return null;
  const [label, action] =
    step === "names"
      ? (["terminal.signIn.byNumber", entry.byNumber] as const)
      : ([step === "pin" ? "terminal.signIn.other" : "terminal.signIn.byName", entry.back] as const);
  // Another button gets no focus from the one before: Enter then goes on to the PIN.
  return (
    <Button key={label} variant="subtle" size="md" px="xs" className={classes.touch} onClick={action} disabled={isBusy}>
      {t(label)}
    </Button>
  );
}

/** Digits count wherever the focus is: there is no field here that could take them. */
function useKeys(entry: SigningIn): void {
  const latest = useRef(entry);
  latest.current = entry;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const isOnButton =
        event.target instanceof HTMLElement && event.target.closest("button,[role=radio],input") !== null;
      if (/^\d$/.test(event.key)) latest.current.press(event.key);
      else if (event.key === "Backspace") latest.current.press("back");
      else if (event.key === "Enter" && !isOnButton) latest.current.enter();
      else if (event.key === "Escape") latest.current.back();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
