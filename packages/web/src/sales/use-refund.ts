import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { present } from "@pos/core/base/result.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { newId, now } from "@pos/web/clock.ts";
import { QUANTITY, readNumber, typedScaled } from "@pos/web/components/typed-number.ts";
import { type PaymentMethod, RefundSaleDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { type Chosen, planAtDesk, refundInput, wayBack } from "./refund-input.ts";
import type { SaleDetail } from "./sale-detail.ts";

/** As they are typed. */
type Texts<K> = ReadonlyMap<K, string>;

type Payment = SaleDetail["payments"][number];

/** A refund as a person fills it in, and what it comes to. */
export function useRefund(sale: SaleDetail) {
  const [result, send] = useMutation(RefundSaleDocument);
  // Made once: sent again after a lost answer, it is the same refund.
  const [id] = useState(() => newId("ref"));
  const [paymentIds] = useState(() => new Map(sale.payments.map((payment) => [payment.id, newId("pay")])));
  const [quantities, setQuantities] = useState<Texts<number>>(new Map());
  const [writeOff, setWriteOff] = useState(false);
  const [reason, setReason] = useState("");
  const [amounts, setAmounts] = useState<Texts<string> | undefined>(undefined);
  const [ways, setWays] = useState<ReadonlyMap<string, PaymentMethod>>(new Map());

  const { currency } = sale.total;
  const left = new Map(refundableLines(sale).map((line) => [line.line, line.left]));
  const chosen: Chosen = new Map([...quantities].map(([line, text]) => [line, typedScaled(text, QUANTITY) ?? 0]));
  const isTooMany = (line: number) => (chosen.get(line) ?? 0) > (left.get(line) ?? 0);
  const plan = planAtDesk(sale, chosen);
  const total = plan.total + plan.rounding;
  const planned = new Map(plan.payments.map(({ paymentId, amount }) => [paymentId, amount]));
  const plannedText = (paymentId: string) => fixedDecimal(planned.get(paymentId) ?? 0, minorDigits(currency));
  const textOf = ({ id: paymentId }: Payment) => amounts?.get(paymentId) ?? plannedText(paymentId);
  const amountOf = (payment: Payment) => typedScaled(textOf(payment), { kind: "money", currency });
  const methodOf = ({ id: paymentId, method }: Payment) => ways.get(paymentId) ?? wayBack(method);
  const payments = sale.payments.map((payment) => ({
    id: present(paymentIds.get(payment.id), "the id of a payment back"),
    paymentId: payment.id,
    method: methodOf(payment),
    amount: amountOf(payment) ?? 0,
  }));
  return {
    ...{ chosen, writeOff, setWriteOff, reason, setReason, result, total, textOf, methodOf, isTooMany },
    /** A number that is not understood, or more than is left. */
    isWrong:
      [...quantities].some(
        ([line, text]) => isTooMany(line) || (text.trim() !== "" && !readNumber(text, QUANTITY).ok),
      ) || sale.payments.some((payment) => amountOf(payment) === undefined),
    quantityText: (line: number) => quantities.get(line) ?? "",
    difference: total - payments.reduce((sum, { amount }) => sum + amount, 0),
    hasLines: [...chosen.values()].some((quantity) => quantity > 0),
    setQuantity(line: number, text: string) {
      setQuantities(new Map(quantities).set(line, text));
      setAmounts(undefined);
    },
    chooseAll() {
      setQuantities(new Map([...left].map(([line, quantity]) => [line, formatQuantity(quantity)])));
      setAmounts(undefined);
    },
    setAmount: (payment: Payment, text: string) =>
      setAmounts(new Map(sale.payments.map((each) => [each.id, textOf(each)])).set(payment.id, text)),
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
