import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import type { ExceptionCode } from "../../generated/names.ts";
import type { Fact } from "../../ledger/index.ts";
import { isPaidWithMoney, type Payment, type PaymentMethod } from "../payment/model.ts";
import { type Add, checkPayments } from "../sale/model.ts";
import type { MovesValue, ValueMove } from "../stored-value/model.ts";

/** A customer pays what was bought on account, or a deposit on a quote, or gets a deposit back: at a counter or to the office. An empty text counts as absent. */
export interface CustomerPaymentInput {
  readonly id: string;
  readonly customerId: string;
  readonly occurredAt: string;
  readonly payments: readonly MoneyInput[];
  /** In whose books it is: needed by staff; a terminal's is its own. */
  readonly locationId?: string;
  /** The quote on which it is a deposit. Absent: it is for what is owed. */
  readonly quoteId?: string;
  /** The deposit is given back to the customer. */
  readonly isGivenBack?: boolean;
  readonly note?: string;
  /** Who took it at the terminal, where it is sent later. */
  readonly operatorId?: string;
}

interface MoneyInput {
  readonly id: string;
  readonly method: PaymentMethod;
  /** A merchant's own method, of the kind OTHER. */
  readonly methodId?: string;
  readonly amount: number;
  readonly tendered?: number;
  readonly reference?: string;
}

/**
 * Money for what a customer owes, or on a quote before it is collected; below zero where a deposit is given back. It is no sale:
 * what was bought on account counted when it was sold, and what is paid for before counts when it is collected.
 */
export interface CustomerPaymentFact extends Fact, MovesValue {
  readonly kind: "customerPayment";
  readonly locationId: string;
  readonly customerId: string;
  readonly quoteId?: string;
  readonly currency: string;
  readonly payments: readonly Payment[];
  readonly total: number;
  readonly changeDue: number;
  readonly valueMoves: readonly ValueMove[];
  readonly note?: string;
}

export function isCustomerPayment(fact: Fact): fact is CustomerPaymentFact {
  return fact.kind === "customerPayment";
}

/** Refused whichever way it comes: what is owed is paid with money, and not with what is owed to the customer. */
export function customerPaymentProblems(input: CustomerPaymentInput): Failure[] {
  const { id, customerId, payments, note = "", operatorId = "", quoteId, isGivenBack } = input;
  const problems: Failure[] = [];
  const add: Add = (code, message, ...path) => problems.push(failure(code, message, ["input", ...path]));
  if (!isId("cpy", id)) add("INVALID_ID", "The id is not cpy_ and a ULID.", "id");
  if (!isId("cus", customerId)) add("UNKNOWN_CUSTOMER", "There is no such customer.", "customerId");
  if (quoteId && !isId("quo", quoteId)) add("INVALID_ID", "The id is not quo_ and a ULID.", "quoteId");
  if (isGivenBack && !quoteId) add("INVALID_ID", "What is given back was deposited on a quote.", "quoteId");
  if (payments.length === 0) add("INVALID_PAYMENT", "There is at least one payment.", "payments");
  checkPayments(payments, add);
  for (const [index, { method, amount }] of payments.entries()) {
    const path = ["payments", String(index)];
    if (amount === 0) add("INVALID_PAYMENT", "A payment is above zero.", ...path, "amount");
    if (!isPaidWithMoney(method)) add("METHOD_NOT_AVAILABLE", `${method} is no money.`, ...path, "method");
  }
  const noteProblem = textProblem(note, LIMITS.noteCharactersMax);
  if (noteProblem) add("INVALID_NOTE", `The note ${noteProblem}.`, "note");
  const operatorProblem = textProblem(operatorId, LIMITS.codeCharactersMax);
  if (operatorProblem) add("INVALID_OPERATOR", `The id ${operatorProblem}.`, "operatorId");
  return problems;
}

/** Change is given for cash alone, and cash is taken at a terminal, into its drawer. */
export function cashProblems({ payments, isGivenBack }: CustomerPaymentInput, hasDrawer: boolean): Failure[] {
  return payments.flatMap(({ method, tendered }, index): Failure[] => {
    const path = ["input", "payments", String(index)];
    if ((method !== "CASH" || isGivenBack) && tendered !== undefined)
      return [failure("TENDERED_NOT_ALLOWED", `${method} gives no change.`, [...path, "tendered"])];
    if (method !== "CASH" || hasDrawer) return [];
    return [failure("METHOD_NOT_AVAILABLE", "Cash is taken at a terminal.", [...path, "method"])];
  });
}

/** What a deposit may be flagged for that was sent later. */
export const DEPOSIT_FLAGS = [
  ...["UNKNOWN_QUOTE", "QUOTE_MISMATCH", "QUOTE_SOLD", "QUOTE_CANCELLED", "QUOTE_EXPIRED"],
  ...["DEPOSIT_TOO_LARGE", "BALANCE_TOO_LOW", "REFUND_NOT_ALLOWED", "UNKNOWN_PAYMENT_METHOD"],
] as const satisfies readonly ExceptionCode[];
