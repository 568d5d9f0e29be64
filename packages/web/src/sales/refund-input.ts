import { formatQuantity, type Quantity } from "@pos/core/base/quantity.ts";
import { planRefund, type RefundableSale, type RefundPlan } from "@pos/core/selling/refund/rules.ts";
import { type WrittenOff, withWriteOff } from "@pos/web/components/written-off.ts";
import type { PaymentMethod, RefundSaleInput } from "@pos/web/graphql/generated/graphql.ts";

/** Cash lies in a drawer, and a desk has none. */
export const WAYS_BACK = ["CARD", "QR_CODE", "OTHER"] as const satisfies readonly PaymentMethod[];

export function wayBack(method: PaymentMethod): PaymentMethod {
  return WAYS_BACK.find((way) => way === method) ?? "OTHER";
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
  const payments = [...sale.payments].sort((a, b) => Number(a.method === "CASH") - Number(b.method === "CASH"));
  return planRefund({ ...sale, payments }, linesOf(chosen), {
    cashStep: sale.cashStep,
    wayBack: ({ method }) => wayBack(method),
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
