"use client";

import { Button } from "@mantine/core";
import { toScaled } from "@pos/core/base/decimal.ts";
import { PERCENT_PLACES, percentOf } from "@pos/core/base/money.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { memo, useState } from "react";
import { useCounter } from "../use-device.tsx";
import type { Shortcuts } from "../use-shortcuts.ts";
import classes from "./pay.module.css";

/** The keys that choose nothing else while money is taken. */
const KEYS = ["F1"];

/** What the customer gives for the staff, by one touch or key, or as any amount. Before money has been taken. */
export const Tip = memo(function TipOfSale({
  total,
  tip,
  onTip,
}: {
  readonly total: number;
  readonly tip: number;
  readonly onTip: (amount: number) => void;
}) {
  const { t, format } = useI18n();
  const { currency, tipPercents = [] } = useCounter("settings").settings;
  const [typed, setTyped] = useState("");
  const money = (amount: number) => format.money({ amount, currency });
  const offered = tipPercents.map((percent) => ({ percent, amount: tipOf(total, percent) }));
  const type = (text: string) => {
    setTyped(text);
    const amount = text.trim() === "" ? 0 : typedScaled(text, { kind: "money", currency });
    if (amount !== undefined && amount >= 0) onTip(amount);
  };
  const choose = (amount: number) => {
    setTyped("");
    onTip(amount);
  };
  return (
    <fieldset className={classes.tip}>
      <legend>{tip === 0 ? t("tip.title") : t("tip.given", { amount: money(tip) })}</legend>
      <Button variant={tip === 0 ? "filled" : "default"} size="md" mih={44} onClick={() => choose(0)}>
        {t("tip.none")}
      </Button>
      {offered.map(({ percent, amount }, index) => (
        <Button
          key={percent}
          variant={tip === amount && tip !== 0 ? "filled" : "default"}
          size="md"
          mih={44}
          aria-pressed={tip === amount && tip !== 0}
          {...(KEYS[index] === undefined ? {} : { "aria-keyshortcuts": KEYS[index] })}
          onClick={() => choose(amount)}
        >
          {t("tip.percent", { percent: format.percent(Number(percent) / 100), amount: money(amount) })}
          {KEYS[index] !== undefined && <span className={classes.shortcut}>{KEYS[index]}</span>}
        </Button>
      ))}
      <NumberTextInput
        kind={{ kind: "money", currency }}
        aria-label={t("tip.other")}
        placeholder={t("tip.other")}
        size="md"
        w={140}
        value={typed}
        onChange={type}
      />
    </fieldset>
  );
});

/** What the keys give. */
export function tipKeys(total: number, percents: readonly string[], onTip: (amount: number) => void) {
  const keys = percents
    .slice(0, KEYS.length)
    .map((percent, index) => [KEYS[index], () => onTip(tipOf(total, percent))]);
  return Object.fromEntries(keys) as Shortcuts;
}

function tipOf(total: number, percent: string): number {
  return percentOf(total, toScaled(percent, PERCENT_PLACES) ?? 0);
}
