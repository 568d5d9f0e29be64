"use client";

import { Alert, Button, Modal, Stack, Text } from "@mantine/core";
import { customerPaymentDocument } from "@pos/core/receipt/document.ts";
import type { CustomerPaymentSlip } from "@pos/core/receipt/model.ts";
import { newId, now } from "@pos/web/clock.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { RecordCustomerPaymentDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PrintButton } from "@pos/web/receipt/print-button.tsx";
import { IconCheck } from "@tabler/icons-react";
import { type FormEvent, memo, useMemo, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { ChooseCustomer, type Named } from "../cart/customer-dialog.tsx";
import { madeAt, operatorOf } from "../device/receipt.ts";
import { papersOf } from "../settings.ts";
import { useCounter } from "../use-device.tsx";
import { type MoneyMethod, MoneyMethods } from "./money-methods.tsx";

/** A customer pays at the counter for what was bought on account: who, how much, and a paper of it. */
export const AccountDialog = memo(function DialogOfAccount({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("terminal.account.title")}
      size="md"
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen && <AccountSteps onClose={onClose} />}
    </Modal>
  );
});

function AccountSteps({ onClose }: { readonly onClose: () => void }) {
  const [customer, setCustomer] = useState<Named | undefined>(undefined);
  const [slip, setSlip] = useState<CustomerPaymentSlip | undefined>(undefined);
  if (slip !== undefined) return <Received slip={slip} onClose={onClose} />;
  if (customer === undefined) return <ChooseCustomer hasCustomer={false} onChoose={setCustomer} />;
  return <TakeFromCustomer customer={customer} onTaken={setSlip} />;
}

function TakeFromCustomer({
  customer,
  onTaken,
}: {
  readonly customer: Named;
  readonly onTaken: (slip: CustomerPaymentSlip) => void;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  const [typed, setTyped] = useState("");
  const { owed } = customer.account;
  const amount = typed.trim() === "" ? Math.max(0, owed.amount) : typedScaled(typed, { kind: "money", currency });
  const [method, setMethod] = useState<MoneyMethod>("CASH");
  const { problem, isBusy, send } = useTaking(customer, onTaken);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount !== undefined && amount > 0) void send(method, amount);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text fz={18} fw={600}>
          {t("terminal.account.owes", { name: customer.name, amount: format.money(owed) })}
        </Text>
        <NumberTextInput
          kind={{ kind: "money", currency }}
          label={t("terminal.account.amount")}
          size="lg"
          data-autofocus
          placeholder={format.money({ amount: Math.max(0, owed.amount), currency })}
          value={typed}
          onChange={setTyped}
        />
        <MoneyMethods chosen={method} onChoose={setMethod} />
        <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
        <Button type="submit" size="xl" loading={isBusy} disabled={amount === undefined || amount === 0}>
          {t("terminal.account.take")}
        </Button>
      </Stack>
    </form>
  );
}

/** Sends a payment. Its ids are made once: sent again after a lost answer, it is the same payment. */
function useTaking(customer: Named, onTaken: (slip: CustomerPaymentSlip) => void) {
  const { t, refusal } = useI18n();
  const { device, operator, settings } = useCounter("settings");
  const [made] = useState(() => ({ id: newId("cpy"), payment: newId("pay"), occurredAt: now() }));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const send = async (method: MoneyMethod, amount: number) => {
    if (isBusy) return;
    setBusy(true);
    const { occurredAt } = made;
    const payments = [{ id: made.payment, method, amount }];
    const input = { id: made.id, customerId: customer.id, occurredAt, payments };
    const answer = await requestDocument(device.client, RecordCustomerPaymentDocument, { input }, operator.token);
    setBusy(false);
    if ("failure" in answer) return setProblem(t("terminal.account.offline"));
    const { userErrors } = answer.data.recordCustomerPayment;
    if (userErrors.length > 0) return setProblem(userErrors.map(refusal).join(" "));
    onTaken({
      ...madeAt(settings, { occurredAt, ...operatorOf(operator) }),
      ...{ customerName: customer.name, payments: [{ method, amount }], total: amount, changeDue: 0 },
      owed: customer.account.owed.amount - amount,
    });
  };
  return { problem, isBusy, send };
}

function Received({ slip, onClose }: { readonly slip: CustomerPaymentSlip; readonly onClose: () => void }) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  const document = useMemo(() => {
    const { shop, writing } = papersOf(settings);
    return customerPaymentDocument(slip, shop, writing);
  }, [slip, settings]);
  const money = (amount: number) => format.money({ amount, currency });
  return (
    <Stack gap="md">
      <Alert color="pine" role="status" icon={<IconCheck aria-hidden="true" />}>
        <Text fw={650} className="figures">
          {t("terminal.account.done", { name: slip.customerName, amount: money(slip.total) })}
        </Text>
        <Text className="figures">{t("terminal.account.left", { amount: money(slip.owed) })}</Text>
      </Alert>
      <PrintButton document={document} label={t("terminal.account.print")} size="xl" fullWidth />
      <Button size="lg" variant="default" onClick={onClose} data-autofocus>
        {t("common.close")}
      </Button>
    </Stack>
  );
}
