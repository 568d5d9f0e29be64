"use client";

import { Button, Group, Stack, Text } from "@mantine/core";
import { fixedDecimal } from "@pos/core/base/decimal.ts";
import type { ValueAccount } from "@pos/core/selling/stored-value/model.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useState } from "react";
import type { TakenPayment } from "../cart/cart.ts";
import { tenderProblem } from "../cart/tender.ts";
import { digitsOf } from "../settings.ts";
import { useCounter, useDeviceValue } from "../use-device.tsx";
import { CodeField } from "./code-field.tsx";
import { useCard } from "./use-card.ts";

interface Taking {
  readonly due: number;
  readonly onTake: (payment: Omit<TakenPayment, "id">) => void;
}

/** In place of the id of a card that the server has not named yet. */
const UNSEEN = "gft_";

/** A gift card is looked up first: what it holds is seen before it pays, all of what is due or a part. */
export function PayByCard({ due, onTake }: Taking) {
  const { t } = useI18n();
  const { typed, setTyped, problem, isAsking, card, find } = useCard();
  if (card !== undefined) {
    const { code, lastFour } = card;
    const isSeen = "balance" in card;
    const account = { id: isSeen ? card.id : UNSEEN, lastFour };
    const balance = isSeen ? card.balance : card.most;
    const take = (amount: number) =>
      onTake({
        ...{ method: "GIFT_CARD", amount, account, cardCode: code },
        ...(isSeen ? { balance: balance - amount } : {}),
      });
    return <TakeValue account={account} balance={balance} due={due} onTake={take} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void find();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={14}>
        <CodeField
          isFirst
          value={typed}
          error={problem}
          help={t("giftCards.codeHelp")}
          onChange={setTyped}
          onScan={(code) => void find(code)}
        />
        <Button type="submit" size="xl" loading={isAsking} disabled={typed.trim() === ""}>
          {t("giftCards.find")}
        </Button>
      </Stack>
    </form>
  );
}

/** The store credit of the cart's customer. */
export function TakeCredit({ balance, due, onTake }: Taking & { readonly balance: number }) {
  const id = useDeviceValue(({ cart }) => cart.customer?.id ?? "");
  const take = (amount: number) =>
    onTake({ method: "STORE_CREDIT", amount, account: { id }, balance: balance - amount });
  return <TakeValue account={{ id }} balance={balance} due={due} onTake={take} />;
}

/** What an account of stored value pays of what is due: nothing typed means as much as it can. */
function TakeValue({
  account,
  balance,
  due,
  onTake,
}: {
  readonly account: ValueAccount;
  readonly balance: number;
  readonly due: number;
  readonly onTake: (amount: number) => void;
}) {
  const { t, format, code } = useI18n();
  const { settings } = useCounter("settings");
  const { currency, cashStep } = settings;
  const [typed, setTyped] = useState("");
  const most = Math.max(0, Math.min(due, balance));
  const amount = typed.trim() === "" ? most : typedScaled(typed, { kind: "money", currency });
  const money = (value: number) => format.money({ amount: value, currency });
  const problem = tenderProblem(amount, { isCash: false, due: most, cashStep });
  const isWrong = problem !== undefined || amount === undefined || amount === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) onTake(amount);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={14}>
        <Group justify="space-between" gap="xs" role="status" data-testid="balance">
          <Text fw={550}>
            {account.lastFour === undefined
              ? code("method", "STORE_CREDIT")
              : t("giftCards.ending", { lastFour: account.lastFour })}
          </Text>
          <Text fz={22} fw={650} className="figures">
            {t(account.id === UNSEEN ? "giftCards.offlineUpTo" : "giftCards.balanceIs", { amount: money(balance) })}
          </Text>
        </Group>
        {balance > 0 && (
          <NumberTextInput
            kind={{ kind: "money", currency }}
            label={t("terminal.pay.amount")}
            size="lg"
            autoFocus
            placeholder={fixedDecimal(most, digitsOf(settings))}
            error={problem && t(`counter.pay.${problem}`, { step: money(cashStep), amount: money(most) })}
            value={typed}
            onChange={setTyped}
          />
        )}
        <Button type="submit" size="xl" disabled={isWrong}>
          {t(amount !== undefined && amount >= due ? "terminal.pay.finish" : "terminal.pay.take")}
        </Button>
      </Stack>
    </form>
  );
}
