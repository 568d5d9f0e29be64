"use client";

import { Alert, Badge, Button, Group, Text, Title } from "@mantine/core";
import { useCountdown } from "@pos/web/components/use-countdown.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { useEffect, useRef, useState } from "react";
import { isEmpty } from "../cart/cart.ts";
import type { Denied } from "../device/people.ts";
import { Card } from "../message.tsx";
import { Pad } from "../pad.tsx";
import classes from "../terminal.module.css";
import { useDevice } from "../use-device.tsx";
import { useDenied } from "./use-denied.ts";

const DIGITS_MAX = 12;
/** The server makes people wait after so many failures. */
const ATTEMPTS = 5;

/** An operator's number, then the PIN; by touch or by keyboard. A locked terminal knows the number already. */
export function SignInOperator() {
  const { t } = useI18n();
  const { device, state } = useDevice();
  const locked = state.operator?.number;
  const [number, setNumber] = useState(locked ?? "");
  const [isPin, setIsPin] = useState(locked !== undefined);
  const [pin, setPin] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [denied, setDenied] = useState<Denied | undefined>(undefined);
  const [failures, setFailures] = useState(0);
  const [wait, startWait] = useCountdown();
  const reason = useDenied()(denied);
  const typed = isPin ? pin : number;
  const isDisabled = isBusy || wait > 0;

  const enter = async () => {
    if (typed === "" || isDisabled) return;
    if (!isPin) return setIsPin(true);
    setBusy(true);
    const refusal = await device.signIn(number, pin);
    setBusy(false);
    setPin("");
    setDenied(refusal);
    if (refusal?.code === "INVALID_CREDENTIALS") setFailures((count) => count + 1);
    if (refusal?.retryAfterSeconds !== undefined) startWait(refusal.retryAfterSeconds);
  };
  const press = (key: string) => {
    if (isDisabled) return;
    const change = (text: string) => (key === "back" ? text.slice(0, -1) : (text + key).slice(0, DIGITS_MAX));
    if (isPin) setPin(change);
    else setNumber(change);
    setDenied(undefined);
  };
  const back = () => {
    setPin("");
    setNumber("");
    setIsPin(false);
    setDenied(undefined);
  };
  useKeys({ press, enter: () => void enter(), back });

  return (
    <Card>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={1} size="h2">
            {t(locked === undefined ? "terminal.signIn.title" : "terminal.signIn.lockedTitle")}
          </Title>
          <Text c="dimmed">
            {state.settings === undefined
              ? t("terminal.signIn.noSettings")
              : `${state.settings.terminal.location.name} · ${state.settings.terminal.name}`}
          </Text>
        </div>
      </Group>
      {!isEmpty(state.cart) && (
        <Badge variant="light" size="lg" tt="none">
          {t("terminal.signIn.cartKept")}
        </Badge>
      )}
      <div
        className={classes.entry}
        role="status"
        aria-label={t(isPin ? "terminal.signIn.pin" : "terminal.signIn.number")}
      >
        <Text size="sm" c="dimmed">
          {isPin ? t("terminal.signIn.pinOf", { number }) : t("terminal.signIn.number")}
        </Text>
        <div className={classes.digits} data-testid="digits">
          {isPin ? "●".repeat(pin.length) : number}
          <span className={classes.caret} aria-hidden="true" />
        </div>
      </div>
      <div aria-live="assertive" className={classes.reason}>
        {wait > 0 ? (
          <Alert color="red" variant="light" p="xs">
            {t("signIn.wait", { count: wait })}
          </Alert>
        ) : (
          reason !== undefined && (
            <Alert color="red" variant="light" p="xs">
              {reason}
              {denied?.code === "INVALID_CREDENTIALS" &&
                ` ${t("terminal.signIn.attempt", { count: Math.min(failures, ATTEMPTS), max: ATTEMPTS })}`}
            </Alert>
          )
        )}
      </div>
      <Pad
        keys={["1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "enter"]}
        isDisabled={isDisabled}
        onPress={(key) => (key === "enter" ? void enter() : press(key))}
        enterLabel={t(isPin ? "terminal.signIn.action" : "terminal.signIn.next")}
      />
      <Group justify="space-between" gap={4}>
        <LanguageSwitch />
        <Button variant="subtle" size="md" px="xs" onClick={back} disabled={!isPin || isBusy}>
          {t("terminal.signIn.other")}
        </Button>
      </Group>
    </Card>
  );
}

interface Keys {
  readonly press: (key: string) => void;
  readonly enter: () => void;
  readonly back: () => void;
}

/** Digits count wherever the focus is: there is no field here that could take them. */
function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
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
