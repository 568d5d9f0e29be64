import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { nameProblem, textProblem } from "../../base/text.ts";
import type { Fact } from "../../ledger/index.ts";
import type { Payment, PaymentMethod, PaymentState } from "../payment/model.ts";
import type { CertainState } from "../refund/model.ts";

/** It became known whether an uncertain payment of a sale went through. An empty text counts as absent. */
export interface PaymentOutcomeInput {
  readonly id: string;
  readonly occurredAt: string;
  readonly saleId: string;
  readonly paymentId: string;
  readonly state: PaymentState;
  /** Needed where it did not go through. */
  readonly reason?: string;
  /** Who found out at the terminal, where it is sent later. */
  readonly operatorId?: string;
}

/** What became of a payment. The sale's own fact stays as it is; `stateOf` knows what holds now. */
export interface PaymentOutcomeFact extends Fact {
  readonly kind: "paymentOutcome";
  readonly locationId: string;
  /** The sale. */
  readonly relatedFactId: string;
  readonly currency: string;
  readonly payment: OutcomePayment;
  readonly state: CertainState;
  /** What had been booked as paid and was not, minor units: zero where it went through. */
  readonly unpaid: number;
  /** It was known before: this counts for nothing. */
  readonly isRepeated?: true;
  /** With it, it is known of every payment of the sale. */
  readonly isLast?: true;
  readonly reason?: string;
}

/** As much of a payment as its outcome needs to be booked and shown. */
export type OutcomePayment = Pick<
  Payment,
  "id" | "method" | "methodId" | "methodName" | "methodChineseName" | "amount"
>;

/** What is not certain yet of the payments by the methods that share an account. */
export interface UncertainPayments {
  readonly methods: readonly PaymentMethod[];
  readonly count: number;
  /** Minor units. */
  readonly amount: number;
}

/** A sale lists them, so they have to be few. */
export const OUTCOMES_MAX = 2 * LIMITS.salePaymentsMax;

export function isPaymentOutcome(fact: Fact): fact is PaymentOutcomeFact {
  return fact.kind === "paymentOutcome";
}

export function isCertain(state: PaymentState): state is CertainState {
  return state === "CAPTURED" || state === "VOIDED";
}

export function outcomeProblems({
  id,
  paymentId,
  state,
  reason = "",
  operatorId = "",
}: PaymentOutcomeInput): Failure[] {
  const problems: Failure[] = [];
  const add = (code: Failure["code"], message: string, field: string) =>
    problems.push(failure(code, message, ["input", field]));
  if (!isId("pyo", id)) add("INVALID_ID", "The id is not pyo_ and a ULID.", "id");
  if (!isId("pay", paymentId)) add("UNKNOWN_PAYMENT", "The sale has no such payment.", "paymentId");
  if (!isCertain(state)) add("INVALID_PAYMENT", "An outcome is CAPTURED or VOIDED.", "state");
  const ofReason = textProblem(reason, LIMITS.noteCharactersMax);
  const unclear = state === "VOIDED" ? nameProblem(reason, LIMITS.noteCharactersMax) : ofReason;
  if (unclear) add("INVALID_REASON", `The reason ${unclear}.`, "reason");
  const operator = textProblem(operatorId, LIMITS.codeCharactersMax);
  if (operator) add("INVALID_OPERATOR", `The id ${operator}.`, "operatorId");
  return problems;
}
