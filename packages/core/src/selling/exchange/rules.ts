import type { MinorUnits } from "../../base/money.ts";
import { cameBy, cameFrom, derivedPaymentId, ownMethodOf, type Payment, type Source } from "../payment/model.ts";
import type { RefundLineInput, RefundPaymentInput } from "../refund/model.ts";
import { isCaptured } from "../refund/outcome.ts";
import { planRefund, type RefundableSale, type RefundPlan, refundedOfPayment } from "../refund/rules.ts";

type Wanted = readonly Pick<RefundLineInput, "line" | "quantity">[];

/** What an exchange comes to, above zero. */
export interface ExchangePlan {
  /** What the goods that come back pay of those that go out. */
  readonly exchanged: MinorUnits;
  /** What is left to pay, before cash rounding. Zero: nothing is paid. */
  readonly toPay: MinorUnits;
  /** The goods that come back; its payments are what is given back in money. */
  readonly refund: RefundPlan;
}

/**
 * Plans an exchange for goods that come to a total. What comes back is worth what a refund would give for it; what the total comes to
 * less is given back.
 */
export function planExchange(
  sale: RefundableSale & { readonly cashStep: number },
  wanted: Wanted,
  total: MinorUnits,
): ExchangePlan {
  const { cashStep } = sale;
  // Where all of it pays for other goods no cash goes out, so none is rounded.
  const all = planRefund(sale, wanted, { cashStep, wayBack: () => "EXCHANGE" });
  const worth = all.total - all.unpaid + all.rounding;
  if (total >= worth) return { exchanged: worth, toPay: total - worth, refund: { ...all, payments: [] } };
  return { exchanged: total, toPay: 0, refund: planRefund(sale, wanted, { cashStep, exchanged: total }) };
}

/** The gift card, or the merchant's own method, that had paid for what comes back. */
function paidFrom(payment: Source): Pick<Payment, "paidFrom"> & ReturnType<typeof ownMethodOf> {
  const { account } = cameFrom(payment);
  return { ...ownMethodOf(payment), ...(account === undefined ? {} : { paidFrom: account }) };
}

/** One payment of an exchange, as each of its halves keeps it. */
export interface PassedOn {
  readonly ofRefund: RefundPaymentInput;
  readonly ofSale: Payment;
}

/**
 * The payments by which goods that come back pay for others: of each payment of their sale what money does not give back of it.
 * Beyond what is left, as far as it has happened, the last one bears it.
 */
export function passedOn(
  exchangeId: string,
  { payments, refunded }: Pick<RefundableSale, "payments" | "refunded">,
  { amount, back }: { readonly amount: MinorUnits; readonly back: readonly RefundPaymentInput[] },
): PassedOn[] {
  const only = payments.length === 1 ? payments[0]?.id : undefined;
  let rest = amount;
  const last = payments.findLastIndex(isCaptured);
  return payments.flatMap((payment, index): PassedOn[] => {
    if (!isCaptured(payment)) return [];
    const given = back.reduce((sum, one) => ((one.paymentId || only) === payment.id ? sum + one.amount : sum), 0);
    const paid = typeof payment.amount === "number" ? payment.amount : payment.amount.amount;
    const left = Math.max(0, paid - refundedOfPayment(refunded, payment.id) - given);
    const share = index === last ? rest : Math.min(rest, left);
    rest -= share;
    if (share === 0) return [];
    const passed = { id: derivedPaymentId(exchangeId, index), method: "EXCHANGE", amount: share } as const;
    return [
      {
        ofRefund: { ...passed, paymentId: payment.id },
        ofSale: { ...passed, paidBy: cameBy(payment), ...paidFrom(payment) },
      },
    ];
  });
}
