import { multiplyDivide } from "../../base/money.ts";
import { formatQuantity, parseQuantity } from "../../base/quantity.ts";
import { type Failure, failure, present } from "../../base/result.ts";
import type { ExceptionCode, FailureCode } from "../../generated/names.ts";
import { cashRounding } from "../../goods/pricing/rules.ts";
import type { Flag } from "../../ledger/index.ts";
import type { SaleFact } from "../sale/model.ts";
import type { SaleMode } from "../sale/rules.ts";
import type { GoodsOrigin, RefundFact, RefundGuard, RefundInput, RefundLine, RefundPayment } from "./model.ts";

/** What a refund of a sale comes to, given what was given back before. */
export interface DecidedRefund {
  readonly refund?: Pick<RefundFact, "lines" | "payments" | "taxTotal" | "rounding" | "total">;
  readonly failures: readonly Failure[];
  readonly flags: readonly Flag[];
}

/**
 * Decides a refund by the guard of its sale: never more than was sold of a line or paid by a payment while it is live; what
 * has happened is recorded beyond that, and flagged. Amounts are shares of what the sale stored; the last unit takes the rest.
 * @param origins where the sale's entries hold the cost of each of its lines
 */
export function decideRefund(
  input: RefundInput,
  sale: SaleFact,
  guard: RefundGuard,
  options: {
    readonly mode: SaleMode;
    readonly cashStep: number;
    readonly origins: readonly (GoodsOrigin | undefined)[];
  },
): DecidedRefund {
  const failures: Failure[] = [];
  const flags = new Map<string, Flag>();
  const object = (code: FailureCode & ExceptionCode, message: string, path: readonly string[]): void => {
    if (options.mode === "live") failures.push(failure(code, message, path));
    else flags.set(code, { code, message });
  };
  const lines = input.lines.flatMap(({ line = 0, quantity, writeOff }, index): RefundLine[] => {
    const path = ["input", "lines", String(index)];
    const sold = sale.lines[line - 1];
    if (!sold) {
      failures.push(failure("UNKNOWN_LINE", "The sale has no such line.", [...path, "line"]));
      return [];
    }
    const wanted = present(parseQuantity(quantity), "a well-formed quantity");
    const all = present(parseQuantity(sold.quantity), "a quantity in a fact");
    const before = guard.lines[String(line)] ?? { quantity: 0, total: 0, tax: 0 };
    if (before.quantity + wanted > all) {
      const left = formatQuantity(Math.max(0, all - before.quantity));
      object("REFUND_EXCEEDS_SALE", `Of this line ${left} can still be refunded.`, [...path, "quantity"]);
    }
    const upTo = (amount: number) => multiplyDivide(amount, before.quantity + wanted, all);
    const { variantId, sku, description, unitPrice, taxCodeId, taxRate, stocked } = sold;
    const origin = options.origins[line - 1];
    return [
      {
        saleLine: line,
        ...(variantId === undefined ? {} : { variantId }),
        ...(sku === undefined ? {} : { sku }),
        description,
        quantity: formatQuantity(-wanted),
        unitPrice,
        taxCodeId,
        taxRate,
        tax: minus(upTo(sold.tax) - before.tax),
        total: minus(upTo(sold.total) - before.total),
        ...(stocked ? { stocked } : {}),
        ...(writeOff ? { writtenOff: true } : {}),
        ...(origin ? { origin: { ...origin, before: before.quantity } } : {}),
      },
    ];
  });
  if (lines.length < input.lines.length) return { failures, flags: [] };
  const taxTotal = sum(lines.map(({ tax }) => tax));
  const total = sum(lines.map(({ total }) => total)) + (sale.pricesIncludeTax ? 0 : taxTotal);
  const payments = paymentsBack(input, sale, guard, object);
  const rounding = roundingOf(payments, total, options.cashStep);
  const paid = sum(payments.map(({ amount }) => amount));
  if (paid !== total + rounding) {
    object("PAYMENT_MISMATCH", `The payments sum to ${-paid}, the refund with rounding is ${-(total + rounding)}.`, [
      "input",
      "payments",
    ]);
  }
  return { refund: { lines, payments, taxTotal, rounding, total }, failures, flags: [...flags.values()] };
}

function paymentsBack(
  input: RefundInput,
  sale: SaleFact,
  guard: RefundGuard,
  object: (code: FailureCode & ExceptionCode, message: string, path: readonly string[]) => void,
): RefundPayment[] {
  const given: { [paymentId: string]: number } = { ...guard.payments };
  return input.payments.map(({ id, method, amount, paymentId, reference }, index): RefundPayment => {
    const path = ["input", "payments", String(index)];
    const only = sale.payments.length === 1 ? sale.payments[0]?.id : undefined;
    const of = sale.payments.find((payment) => payment.id === (paymentId || only));
    if (!of) object("UNKNOWN_PAYMENT", "The sale has no such payment.", [...path, "paymentId"]);
    else {
      const before = given[of.id] ?? 0;
      if (before + amount > of.amount)
        object(
          "REFUND_EXCEEDS_PAYMENT",
          `Of this payment ${Math.max(0, of.amount - before)} can still be given back.`,
          [...path, "amount"],
        );
      given[of.id] = before + amount;
    }
    return {
      id,
      method,
      amount: minus(amount),
      ...(of ? { paymentId: of.id } : {}),
      ...(reference ? { reference } : {}),
    };
  });
}

/** As for a sale, only what cash has to cover is rounded; below zero like everything of a refund. */
export function roundingOf(payments: readonly RefundPayment[], total: number, cashStep: number): number {
  if (!payments.some(({ method }) => method === "CASH")) return 0;
  const exact = sum(payments.map(({ method, amount }) => (method === "CASH" ? 0 : amount)));
  return cashRounding(total - exact, cashStep);
}

/** The guard after a refund was recorded. Addition only, so that facts may be added in any order. */
export function withRefund(guard: RefundGuard, refund: RefundFact): RefundGuard {
  const lines = { ...guard.lines };
  for (const { saleLine, quantity, total, tax } of refund.lines) {
    if (saleLine === undefined) continue;
    const before = lines[String(saleLine)] ?? { quantity: 0, total: 0, tax: 0 };
    const moved = -present(parseQuantity(quantity), "a quantity in a fact");
    lines[String(saleLine)] = { quantity: before.quantity + moved, total: before.total - total, tax: before.tax - tax };
  }
  const payments = { ...guard.payments };
  for (const { paymentId, amount } of refund.payments) {
    if (paymentId !== undefined) payments[paymentId] = (payments[paymentId] ?? 0) - amount;
  }
  return { lines, payments, refundIds: [...guard.refundIds, refund.id] };
}

/** What refunded goods cost: their share of what the sale's goods cost, after what was refunded before. */
export function costOfRefunded(origin: GoodsOrigin, costOfAll: number, quantity: number): number {
  const upTo = (amount: number) => multiplyDivide(costOfAll, amount, origin.sold);
  return upTo(origin.before + quantity) - upTo(origin.before);
}

function minus(amount: number): number {
  return amount === 0 ? 0 : -amount;
}

function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
