"use client";

import { Button, Modal, Stack, Text } from "@mantine/core";
import { dayAfter, localTime } from "@pos/core/base/time.ts";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { newId, now } from "@pos/web/clock.ts";
import { CreateLayawayDocument, type LayawayFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import type { MoneyWay } from "../account/money-way.ts";
import { PaymentResult } from "../account/payment-result.tsx";
import { requestDocument } from "../api-client.ts";
import { type Cart, customerOfCart, withCustomer } from "../cart/cart.ts";
import { ChooseCustomer } from "../cart/customer-dialog.tsx";
import type { Settled } from "../outbox/outbox.ts";
import type { PaymentRow } from "../outbox/row.ts";
import { quoteInput } from "../quotes/quote-cart.ts";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { DepositForm } from "./deposit-form.tsx";
import { useDeposit } from "./use-deposit.ts";

/** The customer of the cart pays a part of it now and collects it when all is paid. */
export function LayawayDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("layaway.action")}
      size="md"
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      <LayawaySteps onClose={onClose} />
    </Modal>
  );
}

function LayawaySteps({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { device, state } = useCounter("cart");
  const [settled, setSettled] = useState<Settled<PaymentRow> | undefined>(undefined);
  const sale = usePrice()?.sale;
  const { customer } = state.cart;
  if (settled !== undefined && settled.status !== "refused")
    return (
      <Stack gap="md">
        <PaymentResult settled={settled} />
        <Button size="lg" variant="default" onClick={onClose} data-autofocus>
          {t("common.close")}
        </Button>
      </Stack>
    );
  if (sale === undefined) return null;
  if (customer !== undefined)
    return (
      <Stack gap="md">
        {settled && <PaymentResult settled={settled} />}
        <FirstDeposit {...{ customer, sale }} onSettled={setSettled} />
      </Stack>
    );
  return (
    <Stack gap="md">
      <Text fw={600}>{t("layaway.chooseCustomer")}</Text>
      <ChooseCustomer
        hasCustomer={false}
        onChoose={(found) => {
          if (found !== undefined) device.changeCart(withCustomer(device.state().cart, customerOfCart(found)));
        }}
      />
    </Stack>
  );
}

/** Of the quote, until its first deposit: from then on it has no last day. */
const QUOTED_DAYS = 14;

function FirstDeposit({
  customer,
  sale,
  onSettled,
}: {
  readonly customer: NonNullable<Cart["customer"]>;
  readonly sale: PricedSale;
  readonly onSettled: (settled: Settled<PaymentRow> | undefined) => void;
}) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter("settings");
  const { currency } = settings;
  const money = (amount: number) => format.money({ amount, currency });
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const create = useCreate(sale);
  const deposit = useDeposit();
  const send = async (way: MoneyWay, amount: number) => {
    if (isBusy) return;
    setBusy(true);
    const layaway = await create();
    const isMade = !("problem" in layaway);
    setProblem(isMade ? undefined : layaway.problem);
    onSettled(isMade ? await deposit({ layaway, way, amount, cart: device.state().cart }) : undefined);
    setBusy(false);
  };
  const { total } = sale;
  return (
    <Stack gap="md">
      <Text fz={18} fw={600} className="figures">
        {t("layaway.customerIs", { name: customer.name, left: money(total), total: money(total) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t("layaway.explain")}
      </Text>
      <DepositForm left={total} {...{ problem, isBusy }} onSend={(way, amount) => void send(way, amount)} />
    </Stack>
  );
}

/** Quotes the cart for its customer. Sent again after a lost answer, it is the same quote. */
function useCreate(sale: PricedSale): () => Promise<LayawayFragment | { readonly problem: string }> {
  const { t, refusal } = useI18n();
  const { device, operator, settings } = useCounter("settings");
  const [made] = useState(() => {
    const today = localTime(now(), settings.terminal.location.timeZone).day;
    return { id: newId("quo"), validUntil: dayAfter(today, QUOTED_DAYS) };
  });
  return async () => {
    const input = quoteInput(device.state().cart, sale, made);
    const answer = await requestDocument(device.client, CreateLayawayDocument, { input }, operator.token);
    if ("failure" in answer) return { problem: t("layaway.offline") };
    const { quote, userErrors } = answer.data.createQuote;
    return quote ?? { problem: userErrors.map(refusal).join(" ") };
  };
}
