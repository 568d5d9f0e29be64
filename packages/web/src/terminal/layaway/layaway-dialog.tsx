"use client";

import { Modal, Stack, Text } from "@mantine/core";
import { dayAfter, localTime } from "@pos/core/base/time.ts";
import type { CustomerPaymentSlip } from "@pos/core/receipt/model.ts";
import type { PricedSale } from "@pos/core/selling/sale/rules.ts";
import { newId, now } from "@pos/web/clock.ts";
import { CreateLayawayDocument, type LayawayFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import type { MoneyMethod } from "../account/money-methods.tsx";
import { requestDocument } from "../api-client.ts";
import { type Cart, customerOfCart, withCustomer } from "../cart/cart.ts";
import { ChooseCustomer } from "../cart/customer-dialog.tsx";
import { quoteInput } from "../quotes/quote-cart.ts";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import { DepositForm } from "./deposit-form.tsx";
import { DepositTaken } from "./deposit-taken.tsx";
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
  const [slip, setSlip] = useState<CustomerPaymentSlip | undefined>(undefined);
  const sale = usePrice()?.sale;
  const { customer } = state.cart;
  if (slip !== undefined) return <DepositTaken slip={slip} onClose={onClose} />;
  if (sale === undefined) return null;
  if (customer !== undefined) return <FirstDeposit {...{ customer, sale }} onTaken={setSlip} />;
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
  onTaken,
}: {
  readonly customer: NonNullable<Cart["customer"]>;
  readonly sale: PricedSale;
  readonly onTaken: (slip: CustomerPaymentSlip) => void;
}) {
  const { t, format } = useI18n();
  const { device, settings } = useCounter("settings");
  const { currency } = settings;
  const money = (amount: number) => format.money({ amount, currency });
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const create = useCreate(sale);
  const deposit = useDeposit();
  const send = async (method: MoneyMethod, amount: number) => {
    if (isBusy) return;
    setBusy(true);
    const layaway = await create();
    const sent = "problem" in layaway ? layaway : await deposit({ layaway, method, amount });
    setBusy(false);
    if ("problem" in sent) return setProblem(sent.problem);
    device.clearSale();
    onTaken(sent.slip);
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
      <DepositForm left={total} {...{ problem, isBusy }} onSend={(method, amount) => void send(method, amount)} />
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
