import { multiplyDivide } from "@pos/core/base/money.ts";
import { formatQuantity, parseQuantity } from "@pos/core/base/quantity.ts";
import { cashRounding } from "@pos/core/goods/pricing/rules.ts";
import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import type { SaleToRefundQuery } from "@pos/web/graphql/generated/graphql.ts";

export type SoldSale = NonNullable<SaleToRefundQuery["sale"]>;

/** What of a line can still come back. */
export function leftOf(sale: SoldSale, line: number): string {
  const sold = parseQuantity(sale.lines[line - 1]?.quantity ?? "0") ?? 0;
  return formatQuantity(Math.max(0, sold - before(sale, line).quantity));
}

/** Positive sums of what was given back of a line. */
function before({ refunds }: SoldSale, line: number): { quantity: number; total: number; tax: number } {
  const sums = { quantity: 0, total: 0, tax: 0 };
  for (const back of refunds.flatMap(({ lines }) => lines)) {
    if (back.saleLine !== line) continue;
    sums.quantity -= parseQuantity(back.quantity) ?? 0;
    sums.total -= back.total.amount;
    sums.tax -= back.taxTotal.amount;
  }
  return sums;
}

export interface WantedLine {
  readonly line: number;
  readonly quantity: string;
}

export interface PaymentBack {
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly amount: number;
}

/**
 * What is given back, by the payments of the sale in their order: a line's share of what it came to, the last of it takes the
 * rest, as the server decides it too.
 */
export function paymentsBack(
  sale: SoldSale,
  wanted: readonly WantedLine[],
  { pricesIncludeTax, cashStep }: { readonly pricesIncludeTax: boolean; readonly cashStep: number },
): PaymentBack[] {
  let total = 0;
  for (const { line, quantity } of wanted) {
    const sold = sale.lines[line - 1];
    const all = parseQuantity(sold?.quantity ?? "") ?? 0;
    if (sold === undefined || all === 0) continue;
    const given = before(sale, line);
    const upTo = (amount: number) => multiplyDivide(amount, given.quantity + (parseQuantity(quantity) ?? 0), all);
    total += upTo(sold.total.amount) - given.total;
    if (!pricesIncludeTax) total += upTo(sold.taxTotal.amount) - given.tax;
  }
  return shared(sale, total, cashStep);
}

/** What is exact is given back first, so that only what is left of it in cash is rounded. */
function shared(sale: SoldSale, total: number, cashStep: number): PaymentBack[] {
  const given = new Map<string, number>();
  for (const { method, amount } of sale.refunds.flatMap(({ payments }) => payments))
    given.set(method, (given.get(method) ?? 0) - amount.amount);
  const inOrder = [...sale.payments].sort((a, b) => Number(a.method === "CASH") - Number(b.method === "CASH"));
  const back: PaymentBack[] = [];
  let rest = total;
  for (const { id, method, amount } of inOrder) {
    const used = Math.min(amount.amount, given.get(method) ?? 0);
    given.set(method, (given.get(method) ?? 0) - used);
    const due = method === "CASH" ? rest + cashRounding(rest, cashStep) : rest;
    const takes = Math.min(due, amount.amount - used);
    if (takes > 0 || (total === 0 && back.length === 0)) back.push({ paymentId: id, method, amount: takes });
    rest -= method === "CASH" && takes === due ? rest : takes;
    if (rest <= 0) break;
  }
  return back;
}
