"use client";

import { Button, Text, TextInput } from "@mantine/core";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import { mayBeUncertain } from "@pos/core/selling/payment/model.ts";
import { newId } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, memo, useRef, useState } from "react";
import type { NewPayment } from "../cart/cart.ts";
import { quickTenders, tenderProblem } from "../cart/tender.ts";
import { Pad } from "../pad.tsx";
import { digitsOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { asked, byHand } from "./by-hand.ts";
import { CashBack } from "./cash-back.tsx";
import classes from "./pay.module.css";
import { type ShownState, ShownStateChoice } from "./shown-state.tsx";
import type { Way } from "./ways.ts";

/** One payment: how much was handed over, or is taken by another device. Nothing typed means just what is due. */
export const TakePayment = memo(function TakePayment({
  way,
  due,
  onTake,
}: {
  readonly way: Way;
  readonly due: number;
  readonly onTake: (payment: NewPayment) => void;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency, cashStep, cashBackMax = 0 } = settings;
  const { method, givesChange, asksReference } = way;
  const digits = digitsOf(settings);
  const [typed, setTyped] = useState("");
  const [reference, setReference] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const [cashBack, setCashBack] = useState(0);
  const [shown, setShown] = useState<ShownState>("CAPTURED");
  const isSure = shown === "CAPTURED";
  const isCash = method === "CASH";
  const amount = typed.trim() === "" ? due : typedScaled(typed, { kind: "money", currency });
  const money = (value: number) => format.money({ amount: value, currency });
  const problem = tenderProblem(amount, { isCash, givesChange: givesChange && isSure, due, cashStep });
  const isWrong = problem !== undefined || (asksReference && reference.trim() === "") || cashBack > cashBackMax;

  const take = (given: number) =>
    begin({ way, given, amount: Math.min(given, due), cashBack, reference: reference.trim(), shown }, onTake);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong && amount !== undefined) take(amount);
  };
  const press = (key: string) => {
    setTyped((text) => (key === "back" ? text.slice(0, -1) : (text + key).slice(0, 14)));
    field.current?.focus();
  };
  const change = (amount ?? due) - due;
  return (
    <form onSubmit={submit} className={classes.form}>
      {isCash && <Tenders due={due} onTake={take} />}
      <div className={classes.entry}>
        <div className={classes.fields}>
          <NumberTextInput
            kind={{ kind: "money", currency }}
            ref={field}
            label={t(isCash ? "terminal.pay.tendered" : "terminal.pay.amount")}
            size="lg"
            autoFocus
            placeholder={fixedDecimal(due, digits)}
            error={problem && t(`counter.pay.${problem}`, { step: money(cashStep), amount: money(due) })}
            value={typed}
            onChange={setTyped}
          />
          {!isCash && <Reference isNeeded={asksReference} value={reference} onChange={setReference} />}
          {mayBeUncertain(method) && <ShownStateChoice value={shown} onChange={setShown} />}
          {method === "CARD" && cashBackMax > 0 && isSure && (
            <CashBack currency={currency} max={cashBackMax} onChange={setCashBack} />
          )}
          {givesChange && isSure && (
            <Text fz={22} fw={650} className="figures" c={change !== 0 ? "var(--mantine-color-text)" : "dimmed"}>
              {t(change < 0 ? "terminal.pay.left" : "terminal.pay.change", { amount: money(Math.abs(change)) })}
            </Text>
          )}
          <Button
            type="submit"
            size="xl"
            disabled={isWrong}
            rightSection={<span className={classes.shortcut}>Enter</span>}
          >
            {t(amount !== undefined && amount >= due ? "terminal.pay.finish" : "terminal.pay.take")}
          </Button>
        </div>
        <div className={classes.padOf}>
          <Pad
            keys={["1", "2", "3", "4", "5", "6", "7", "8", "9", digits > 0 ? "." : "00", "0", "back"]}
            onPress={press}
          />
        </div>
      </div>
    </form>
  );
});

interface Begun {
  readonly way: Way;
  readonly given: number;
  readonly amount: number;
  readonly cashBack: number;
  readonly reference: string;
  readonly shown: ShownState;
}

/** What another party takes is asked of it first; the operator states what its device shows. */
function begin(
  { way: { method, methodId, givesChange }, given, amount, cashBack, reference, shown }: Begun,
  onTake: (payment: NewPayment) => void,
): void {
  const payment = { id: newId("pay"), method, amount };
  const named = {
    ...payment,
    ...(methodId === undefined ? {} : { methodId }),
    ...(reference === "" ? {} : { reference }),
  };
  const handed = { ...(givesChange ? { tendered: given } : {}), ...(cashBack === 0 ? {} : { cashBack }) };
  if (!mayBeUncertain(method)) {
    onTake({ ...named, ...handed });
    return;
  }
  void asked(byHand({ state: shown }), "start", payment).then(({ state, ...answer }) => {
    // What did not go through pays nothing, and no cash is handed out for what is uncertain.
    if (state === "CAPTURED") onTake({ ...named, ...handed, ...answer });
    else if (state !== "VOIDED") onTake({ ...named, ...answer, state });
  });
}

/** What is likely to be handed over, each with one touch. */
function Tenders({ due, onTake }: { readonly due: number; readonly onTake: (given: number) => void }) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  return (
    <div className={classes.tenders}>
      <Button variant="default" size="lg" onClick={() => onTake(due)} className={classes.tender}>
        {t("terminal.pay.exact")}
      </Button>
      {quickTenders(due, currency, digitsOf(settings)).map((tender) => (
        <Button key={tender} variant="default" size="lg" onClick={() => onTake(tender)} className={classes.tender}>
          <span className="figures">{format.money({ amount: tender, currency })}</span>
        </Button>
      ))}
    </div>
  );
}

function Reference({
  isNeeded,
  value,
  onChange,
}: {
  readonly isNeeded: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useI18n();
  return (
    <TextInput
      label={t("terminal.pay.reference")}
      description={t(isNeeded ? "pay.referenceNeeded" : "terminal.pay.referenceHelp")}
      required={isNeeded}
      size="lg"
      autoComplete="off"
      maxLength={LIMITS.referenceCharactersMax}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
