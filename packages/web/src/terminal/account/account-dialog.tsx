"use client";

import { Button, Modal, Stack, Text } from "@mantine/core";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { typedScaled } from "@pos/web/components/typed-number.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, memo, useState } from "react";
import { ChooseCustomer, type Named } from "../cart/customer-dialog.tsx";
import type { Settled } from "../outbox/outbox.ts";
import type { PaymentRow } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { MoneyWays } from "./money-methods.tsx";
import { IN_CASH, type MoneyWay } from "./money-way.ts";
import { newPayment } from "./new-payment.ts";
import { PaymentResult } from "./payment-result.tsx";

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
  const { t } = useI18n();
  const [settled, setSettled] = useState<Settled<PaymentRow> | undefined>(undefined);
  if (customer === undefined) return <ChooseCustomer hasCustomer={false} onChoose={setCustomer} />;
  const isRefused = settled?.status === "refused";
  return (
    <Stack gap="md">
      {settled && <PaymentResult settled={settled} />}
      {settled === undefined || isRefused ? (
        <TakeFromCustomer customer={customer} onSettled={setSettled} />
      ) : (
        <Button size="lg" variant="default" onClick={onClose} data-autofocus>
          {t("common.close")}
        </Button>
      )}
    </Stack>
  );
}

function TakeFromCustomer({
  customer,
  onSettled,
}: {
  readonly customer: Named;
  readonly onSettled: (settled: Settled<PaymentRow>) => void;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const { currency } = settings;
  const [typed, setTyped] = useState("");
  const { owed } = customer.account;
  const amount = typed.trim() === "" ? Math.max(0, owed.amount) : typedScaled(typed, { kind: "money", currency });
  const [way, setWay] = useState(IN_CASH);
  const { isBusy, send } = useTaking(customer, onSettled);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (amount !== undefined && amount > 0) void send(way, amount);
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
        <MoneyWays chosen={way} onChoose={setWay} />
        <Button type="submit" size="xl" loading={isBusy} disabled={amount === undefined || amount === 0}>
          {t("terminal.account.take")}
        </Button>
      </Stack>
    </form>
  );
}

/** Stores a payment and sends it: once, whatever is lost on the way. */
function useTaking(customer: Named, onSettled: (settled: Settled<PaymentRow>) => void) {
  const { device, operator, settings } = useCounter("settings");
  const [isBusy, setBusy] = useState(false);
  const send = async (way: MoneyWay, amount: number) => {
    if (isBusy) return;
    setBusy(true);
    const owed = customer.account.owed.amount - amount;
    const settled = await device.takePayment(newPayment({ customer, ...way, amount, owed }, operator, settings));
    setBusy(false);
    if (settled !== undefined) onSettled(settled);
  };
  return { isBusy, send };
}
