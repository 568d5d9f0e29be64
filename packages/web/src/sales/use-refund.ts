import { present } from "@pos/core/base/result.ts";
import { newId, now } from "@pos/web/clock.ts";
import { type PaymentMethod, RefundSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { type Chosen, planAtDesk, refundInput, wayBack } from "./refund-input.ts";
import type { SaleDetail } from "./sale-detail.ts";

type Payment = SaleDetail["payments"][number];

/** A refund as a person fills it in, and what it comes to. */
export function useRefund(sale: SaleDetail) {
  const [result, send] = useMutation(RefundSaleDocument);
  // Made once: sent again after a lost answer, it is the same refund.
  const [id] = useState(() => newId("ref"));
  const [paymentIds] = useState(() => new Map(sale.payments.map((payment) => [payment.id, newId("pay")])));
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [writeOff, setWriteOff] = useState(false);
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState<ReadonlyMap<string, number> | undefined>(undefined);
  const [ways, setWays] = useState<ReadonlyMap<string, PaymentMethod>>(new Map());

  const plan = planAtDesk(sale, chosen);
  const total = plan.total + plan.rounding;
  const planned = new Map(plan.payments.map(({ paymentId, amount }) => [paymentId, amount]));
  const amountOf = ({ id: paymentId }: Payment) => (typed ?? planned).get(paymentId) ?? 0;
  const methodOf = ({ id: paymentId, method }: Payment) => ways.get(paymentId) ?? wayBack(method);
  const payments = sale.payments.map((payment) => ({
    id: present(paymentIds.get(payment.id), "the id of a payment back"),
    paymentId: payment.id,
    method: methodOf(payment),
    amount: amountOf(payment),
  }));
  return {
    ...{ chosen, writeOff, setWriteOff, reason, setReason, result, total, amountOf, methodOf },
    difference: total - payments.reduce((sum, { amount }) => sum + amount, 0),
    hasLines: [...chosen.values()].some((quantity) => quantity > 0),
    choose(next: Chosen) {
      setChosen(next);
      setTyped(undefined);
    },
    setAmount: (payment: Payment, amount: number) => setTyped(new Map(typed ?? planned).set(payment.id, amount)),
    setMethod: (payment: Payment, method: PaymentMethod) => setWays(new Map(ways).set(payment.id, method)),
    /** Whether the refund was recorded. */
    async submit(): Promise<boolean> {
      const input = refundInput(sale.id, { id, occurredAt: now(), chosen, writeOff, reason, payments });
      const { data } = await send({ input });
      return data !== undefined && data.refundSale.userErrors.length === 0;
    },
  };
}

export type RefundInHand = ReturnType<typeof useRefund>;
