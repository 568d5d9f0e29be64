"use client";

import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { newId, now } from "@pos/web/clock.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { RecordPaymentOutcomeAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useRef, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { asked, byHand } from "../payment/by-hand.ts";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import type { UncertainPayment } from "./sold-sale.ts";

interface Props {
  readonly saleId: string;
  readonly payment: UncertainPayment;
  /** What became of it is recorded. */
  readonly onRecorded: () => void;
}

/** A payment of a sale that is not certain, and the acts by which it becomes known what became of it. */
export function PaymentOutcome({ saleId, payment, onRecorded }: Props) {
  const i18n = useI18n();
  const { t, format, code } = i18n;
  const isPermitted = useTerminalPermission();
  const [isVoiding, setVoiding] = useState(false);
  const { problem, isBusy, record } = useOutcome(saleId, payment, onRecorded);
  const { amount, state, ...of } = payment;
  return (
    <Alert color="orange" variant="light" title={t("outcome.uncertain")} data-testid="uncertain">
      <Stack gap="sm">
        <Text fw={600} className="figures">
          {t("outcome.stated", {
            what: `${methodName(i18n, of)} ${format.money(amount)}`,
            stated: code("paymentState", state),
          })}
        </Text>
        {problem !== undefined && <Text role="alert">{problem}</Text>}
        {isVoiding ? (
          <Reason
            isBusy={isBusy}
            onBack={() => setVoiding(false)}
            onGiven={(reason) => void record("cancel", reason)}
          />
        ) : (
          <Group gap="sm">
            {isPermitted("payment:confirm") && (
              <Button size="lg" variant="default" loading={isBusy} onClick={() => void record("lookUp")}>
                {t("outcome.captured")}
              </Button>
            )}
            {isPermitted("payment:void") && (
              <Button size="lg" variant="default" disabled={isBusy} onClick={() => setVoiding(true)}>
                {t("outcome.voided")}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

/** Why it did not go through: it is confirmed, because it is recorded once. */
function Reason({
  isBusy,
  onBack,
  onGiven,
}: {
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onGiven: (reason: string) => void;
}) {
  const { t } = useI18n();
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") onGiven(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t("outcome.voidedLead")}</Text>
        <TextInput
          label={t("refund.reason")}
          description={t("outcome.reasonHelp")}
          required
          size="md"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" size="lg" color="red.9" loading={isBusy} disabled={reason.trim() === ""}>
          {t("outcome.voided")}
        </Button>
        <Button variant="default" size="md" onClick={onBack}>
          {t("common.cancel")}
        </Button>
      </Stack>
    </form>
  );
}

/** Asks the provider, who is the operator, and records the answer. */
function useOutcome(saleId: string, { id: paymentId, method, amount }: UncertainPayment, onRecorded: () => void) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  // Made once for each act: sent again after a lost answer, it is the same outcome.
  const sent = useRef(new Map<string, { readonly id: string; readonly occurredAt: string }>());
  const recorded = async (act: "lookUp" | "cancel", reason: string | null): Promise<string | undefined> => {
    const payment = { id: paymentId, method, amount: amount.amount };
    const { state } = await asked(byHand({ state: "CAPTURED" }), act, payment);
    if (state !== "CAPTURED" && state !== "VOIDED") return t("outcome.stillOpen");
    const made = sent.current.get(act) ?? { id: newId("pyo"), occurredAt: now() };
    sent.current.set(act, made);
    const input = { ...made, saleId, paymentId, state, reason };
    const { client } = device;
    const answer = await requestDocument(client, RecordPaymentOutcomeAtTerminalDocument, { input }, operator.token);
    if ("failure" in answer) {
      const { code } = answer.failure;
      return code === "NETWORK" ? t("outcome.offline") : refusal({ code });
    }
    const [first] = answer.data.recordPaymentOutcome.userErrors;
    return first && refusal(first);
  };
  return {
    problem,
    isBusy,
    async record(act: "lookUp" | "cancel", reason: string | null = null) {
      setBusy(true);
      const found = await recorded(act, reason);
      setBusy(false);
      setProblem(found);
      if (found === undefined) onRecorded();
    },
  };
}
