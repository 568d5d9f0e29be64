"use client";

import { Alert, Button, Stack, Text } from "@mantine/core";
import {
  CancelLayawayDocument,
  type LayawayFragment,
  QuoteToSellDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { MoneyWays } from "../account/money-methods.tsx";
import { IN_CASH } from "../account/money-way.ts";
import { PaymentResult } from "../account/payment-result.tsx";
import { requestDocument } from "../api-client.ts";
import type { Settled } from "../outbox/outbox.ts";
import type { PaymentRow } from "../outbox/row.ts";
import { cartOfQuote } from "../quotes/quote-cart.ts";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { DepositForm } from "./deposit-form.tsx";
import { type Deposit, useDeposit } from "./use-deposit.ts";

interface OneLayawayProps {
  readonly layaway: LayawayFragment;
  readonly isFull: boolean;
  readonly onBack: () => void;
  /** It is in the cart. */
  readonly onClose: () => void;
}

interface Outcome {
  readonly settled: Settled<PaymentRow>;
  /** The deposit was given back, and the layaway could not be cancelled. */
  readonly problem: string | undefined;
}

type Step = "choice" | "pay" | "giveBack";

/** What is left to pay of a layaway: a part is paid, it is collected, or cancelled with what was deposited given back. */
export function OneLayaway({ layaway, isFull, onBack, onClose }: OneLayawayProps) {
  const { t, format } = useI18n();
  const [step, setStep] = useState<Step>("choice");
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const { number, customer, lines, open, total, state } = layaway;
  if (outcome !== undefined)
    return (
      <Stack gap="md">
        <PaymentResult settled={outcome.settled} />
        {outcome.problem !== undefined && <Alert color="red">{outcome.problem}</Alert>}
        <Button size="lg" variant="default" onClick={onBack} data-autofocus>
          {t("common.close")}
        </Button>
      </Stack>
    );
  const of = { name: customer?.name ?? "", left: format.money(open), total: format.money(total) };
  return (
    <Stack gap="md">
      <Button
        variant="subtle"
        color="gray"
        size="md"
        leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
        onClick={onBack}
      >
        {t("layaway.back")}
      </Button>
      <Text fz={18} fw={650}>
        {number}
      </Text>
      <Text className="figures">{t("layaway.customerIs", of)}</Text>
      <Text size="sm">{lines.map(({ description, quantity }) => `${quantity} × ${description}`).join(", ")}</Text>
      {state !== "OPEN" && <Alert color="orange">{t("layaway.over")}</Alert>}
      {step === "choice" && <Choice {...{ layaway, isFull, onClose }} onStep={setStep} />}
      {step === "pay" && <PartPayment layaway={layaway} onSettled={setOutcome} />}
      {step === "giveBack" && <GiveBack layaway={layaway} onSettled={setOutcome} />}
    </Stack>
  );
}

function Choice({
  layaway,
  isFull,
  onStep,
  onClose,
}: Omit<OneLayawayProps, "onBack"> & { readonly onStep: (step: Step) => void }) {
  const { t, format } = useI18n();
  const mayGiveBack = useTerminalPermission()("refund:create");
  const { collect, problem } = useCollect(onClose);
  const { id, open, deposited, state } = layaway;
  const isOpen = state === "OPEN";
  return (
    <Stack gap="sm">
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
      {isOpen && open.amount > 0 && (
        <Button size="lg" onClick={() => onStep("pay")}>
          {t("layaway.pay")}
        </Button>
      )}
      {isOpen && (
        <Button size="lg" variant="light" disabled={isFull} onClick={() => void collect(id)}>
          {t("layaway.collect")}
        </Button>
      )}
      {mayGiveBack && (
        <Button size="lg" variant="default" onClick={() => onStep("giveBack")}>
          {t("layaway.giveBack", { amount: format.money(deposited) })}
        </Button>
      )}
    </Stack>
  );
}

/** Into the cart, with what was deposited: what is left is paid as in any sale. */
function useCollect(onDone: () => void) {
  const { t } = useI18n();
  const { device, operator } = useCounter("operator");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const collect = async (id: string) => {
    const answer = await requestDocument(device.client, QuoteToSellDocument, { id }, operator.token);
    if ("failure" in answer) return setProblem(t("layaway.offline"));
    const { quote } = answer.data;
    if (quote?.state !== "OPEN") return setProblem(t("refusal.QUOTE_SOLD"));
    device.changeCart(cartOfQuote(quote, () => crypto.randomUUID()));
    onDone();
  };
  return { collect, problem };
}

interface TakingProps {
  readonly layaway: LayawayFragment;
  readonly onSettled: (outcome: Outcome) => void;
}

function PartPayment({ layaway, onSettled }: TakingProps) {
  const { send, isBusy } = useSend(onSettled);
  return (
    <DepositForm
      left={layaway.open.amount}
      isBusy={isBusy}
      onSend={(way, amount) => void send({ layaway, way, amount })}
    />
  );
}

function GiveBack({ layaway, onSettled }: TakingProps) {
  const { t, format } = useI18n();
  const [way, setWay] = useState(IN_CASH);
  const { send, isBusy } = useSend(onSettled);
  const { amount } = layaway.deposited;
  return (
    <Stack gap="md">
      <MoneyWays chosen={way} onChoose={setWay} />
      <Button size="xl" loading={isBusy} onClick={() => void send({ layaway, way, amount, isGivenBack: true })}>
        {t("layaway.giveBack", { amount: format.money(layaway.deposited) })}
      </Button>
    </Stack>
  );
}

/** Sends a deposit; with one that is given back the layaway is over. */
function useSend(onSettled: TakingProps["onSettled"]) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter("operator");
  const [isBusy, setBusy] = useState(false);
  const deposit = useDeposit();
  const cancel = async ({ id, state }: LayawayFragment): Promise<string | undefined> => {
    if (state !== "OPEN") return undefined;
    const input = { quoteId: id };
    const answer = await requestDocument(device.client, CancelLayawayDocument, { input }, operator.token);
    if ("failure" in answer) return t("layaway.offline");
    const { userErrors } = answer.data.cancelQuote;
    return userErrors.length === 0 ? undefined : userErrors.map(refusal).join(" ");
  };
  const send = async (wanted: Deposit) => {
    if (isBusy) return;
    setBusy(true);
    const settled = await deposit(wanted);
    const isOver = wanted.isGivenBack && settled?.status === "recorded";
    const problem = isOver ? await cancel(wanted.layaway) : undefined;
    setBusy(false);
    if (settled !== undefined) onSettled({ settled, problem });
  };
  return { send, isBusy };
}
