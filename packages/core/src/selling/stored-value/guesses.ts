import type { Failure } from "../../base/result.ts";
import { type Context, type Count, countAll, mayAttempt, type ThrottlePolicy } from "../../people/access/index.ts";
import { tenantPk } from "../../table/port/keys.ts";
import { namesCards, type SentCards, sealCards } from "./model.ts";
import { cardAccount, cardKey } from "./records.ts";

/**
 * No guess finds one of 2^75 codes. What is limited is the work for guesses, and what a cashier learns of cards that others
 * describe: ten unknown codes at once at a terminal, then fewer and fewer.
 */
const GUESSES: ThrottlePolicy = { free: 10, firstWaitSeconds: 2, longestWaitSeconds: 300 };

function countOf({ caller }: Context): Count {
  const by = caller.kind === "staff" ? caller.staffId : caller.terminalId;
  return { key: { pk: tenantPk(caller.merchantId, "ATTEMPTS"), sk: `GIFT_CARD#${by}` }, policy: GUESSES };
}

/** @returns why no card is looked up now: this caller named too many that are unknown */
export async function guessesExhausted(context: Context): Promise<readonly Failure[]> {
  const may = await mayAttempt(context, [countOf(context)]);
  return may.ok ? [] : may.failures;
}

/** To be called when a caller named a card that is unknown. */
export async function countGuess(context: Context): Promise<void> {
  await countAll(context, [countOf(context)]);
}

/** A request with the accounts of its gift cards in place of their codes; most requests name none and cost nothing. */
export async function withCardAccounts<T extends SentCards>({ table, clock, caller }: Context, input: T): Promise<T> {
  if (!namesCards(input)) return input;
  const key = await cardKey(table, clock, caller.merchantId);
  return sealCards(input, (code) => cardAccount(key, code));
}
