"use client";

import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId, now } from "@pos/web/clock.ts";
import { methodName } from "@pos/web/components/method-name.ts";
import { SubmitDialog } from "@pos/web/components/submit-dialog.tsx";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import { RecordPaymentOutcomeDocument } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission } from "@pos/web/session/session.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import type { SaleDetail } from "./sale-detail.ts";

type Payment = SaleDetail["payments"][number];
type Outcome = "CAPTURED" | "VOIDED";

interface Asked {
  readonly payment: Payment;
  readonly state: Outcome;
}

/** Payments that are not certain, or were not: what is known of each, and the acts by which it becomes known. */
export function PaymentStates({ sale }: { readonly sale: SaleDetail }) {
  const i18n = useI18n();
  const { t, code } = i18n;
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const isUncertain = sale.payments.some(({ state }) => state === "PENDING" || state === "UNKNOWN");
  const shown = sale.payments.filter((payment) => payment.state !== "CAPTURED" || outcomeOf(sale, payment));
  return (
    <Alert
      color={isUncertain ? "orange" : "gray"}
      variant="light"
      mb="md"
      title={t(isUncertain ? "outcome.uncertain" : "outcome.title")}
      className="screen-only"
    >
      <Stack gap="sm">
        {shown.map((payment) => (
          <div key={payment.id}>
            <Text fw={600} className="figures">
              {t("outcome.stated", { what: nameOf(payment, i18n), stated: code("paymentState", payment.state) })}
            </Text>
            <Found sale={sale} payment={payment} />
            <Acts payment={payment} onAsk={(state) => setAsked({ payment, state })} />
          </div>
        ))}
      </Stack>
      {asked && <OutcomeDialog sale={sale} asked={asked} onClose={() => setAsked(undefined)} />}
    </Alert>
  );
}

function outcomeOf({ paymentOutcomes }: SaleDetail, { id }: Payment) {
  return paymentOutcomes.find(({ paymentId }) => paymentId === id);
}

function nameOf({ amount, ...payment }: Payment, i18n: I18n): string {
  return `${methodName(i18n, payment)} ${i18n.format.money(amount)}`;
}

/** Who found out, when and why. */
function Found({ sale, payment }: { readonly sale: SaleDetail; readonly payment: Payment }) {
  const { t, format } = useI18n();
  const outcome = outcomeOf(sale, payment);
  if (outcome === undefined) return null;
  const { recordedAt, operator, reason } = outcome;
  const date = format.dateTime(recordedAt, sale.location.timeZone);
  const found = operator === null ? date : t("outcome.foundBy", { date, name: operator.name });
  return <Text size="sm">{reason === null ? found : t("outcome.stated", { what: found, stated: reason })}</Text>;
}

function Acts({ payment, onAsk }: { readonly payment: Payment; readonly onAsk: (state: Outcome) => void }) {
  const { t } = useI18n();
  const isPermitted = usePermission();
  if (payment.state !== "PENDING" && payment.state !== "UNKNOWN") return null;
  return (
    <Group gap="sm" mt={4}>
      {isPermitted("payment:confirm") && (
        <Button variant="default" mih={44} onClick={() => onAsk("CAPTURED")}>
          {t("outcome.captured")}
        </Button>
      )}
      {isPermitted("payment:void") && (
        <Button variant="default" mih={44} onClick={() => onAsk("VOIDED")}>
          {t("outcome.voided")}
        </Button>
      )}
    </Group>
  );
}

/** It is recorded once: a person confirms it, and states why a payment did not go through. */
function OutcomeDialog({
  sale,
  asked: { payment, state },
  onClose,
}: {
  readonly sale: SaleDetail;
  readonly asked: Asked;
  readonly onClose: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [, send] = useMutation(RecordPaymentOutcomeDocument);
  // Made once: sent again after a lost answer, it is the same outcome.
  const [made] = useState(() => ({ id: newId("pyo"), occurredAt: now() }));
  const isLost = state === "VOIDED";
  const { form, field } = useSubmitForm({
    initialValues: { reason: "" },
    check: ({ reason }) => ({ reason: isLost && reason.trim() === "" ? t("outcome.reasonMissing") : undefined }),
    send: ({ reason }) => {
      const of = { ...made, saleId: sale.id, paymentId: payment.id };
      return send({ input: { ...of, state, reason: reason.trim() === "" ? null : reason.trim() } });
    },
    onSaved() {
      notifications.show({ message: t("outcome.done"), color: "pine" });
      onClose();
    },
  });
  return (
    <SubmitDialog
      form={form}
      title={nameOf(payment, i18n)}
      onClose={onClose}
      action={t(isLost ? "outcome.voided" : "outcome.captured")}
      {...(isLost ? { actionColor: "red.9" } : {})}
    >
      <Text size="sm">{t(isLost ? "outcome.voidedLead" : "outcome.capturedLead")}</Text>
      <Textarea
        label={t("refund.reason")}
        description={t("outcome.reasonHelp")}
        required={isLost}
        autosize
        maxLength={500}
        data-autofocus
        {...field("reason")}
      />
    </SubmitDialog>
  );
}
