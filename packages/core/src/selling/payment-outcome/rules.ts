import { type Failure, failure } from "../../base/result.ts";
import type { ExceptionCode, FailureCode } from "../../generated/names.ts";
import { ownMethodOf, type Payment } from "../payment/model.ts";
import { type RefundGuard, voidIdOf } from "../refund/model.ts";
import { stateOf } from "../refund/outcome.ts";
import type { SaleFact } from "../sale/model.ts";
import { isCertain, type PaymentOutcomeFact, type PaymentOutcomeInput } from "./model.ts";

export type DecidedOutcome = Pick<PaymentOutcomeFact, "payment" | "state" | "unpaid" | "isRepeated" | "isLast">;

/**
 * What it comes to that a payment went through or did not, given what is known of the sale. Of a payment it counts once; what a
 * void took out of the books before is not taken out again.
 */
export function decideOutcome(
  payment: Payment,
  state: PaymentOutcomeFact["state"],
  sale: Pick<SaleFact, "payments">,
  guard: RefundGuard,
): DecidedOutcome {
  const { id, method, amount } = payment;
  const kept = { payment: { id, method, ...ownMethodOf(payment), amount }, state };
  if (isCertain(stateOf(payment, guard))) return { ...kept, unpaid: 0, isRepeated: true };
  const isLast = sale.payments.every((one) => one.id === id || isCertain(stateOf(one, guard)));
  const isLost = state === "VOIDED" && voidIdOf(guard) === undefined;
  return { ...kept, unpaid: isLost ? amount : 0, ...(isLast ? { isLast } : {}) };
}

/** Refused online, an exception of what has happened. */
export function repeatedProblem(): Failure & { readonly code: FailureCode & ExceptionCode } {
  const message = "What became of this payment was known before.";
  return failure("PAYMENT_OUTCOME_KNOWN", message, ["input", "paymentId"]);
}

/** The payment that an outcome is about. */
export function paymentIn(
  { payments }: Pick<SaleFact, "payments">,
  { paymentId }: Pick<PaymentOutcomeInput, "paymentId">,
): Payment | undefined {
  return payments.find(({ id }) => id === paymentId);
}
