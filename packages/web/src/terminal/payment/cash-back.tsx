"use client";

import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";

/** Cash that is handed out with a payment by card, and charged to it. */
export function CashBack({
  currency,
  max,
  onChange,
}: {
  readonly currency: string;
  readonly max: number;
  /** More than the most, while what is typed is none. */
  readonly onChange: (amount: number) => void;
}) {
  const { t, format } = useI18n();
  const [typed, setTyped] = useState("");
  const amountOf = (text: string) => (text.trim() === "" ? 0 : typedScaled(text, { kind: "money", currency }));
  const amount = amountOf(typed);
  const limit = format.money({ amount: max, currency });
  return (
    <NumberTextInput
      kind={{ kind: "money", currency }}
      label={t("pay.cashBack")}
      description={t("pay.cashBackHelp")}
      size="lg"
      error={amount !== undefined && amount > max && t("pay.cashBackMax", { amount: limit })}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(amountOf(text) ?? max + 1);
      }}
    />
  );
}
