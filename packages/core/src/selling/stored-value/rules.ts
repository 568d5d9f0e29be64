import { failure } from "../../base/result.ts";
import type { GuardTaken } from "../../ledger/index.ts";
import type { ValueMove, ValueState } from "./model.ts";

/** What a fact may be flagged for that moved more than an account had. */
export const VALUE_FLAGS = [
  "UNKNOWN_GIFT_CARD",
  "GIFT_CARD_BLOCKED",
  "BALANCE_TOO_LOW",
  "CREDIT_LIMIT_EXCEEDED",
  "DEPOSIT_TOO_LARGE",
] as const;

export const NO_VALUE: ValueState = { balance: 0 };

/** One use of an account by a fact. */
export interface ValueUse extends ValueMove {
  /** An adjustment reaches blocked cards too, and blocks or releases them. */
  readonly adjusts?: { readonly isBlocked?: boolean };
}

/** Never more is taken from an account than it holds, or than its customer may owe, and no more deposited than is to be paid. */
export function takeValue(
  state: ValueState,
  { id, lastFour, amount, limit = 0, most, adjusts }: ValueUse,
): GuardTaken<ValueState> {
  const balance = state.balance + amount;
  const isBlocked = adjusts?.isBlocked ?? state.isBlocked ?? false;
  const known = state.lastFour ?? lastFour;
  const after: ValueState = {
    balance,
    ...(known === undefined ? {} : { lastFour: known }),
    ...(isBlocked ? { isBlocked } : {}),
  };
  const isCard = id.startsWith("gft_");
  const path = ["input", "payments"];
  if (isCard && state.lastFour === undefined && amount < 0)
    return { state: after, problems: [failure("UNKNOWN_GIFT_CARD", "There is no such gift card.", path)] };
  if (state.isBlocked && adjusts === undefined)
    return { state: after, problems: [failure("GIFT_CARD_BLOCKED", "The gift card is blocked.", path)] };
  if (amount > 0 && most !== undefined && balance > most) {
    const left = `${state.balance} of ${most} are deposited.`;
    return { state: after, problems: [failure("DEPOSIT_TOO_LARGE", left, path)] };
  }
  if (amount >= 0 || balance + limit >= 0) return { state: after, problems: [] };
  if (id.startsWith("acc_")) {
    const owed = `The customer owes ${0 - state.balance} and may owe ${limit}.`;
    return { state: after, problems: [failure("CREDIT_LIMIT_EXCEEDED", owed, path)] };
  }
  const message = `The ${nameOf(id)} holds ${state.balance}.`;
  return { state: after, problems: [failure("BALANCE_TOO_LOW", message, path)] };
}

function nameOf(id: string): string {
  if (id.startsWith("gft_")) return "gift card";
  return id.startsWith("dep_") ? "deposit" : "store credit";
}
