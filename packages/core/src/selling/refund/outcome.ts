import type { Payment, PaymentState } from "../payment/model.ts";
import { guardWith, type NewOutcome, type RefundGuard } from "./model.ts";

/** The guard after it became known whether a payment of the sale went through. */
export function withOutcome(guard: RefundGuard, factId: string, { paymentId, outcome }: NewOutcome): RefundGuard {
  return guardWith(guard, { outcomes: [...(guard.outcomes ?? []), [factId, paymentId, outcome]] });
}

/** What is known now of a payment of a sale: what became known first, else what was known when it was recorded. */
export function stateOf(
  { id, state }: Pick<Payment, "id" | "state">,
  { outcomes = [] }: Pick<RefundGuard, "outcomes">,
): PaymentState {
  if (state === undefined) return "CAPTURED";
  return outcomes.find(([, paymentId]) => paymentId === id)?.[2] ?? state;
}

/** Whether money came in: nothing is given back of what is not certain or did not go through. */
export function isCaptured({ state }: { readonly state?: PaymentState | null | undefined }): boolean {
  return (state ?? "CAPTURED") === "CAPTURED";
}
