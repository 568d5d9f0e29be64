import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import type { Fact } from "../../ledger/index.ts";
import { isPaidWithMoney, type Payment, type PaymentMethod } from "../payment/model.ts";
import { type Add, checkPayments } from "../sale/model.ts";
import type { MovesValue, ValueMove } from "../stored-value/model.ts";

/** A customer pays what was bought on account, at a counter or to the office. An empty text counts as absent. */
export interface CustomerPaymentInput {
  readonly id: string;
  readonly customerId: string;
  readonly occurredAt: string;
  readonly payments: readonly MoneyInput[];
  /** In whose books it is: needed by staff; a terminal's is its own. */
  readonly locationId?: string;
  readonly note?: string;
  /** Who took it at the terminal, where it is sent later. */
  readonly operatorId?: string;
}

interface MoneyInput {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly tendered?: number;
  readonly reference?: string;
}

/** Money for what a customer owes. It is no sale: what was sold counted when it was sold. */
export interface CustomerPaymentFact extends Fact, MovesValue {
  readonly kind: "customerPayment";
  readonly locationId: string;
  readonly customerId: string;
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
  const { id, customerId, payments, note = "", operatorId = "" } = input;
  const problems: Failure[] = [];
  const add: Add = (code, message, ...path) => problems.push(failure(code, message, ["input", ...path]));
  if (!isId("cpy", id)) add("INVALID_ID", "The id is not cpy_ and a ULID.", "id");
  if (!isId("cus", customerId)) add("UNKNOWN_CUSTOMER", "There is no such customer.", "customerId");
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
export function cashProblems({ payments }: CustomerPaymentInput, hasDrawer: boolean): Failure[] {
  return payments.flatMap(({ method, tendered }, index): Failure[] => {
    const path = ["input", "payments", String(index)];
    if (method !== "CASH" && tendered !== undefined)
      return [failure("TENDERED_NOT_ALLOWED", `${method} gives no change.`, [...path, "tendered"])];
    if (method !== "CASH" || hasDrawer) return [];
    return [failure("METHOD_NOT_AVAILABLE", "Cash is taken at a terminal.", [...path, "method"])];
  });
}
