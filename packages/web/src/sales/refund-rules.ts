import { multiplyDivide } from "@pos/core/base/money.ts";
import { parseQuantity } from "@pos/core/base/quantity.ts";
import type { PaymentMethod } from "@pos/web/graphql/generated/graphql.ts";

/** As much of a sale as a refund is computed from. */
export interface RefundableSale {
  readonly lines: readonly {
    readonly description: string;
    readonly quantity: string;
    readonly total: { readonly amount: number };
    readonly taxTotal: { readonly amount: number };
  }[];
  readonly payments: readonly {
    readonly id: string;
    readonly method: PaymentMethod;
    readonly amount: { readonly amount: number };
  }[];
  readonly subtotal: { readonly amount: number };
  readonly discountTotal: { readonly amount: number };
  readonly total: { readonly amount: number };
  readonly rounding: { readonly amount: number };
  readonly refunds: readonly {
    readonly lines: readonly {
      readonly saleLine: number | null;
      readonly quantity: string;
      readonly total: { readonly amount: number };
      readonly taxTotal: { readonly amount: number };
    }[];
    readonly payments: readonly { readonly method: PaymentMethod; readonly amount: { readonly amount: number } }[];
  }[];
}

/** Of one line: thousandths that can still come back, and what came back before. */
export interface LineLeft {
  readonly line: number;
  readonly sold: number;
  readonly quantity: number;
  readonly before: { readonly quantity: number; readonly total: number; readonly tax: number };
}

export function leftOf(sale: RefundableSale): LineLeft[] {
  const back = sale.refunds.flatMap(({ lines }) => lines);
  return sale.lines.map(({ quantity }, index) => {
    const line = index + 1;
    const before = { quantity: 0, total: 0, tax: 0 };
    for (const refunded of back.filter(({ saleLine }) => saleLine === line)) {
      before.quantity -= thousandths(refunded.quantity);
      before.total -= refunded.total.amount;
      before.tax -= refunded.taxTotal.amount;
    }
    const sold = thousandths(quantity);
    return { line, sold, quantity: Math.max(0, sold - before.quantity), before };
  });
}

/**
 * What the chosen quantities come to, as the server will count them: shares of what the sale stored, the last unit takes
 * the rest. Cash rounding is added where all of the sale comes back, since its step is the server's to know.
 */
export function refundTotal(sale: RefundableSale, chosen: ReadonlyMap<number, number>): number {
  const left = leftOf(sale);
  const isTaxOutside = sale.total.amount !== sale.subtotal.amount - sale.discountTotal.amount;
  let total = 0;
  for (const { line, sold, before } of left) {
    const quantity = chosen.get(line) ?? 0;
    const row = sale.lines[line - 1];
    if (quantity <= 0 || row === undefined) continue;
    const upTo = (amount: number) => multiplyDivide(amount, before.quantity + quantity, sold);
    total += upTo(row.total.amount) - before.total;
    if (isTaxOutside) total += upTo(row.taxTotal.amount) - before.tax;
  }
  const isWhole = sale.refunds.length === 0 && left.every(({ line, quantity }) => chosen.get(line) === quantity);
  return isWhole ? total + sale.rounding.amount : total;
}

/** Shares an amount over the sale's payments in their order, as far as something of each is left. */
export function sharePayments(sale: RefundableSale, total: number): Map<string, number> {
  const back = new Map<PaymentMethod, number>();
  for (const { method, amount } of sale.refunds.flatMap(({ payments }) => payments))
    back.set(method, (back.get(method) ?? 0) - amount.amount);
  const shares = new Map<string, number>();
  let open = total;
  for (const { id, method, amount } of sale.payments) {
    const used = Math.min(amount.amount, back.get(method) ?? 0);
    back.set(method, (back.get(method) ?? 0) - used);
    const share = Math.min(open, amount.amount - used);
    shares.set(id, share);
    open -= share;
  }
  return shares;
}

function thousandths(quantity: string): number {
  return parseQuantity(quantity) ?? 0;
}
