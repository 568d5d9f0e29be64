import { type Failure, failure } from "../../base/result.ts";
import type { ExceptionCode, FailureCode } from "../../generated/names.ts";
import { taxOf } from "../../goods/tax/rules.ts";
import { cameBy, cameFrom, cashHandedOut, derivedPaymentId, type Payment } from "../payment/model.ts";
import {
  type GoodsOrigin,
  NO_REFUNDS,
  type RefundGuard,
  type RefundPayment,
  type Reversal,
  voidIdOf,
} from "../refund/model.ts";
import { stateOf } from "../refund/outcome.ts";
import { refundLine } from "../refund/rules.ts";
import type { SaleFact } from "../sale/model.ts";
import { valueMovesOf } from "../stored-value/model.ts";
import type { VoidInput } from "./model.ts";

/** The sale the other way round, as a void keeps it. */
export type VoidedSale = Pick<
  Reversal,
  "lines" | "payments" | "taxTotal" | "rounding" | "total" | "unpaid" | "tip" | "valueMoves"
>;

/**
 * All of a sale goes back as it came: what its payments were more or less than its total goes back too, so that the books are as
 * they would be without it.
 * @param origins where the sale's entries hold the cost of each of its lines
 */
export function voidedSale(
  { id, writeOffLines = [] }: VoidInput,
  sale: SaleFact,
  guard: RefundGuard = NO_REFUNDS,
  origins: readonly (GoodsOrigin | undefined)[] = [],
): VoidedSale {
  const writtenOff = new Set(writeOffLines);
  const lines = sale.lines.map((sold, index) => {
    const line = index + 1;
    const wanted = { line, quantity: sold.quantity, ...(writtenOff.has(line) ? { writeOff: true } : {}) };
    return refundLine(wanted, { line, tax: taxOf(sold), total: sold.total }, sale, guard, origins);
  });
  let unpaid = 0;
  const payments = sale.payments.flatMap((payment, index): RefundPayment[] => {
    const back = { id: derivedPaymentId(id, index), method: cameBy(payment), amount: 0 - payment.amount };
    if (stateOf(payment, guard) !== "VOIDED")
      return [{ ...back, paymentId: payment.id, ...cameFrom(payment), ...broughtBack(payment) }];
    unpaid += back.amount;
    return [];
  });
  return {
    lines,
    payments,
    taxTotal: 0 - sale.taxTotal,
    rounding: 0 - sale.rounding,
    total: 0 - sale.total,
    ...(unpaid === 0 ? {} : { unpaid }),
    ...(sale.tip === undefined ? {} : { tip: 0 - sale.tip }),
    ...valueMovesOf(lines, payments),
  };
}

/** The cash that was handed out with a payment. */
function broughtBack(payment: Payment): Pick<Payment, "cashBack"> {
  const handedOut = cashHandedOut(payment);
  return handedOut === 0 ? {} : { cashBack: 0 - handedOut };
}

/** Why a sale is not voided, each known by its code: refused online, an exception of what has happened. */
export type VoidProblem = Failure & { readonly code: FailureCode & ExceptionCode };

/**
 * A sale is voided once, and only while nothing was given back of it and it is known what was paid. One half of an exchange is not
 * voided without the other.
 */
export function usedProblems(
  { exchangeId, payments }: Pick<SaleFact, "exchangeId" | "payments">,
  guard: RefundGuard,
): VoidProblem[] {
  const path = ["input", "saleId"];
  if (exchangeId !== undefined)
    return [failure("SALE_OF_EXCHANGE", "This sale is the half of an exchange: refund it instead.", path)];
  if (guard.refundIds.length === 0) {
    const isCertain = payments.every((payment) => ["CAPTURED", "VOIDED"].includes(stateOf(payment, guard)));
    return isCertain ? [] : [failure("PAYMENT_NOT_CAPTURED", "Whether this sale was paid is not certain.", path)];
  }
  const voidId = voidIdOf(guard);
  if (voidId !== undefined) return [failure("SALE_ALREADY_VOIDED", `${voidId} voided this sale.`, path)];
  const message = "Something of this sale was refunded: refund the rest of it.";
  return [failure("SALE_ALREADY_REFUNDED", message, path)];
}

/**
 * A void belongs to the business day and the location of its sale; later or elsewhere the sale is refunded.
 * @param days the business days on which it is made
 */
export function dayProblems(
  { day, locationId }: Pick<SaleFact, "day" | "locationId">,
  at: { readonly locationId: string; readonly days: readonly string[] },
): VoidProblem[] {
  const path = ["input", "saleId"];
  const other = at.days.find((of) => of !== day);
  const message =
    other === undefined
      ? "A sale is voided at its own location: refund it instead."
      : `A sale of ${day} is not voided on ${other}: refund it instead.`;
  const isAllowed = other === undefined && at.locationId === locationId;
  return isAllowed ? [] : [failure("VOID_NOT_ALLOWED", message, path)];
}
