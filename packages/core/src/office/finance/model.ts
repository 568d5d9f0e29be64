import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { type Failure, failure } from "../../base/result.ts";
import { nameProblem } from "../../base/text.ts";
import type { FailureCode } from "../../generated/names.ts";
import type { Account, Fact } from "../../ledger/index.ts";

/** What a manager books by hand: balanced postings with a reason. It is in no figure of sales. */
export interface JournalFact extends Fact {
  readonly kind: "journal";
  readonly locationId: string;
  readonly reason: string;
  readonly currency: string;
  readonly postings: readonly (readonly [account: Account, amount: number])[];
  /** The sum of its debits, minor units. */
  readonly total: number;
}

export interface JournalEntry {
  readonly id: string;
  readonly locationId: string;
  readonly occurredAt: string;
  readonly reason: string;
  /** Minor units: debit above zero, credit below. They sum to zero. */
  readonly postings: readonly { readonly account: string; readonly amount: number }[];
}

/** Accounts that only facts of their own may move: a hand on them would break a balance that is proven otherwise. */
const NOT_BY_HAND: ReadonlySet<string> = new Set([
  "inventory",
  "cash",
  "giftCards",
  "storeCredit",
  "receivables",
  "customerDeposits",
]);
const POSTINGS_MAX = 50;

/** @param accounts the chart's */
export function journalProblems(input: JournalEntry, accounts: ReadonlySet<string>): Failure[] {
  const problems: Failure[] = [];
  const add = (code: FailureCode, message: string, ...path: string[]) =>
    problems.push(failure(code, message, ["input", ...path]));
  const reason = nameProblem(input.reason, LIMITS.noteCharactersMax);
  if (!isId("jou", input.id)) add("INVALID_ID", "The id is not jou_ and a ULID.", "id");
  if (reason) add("INVALID_REASON", `The reason ${reason}.`, "reason");
  if (input.postings.length < 2 || input.postings.length > POSTINGS_MAX)
    add("INVALID_POSTINGS", `There are 2 to ${POSTINGS_MAX} postings.`, "postings");
  let sum = 0;
  let size = 0;
  for (const [index, { account, amount }] of input.postings.entries()) {
    const path = ["postings", String(index)];
    if (!accounts.has(account) || NOT_BY_HAND.has(account))
      add("INVALID_ACCOUNT", "This account is none that is booked by hand.", ...path, "account");
    if (amount === 0) add("INVALID_AMOUNT", "An amount is not 0.", ...path, "amount");
    sum += amount;
    size += Math.abs(amount);
  }
  if (size > 2 * LIMITS.factAmountMax)
    add("INVALID_AMOUNT", `Debits, and credits, sum to at most ${LIMITS.factAmountMax} minor units.`, "postings");
  else if (sum !== 0) add("NOT_BALANCED", "Debits and credits differ.", "postings");
  return problems;
}
