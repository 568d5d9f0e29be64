import type { CustomerPaymentSlip } from "@pos/core/receipt/model.ts";
import { newId, now } from "@pos/web/clock.ts";
import { type LayawayFragment, RecordCustomerPaymentDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useState } from "react";
import type { MoneyMethod } from "../account/money-methods.tsx";
import { requestDocument } from "../api-client.ts";
import { madeAt, operatorOf } from "../device/receipt.ts";
import { useCounter } from "../use-device.tsx";

/** What is paid on a layaway, or all of it that is given back. */
export interface Deposit {
  readonly layaway: LayawayFragment;
  readonly method: MoneyMethod;
  readonly amount: number;
  readonly isGivenBack?: true;
}

type Sent = { readonly slip: CustomerPaymentSlip } | { readonly problem: string };

/** Sends one deposit. Its ids are made once: sent again after a lost answer, it is the same payment. */
export function useDeposit(): (deposit: Deposit) => Promise<Sent> {
  const { t, refusal } = useI18n();
  const { device, operator, settings } = useCounter("settings");
  const [made] = useState(() => ({ id: newId("cpy"), payment: newId("pay"), occurredAt: now() }));
  return async ({ layaway, method, amount, isGivenBack }) => {
    const { occurredAt } = made;
    const { id: quoteId, customerId, customer, number, total, deposited } = layaway;
    const payments = [{ id: made.payment, method, amount }];
    const input = { id: made.id, customerId: customerId ?? "", quoteId, occurredAt, payments };
    const variables = { input: isGivenBack ? { ...input, isGivenBack } : input };
    const answer = await requestDocument(device.client, RecordCustomerPaymentDocument, variables, operator.token);
    if ("failure" in answer) return { problem: t("layaway.offline") };
    const { userErrors } = answer.data.recordCustomerPayment;
    if (userErrors.length > 0) return { problem: userErrors.map(refusal).join(" ") };
    const after = deposited.amount + (isGivenBack ? -amount : amount);
    const deposit = { number, total: total.amount, deposited: after, ...(isGivenBack ? { isGivenBack } : {}) };
    const slip = {
      ...madeAt(settings, { occurredAt, ...operatorOf(operator) }),
      ...{ customerName: customer?.name ?? "", payments: [{ method, amount }], total: amount, changeDue: 0 },
      ...{ owed: total.amount - after, deposit },
    };
    return { slip };
  };
}
