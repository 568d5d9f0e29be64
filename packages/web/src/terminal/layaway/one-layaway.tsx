"use client";

import { Alert, Button, Stack, Text } from "@mantine/core";
import type { CustomerPaymentSlip } from "@pos/core/receipt/model.ts";
import {
  CancelLayawayDocument,
  type LayawayFragment,
  QuoteToSellDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { type MoneyMethod, MoneyMethods } from "../account/money-methods.tsx";
import { requestDocument } from "../api-client.ts";
import { cartOfQuote } from "../quotes/quote-cart.ts";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import { DepositForm } from "./deposit-form.tsx";
import { DepositTaken } from "./deposit-taken.tsx";
import { type Deposit, useDeposit } from "./use-deposit.ts";

interface OneLayawayProps {
  readonly layaway: LayawayFragment;
  readonly isFull: boolean;
  readonly onBack: () => void;
  /** It is in the cart. */
  readonly onClose: () => void;
}

type Step = "choice" | "pay" | "giveBack";

/** What is left to pay of a layaway: a part is paid, it is collected, or cancelled with what was deposited given back. */
export function OneLayaway({ layaway, isFull, onBack, onClose }: OneLayawayProps) {
  const { t, format } = useI18n();
  const [step, setStep] = useState<Step>("choice");
  const [slip, setSlip] = useState<CustomerPaymentSlip | undefined>(undefined);
  const { number, customer, lines, open, total, state } = layaway;
  if (slip !== undefined) return <DepositTaken slip={slip} onClose={onBack} />;
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
      {step === "pay" && <PartPayment layaway={layaway} onTaken={setSlip} />}
      {step === "giveBack" && <GiveBack layaway={layaway} onTaken={setSlip} />}
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
  readonly onTaken: (slip: CustomerPaymentSlip) => void;
}

function PartPayment({ layaway, onTaken }: TakingProps) {
  const { send, problem, isBusy } = useSend(onTaken);
  return (
    <DepositForm
      left={layaway.open.amount}
      {...{ problem, isBusy }}
      onSend={(method, amount) => void send({ layaway, method, amount })}
    />
  );
}

function GiveBack({ layaway, onTaken }: TakingProps) {
  const { t, format } = useI18n();
  const [method, setMethod] = useState<MoneyMethod>("CASH");
  const { send, problem, isBusy } = useSend(onTaken);
  const { amount } = layaway.deposited;
  return (
    <Stack gap="md">
      <MoneyMethods chosen={method} onChoose={setMethod} />
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
      <Button size="xl" loading={isBusy} onClick={() => void send({ layaway, method, amount, isGivenBack: true })}>
        {t("layaway.giveBack", { amount: format.money(layaway.deposited) })}
      </Button>
    </Stack>
  );
}

/** Sends a deposit; with one that is given back the layaway is over. Both can be sent again after a lost answer. */
function useSend(onTaken: TakingProps["onTaken"]) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter("operator");
  const [problem, setProblem] = useState<string | undefined>(undefined);
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
    const sent = await deposit(wanted);
    const failed = "problem" in sent ? sent.problem : wanted.isGivenBack && (await cancel(wanted.layaway));
    setBusy(false);
    setProblem(failed || undefined);
    if (!failed && "slip" in sent) onTaken(sent.slip);
  };
  return { send, problem, isBusy };
}
