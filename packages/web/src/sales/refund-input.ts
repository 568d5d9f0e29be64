import { formatQuantity, type Quantity } from "@pos/core/base/quantity.ts";
import { cameBy } from "@pos/core/selling/payment/model.ts";
import { planRefund, type RefundableSale, type RefundPlan } from "@pos/core/selling/refund/rules.ts";
import { type WrittenOff, withWriteOff } from "@pos/web/components/written-off.ts";
import type { PaymentMethod, RefundSaleInput } from "@pos/web/graphql/generated/graphql.ts";

const BY_HAND = ["CARD", "QR_CODE", "OTHER"] as const satisfies readonly PaymentMethod[];

/** As much of a payment as decides how it goes back. */
type Paid = Parameters<typeof cameBy>[0];

/** How a payment may go back at a desk: first the way it came. Cash lies in a drawer, and a desk has none. */
export function waysBack(payment: Paid): readonly PaymentMethod[] {
  const own = cameBy(payment);
  return own === "CASH" || BY_HAND.some((way) => way === own) ? BY_HAND : [own, ...BY_HAND];
}

/** The way it came; undefined: a person chooses. */
export function wayBack(payment: Paid): PaymentMethod | undefined {
  return waysBack(payment).find((way) => way === cameBy(payment));
}

/** Of each line by its number, how much comes back. */
export type Chosen = ReadonlyMap<number, Quantity>;

export function linesOf(chosen: Chosen): { line: number; quantity: string }[] {
  return [...chosen].flatMap(([line, quantity]) =>
    quantity > 0 ? [{ line, quantity: formatQuantity(quantity) }] : [],
  );
}

/**
 * What the chosen quantities come to at a desk, as the server decides it. Payments that can go back the way they came do so
 * first: what was paid in cash is left for last.
 */
export function planAtDesk(sale: RefundableSale & { readonly cashStep: number }, chosen: Chosen): RefundPlan {
  const payments = [...sale.payments].sort((a, b) => Number(cameBy(a) === "CASH") - Number(cameBy(b) === "CASH"));
  return planRefund({ ...sale, payments }, linesOf(chosen), {
    cashStep: sale.cashStep,
    wayBack: (payment) => wayBack(payment) ?? "OTHER",
  });
}

/** How the money of each payment of a sale goes back. */
interface PaymentBack {
  /** Of the payment that goes out. */
  readonly id: string;
  /** Of the sale's payment. */
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly amount: number;
}

interface RefundForm {
  readonly id: string;
  readonly occurredAt: string;
  readonly chosen: Chosen;
  readonly writtenOff: WrittenOff;
  readonly reason: string;
  readonly payments: readonly PaymentBack[];
}

export function refundInput(saleId: string, form: RefundForm): RefundSaleInput {
  const { id, occurredAt, chosen, writtenOff, reason, payments } = form;
  return {
    id,
    saleId,
    occurredAt,
    reason: reason.trim() === "" ? null : reason.trim(),
    lines: withWriteOff(linesOf(chosen), writtenOff),
    payments: payments.filter(({ amount }) => amount > 0),
  };
}
