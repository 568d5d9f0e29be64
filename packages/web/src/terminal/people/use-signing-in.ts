"use client";

import { countdown } from "@pos/web/components/countdown.ts";
import { useCountdown } from "@pos/web/components/use-countdown.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import type { Denied } from "../device/people.ts";
import type { ListedOperator } from "../outbox/store.ts";
import { useDevice } from "../use-device.tsx";
import { useDenied } from "./use-denied.ts";

const DIGITS_MAX = 12;
/** The server makes people wait after so many failures. */
const ATTEMPTS = 5;

type Step = "names" | "number" | "pin";

export interface SigningIn {
  readonly step: Step;
  /** The PIN of the person who locked the terminal, or left it alone, is asked for. */
  readonly isLocked: boolean;
  /** The name of the person whose PIN is asked for; the number where the name is unknown. */
  readonly who: string;
  readonly typed: string;
  readonly hasNames: boolean;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  /** Why the last attempt failed, or how long to wait for the next one. */
  readonly message: string | undefined;
  readonly press: (key: string) => void;
  readonly enter: () => void;
  readonly choose: (operator: ListedOperator) => void;
  readonly byNumber: () => void;
  /** To the names, or to the number where no names are known. */
  readonly back: () => void;
}

interface Entry {
  /** Absent: the list of names, or the number where no names are known. */
  readonly step?: Step;
  readonly number: string;
  readonly pin: string;
  readonly denied?: Denied | undefined;
  readonly failures: number;
}

const FRESH: Entry = { number: "", pin: "", failures: 0 };

export function useSigningIn(): SigningIn {
  const { device, state } = useDevice();
  const { operators } = state;
  const locked = state.operator;
  const [entry, setEntry] = useState<Entry>(
    locked === undefined ? FRESH : { ...FRESH, step: "pin", number: locked.number },
  );
  const [isBusy, setBusy] = useState(false);
  const [wait, startWait] = useCountdown();
  const hasNames = operators.length > 0;
  const { number, pin, denied, failures, step = hasNames ? "names" : "number" } = entry;
  const known = operators.find(({ operatorNumber }) => operatorNumber === number)?.name;
  const who = known ?? (locked?.number === number ? locked.name : undefined) ?? number;
  const isDisabled = isBusy || wait > 0;

  async function signIn() {
    setBusy(true);
    const refusal = await device.signIn(number, pin);
    setBusy(false);
    const isWrong = refusal?.code === "INVALID_CREDENTIALS";
    setEntry({ ...entry, pin: "", denied: refusal, failures: failures + (isWrong ? 1 : 0) });
    if (refusal?.retryAfterSeconds !== undefined) startWait(refusal.retryAfterSeconds);
  }
  return {
    isLocked: step === "pin" && locked?.number === number,
    ...{ step, who, hasNames, isBusy, isDisabled, typed: step === "pin" ? pin : number },
    message: useMessage({ wait, denied, left: Math.max(0, ATTEMPTS - failures), isByName: known !== undefined }),
    press(key) {
      if (isDisabled) return;
      const changed = (text: string) => (key === "back" ? text.slice(0, -1) : (text + key).slice(0, DIGITS_MAX));
      if (step === "pin") setEntry({ ...entry, pin: changed(pin), denied: undefined });
      else if (step === "number" || key !== "back")
        setEntry({ ...entry, step: "number", number: changed(number), denied: undefined });
    },
    enter() {
      if (isDisabled) return;
      if (step === "number" && number !== "") setEntry({ ...entry, step: "pin" });
      if (step === "pin" && pin !== "") void signIn();
    },
    choose: ({ operatorNumber }) => setEntry({ ...FRESH, step: "pin", number: operatorNumber }),
    byNumber: () => setEntry({ ...FRESH, step: "number" }),
    back: () => setEntry(FRESH),
  };
}

function useMessage({
  wait,
  denied,
  left,
  isByName,
}: {
  readonly wait: number;
  readonly denied: Denied | undefined;
  readonly left: number;
  readonly isByName: boolean;
}): string | undefined {
  const { t } = useI18n();
  const reason = useDenied()(denied);
  if (wait > 0) return t("signIn.wait", { time: countdown(wait) });
  if (denied?.code !== "INVALID_CREDENTIALS") return reason;
  return t(isByName ? "terminal.signIn.wrongPin" : "terminal.signIn.wrong", { count: left });
}
