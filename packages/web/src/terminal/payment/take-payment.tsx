"use client";

import { Button, Text, TextInput } from "@mantine/core";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { LIMITS } from "@pos/core/base/limits.ts";
import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, memo, useRef, useState } from "react";
import type { TakenPayment } from "../cart/cart.ts";
import { quickTenders, tenderProblem } from "../cart/tender.ts";
import { Pad } from "../pad.tsx";
import { digitsOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import classes from "./pay.module.css";

/** One payment: how much was handed over, or is taken by another device. Nothing typed means just what is due. */
export const TakePayment = memo(function TakePayment({
  method,
  due,
  onTake,
}: {
  readonly method: PaymentMethod;
  readonly due: number;
  readonly onTake: (payment: Omit<TakenPayment, "id">) => void;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency, cashStep } = settings;
  const digits = digitsOf(settings);
  const [typed, setTyped] = useState("");
  const [reference, setReference] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const isCash = method === "CASH";
  const amount = typed.trim() === "" ? due : typedScaled(typed, { kind: "money", currency });
  const money = (value: number) => format.money({ amount: value, currency });
  const problem = tenderProblem(amount, { isCash, due, cashStep });
  const isWrong = problem !== undefined;

  const take = (given: number) => {
    if (isCash) onTake({ method, amount: Math.min(given, due), tendered: given });
    else onTake({ method, amount: given, ...(reference.trim() === "" ? {} : { reference: reference.trim() }) });
  };
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
      {isCash && (
        <div className={classes.tenders}>
          <Button variant="default" size="lg" onClick={() => take(due)} className={classes.tender}>
            {t("terminal.pay.exact")}
          </Button>
          {quickTenders(due, currency, digits).map((tender) => (
            <Button key={tender} variant="default" size="lg" onClick={() => take(tender)} className={classes.tender}>
              <span className="figures">{money(tender)}</span>
            </Button>
          ))}
        </div>
      )}
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
          {!isCash && (
            <TextInput
              label={t("terminal.pay.reference")}
              description={t("terminal.pay.referenceHelp")}
              size="lg"
              autoComplete="off"
              maxLength={LIMITS.referenceCharactersMax}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
            />
          )}
          {isCash && (
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
