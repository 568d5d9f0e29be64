"use client";

import { Alert, Button, Stack } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useState } from "react";
import { MoneyWays } from "../account/money-methods.tsx";
import { IN_CASH, type MoneyWay } from "../account/money-way.ts";
import { useCounter } from "../use-device.tsx";

/** How much of what is left is paid now, and how. */
export function DepositForm({
  left,
  problem,
  isBusy,
  onSend,
}: {
  readonly left: number;
  readonly problem?: string | undefined;
  readonly isBusy: boolean;
  readonly onSend: (way: MoneyWay, amount: number) => void;
}) {
  const { t, format } = useI18n();
  const { currency } = useCounter("settings").settings;
  const [typed, setTyped] = useState("");
  const [way, setWay] = useState(IN_CASH);
  const amount = typed.trim() === "" ? undefined : typedScaled(typed, { kind: "money", currency });
  const isTooMuch = amount !== undefined && amount > left;
  const isWrong = amount === undefined || amount <= 0 || isTooMuch;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isWrong) onSend(way, amount);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <NumberTextInput
          kind={{ kind: "money", currency }}
          label={t("layaway.amount")}
          size="lg"
          data-autofocus
          error={isTooMuch && t("layaway.tooMuch", { amount: format.money({ amount: left, currency }) })}
          value={typed}
          onChange={setTyped}
        />
        <MoneyWays chosen={way} onChoose={setWay} />
        <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
        <Button type="submit" size="xl" loading={isBusy} disabled={isWrong}>
          {t("layaway.take")}
        </Button>
      </Stack>
    </form>
  );
}
