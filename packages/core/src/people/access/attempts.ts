import * as v from "valibot";
import { failure, ok, type Result, refused } from "../../base/result.ts";
import { instantMilliseconds } from "../../base/time.ts";
import { sha256 } from "../../ledger/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import { retrying } from "../../table/port/versioned.ts";
import type { AnyContext } from "./context.ts";
import type { Lane } from "./hash-queue.ts";
import { hashQueue, secretFits } from "./hashing.ts";
import { type Attempts, countAttempt, forgottenAtSeconds, type ThrottlePolicy, waitSeconds } from "./rules.ts";

/** One count that an attempt is added to. */
export interface Count {
  readonly key: Key;
  readonly policy: ThrottlePolicy;
  /** It is counted here and never refused: others may have filled this count. */
  readonly isCountedOnly?: boolean;
  /** A success forgets all failures. Elsewhere it takes back its own, so that one person's success does not clear guesses at another's secret. */
  readonly isClearedBySuccess?: boolean;
}

export interface Guess<T> {
  readonly guess: string;
  readonly counts: readonly Count[];
  readonly lane: Lane;
  /** Who sends guesses: one source has few in the queue at a time. */
  readonly source: string;
  /**
   * Reads whose secret it is; runs after the attempt was counted, so that a caller who has to wait causes the same work
   * whether the name is known or not.
   */
  readonly lookUp: () => Promise<{ readonly secretHash: string | undefined; readonly value: T | undefined }>;
}

/**
 * Checks a guess of a low-entropy secret (a password, a PIN). The attempt is counted before the secret is read, and a caller
 * who has to wait costs no hash at all.
 */
export async function attemptSecret<T>(context: AnyContext, guess: Guess<T>): Promise<Result<T>> {
  const answer = hashQueue.run(guess.lane, guess.source, () => attemptInSlot(context, guess));
  return answer ?? tooManyAttempts(1);
}

/** The count is written in the slot, so that the attempts of a moment count one by one and not as failures of each other. */
async function attemptInSlot<T>(context: AnyContext, guess: Guess<T>): Promise<Result<T>> {
  const counted = await countAll(context, guess.counts);
  if (!counted.ok) return counted;
  const { secretHash, value } = await guess.lookUp();
  const fits = await secretFits(guess.guess, secretHash);
  if (!fits || value === undefined) return refused(failure("INVALID_CREDENTIALS", "These credentials are not valid."));
  await takeBack(context, guess.counts);
  return ok(value);
}

/** Adds an attempt to each count, or refuses it with the time to wait. */
export function countAll({ table, clock }: AnyContext, counts: readonly Count[]): Promise<Result<true>> {
  return retrying(clock, "count of attempts", async () => {
    const now = instantMilliseconds(clock.now());
    const items = await table.batchGet(counts.map(({ key }) => key));
    const before = counts.map((count, index) => ({ ...count, item: items[index] }));
    const wait = Math.max(
      ...before.map(({ item, policy, isCountedOnly }) =>
        isCountedOnly || !item ? 0 : waitSeconds(readAttempts(item), policy, now),
      ),
    );
    if (wait > 0) return tooManyAttempts(wait);
    const written = await table.transact(
      before.map(({ key, policy, item }) =>
        attemptsPut(key, { item, policy, attempts: countAttempt(item && readAttempts(item), policy, now), now }),
      ),
    );
    return written.ok ? ok(true) : undefined;
  });
}

/** Refuses a caller who has to wait, and counts nothing: for secrets that no caller guesses, of which only failures are counted. */
export async function mayAttempt({ table, clock }: AnyContext, counts: readonly Count[]): Promise<Result<true>> {
  const now = instantMilliseconds(clock.now());
  const items = await table.batchGet(counts.map(({ key }) => key));
  const waits = counts.map(({ policy }, index) => {
    const item = items[index];
    return item ? waitSeconds(readAttempts(item), policy, now) : 0;
  });
  const wait = Math.max(0, ...waits);
  return wait > 0 ? tooManyAttempts(wait) : ok(true);
}

function tooManyAttempts(retryAfterSeconds: number) {
  const message = `Too many attempts; try again in ${retryAfterSeconds} seconds.`;
  return refused(failure("TOO_MANY_ATTEMPTS", message, ["input"], { retryAfterSeconds }));
}

const readAttempts: (item: Item) => Attempts = recordCodec(
  "count of attempts",
  v.object({ failures: v.number(), attemptedAt: v.string() }),
);

interface NewCount {
  readonly item: Item | undefined;
  readonly policy: ThrottlePolicy;
  readonly attempts: Attempts;
  readonly now: number;
}

function attemptsPut(key: Key, { item, policy, attempts, now }: NewCount): Write {
  const version = Number(item?.version ?? 0);
  const ttl = forgottenAtSeconds(attempts, policy, now);
  return {
    op: "put",
    item: { ...key, ...attempts, version: version + 1, ttl },
    if: item ? { is: "equal", to: { version } } : { is: "absent" },
  };
}

/** To be called when a counted attempt was none of those that are limited. */
export async function takeBack({ table }: AnyContext, counts: readonly Count[]): Promise<void> {
  await Promise.all(counts.map((count) => table.write(takenBack(count))));
}

/** Raises the version, so that an attempt that read the count before counts again. */
function takenBack({ key, isClearedBySuccess }: Count): Write {
  if (isClearedBySuccess) return { op: "delete", key };
  return { op: "update", key, add: { failures: -1, version: 1 }, if: { is: "present" } };
}

/**
 * A PIN has few digits, and who holds a terminal may guess. Guesses that an attacker who never pauses makes in a day, of the
 * 10^6 PINs of six digits and the 10^4 of four:
 *
 * - of one person's PIN, at all terminals where that person never signed in together: 40 on the first day, then 24. However
 *   many terminals there are, 0.9 % of 10^6 in a year; 0.24 % of 10^4 in a day.
 * - of one person's PIN at a terminal where that person did sign in (at most eight are remembered): 56, then 48. These do
 *   not slow the person down at other terminals.
 * - at one terminal, of all PINs: 310; of a merchant, at terminals where the persons never signed in: 343.
 */
const PIN_AT_TERMINAL: ThrottlePolicy = { free: 5, firstWaitSeconds: 300, longestWaitSeconds: 1_800 };
const PIN_ELSEWHERE: ThrottlePolicy = { free: 10, firstWaitSeconds: 60, longestWaitSeconds: 3_600 };
const ALL_PINS_AT_TERMINAL: ThrottlePolicy = { free: 20, firstWaitSeconds: 30, longestWaitSeconds: 300 };
const ALL_PINS_ELSEWHERE: ThrottlePolicy = { free: 50, firstWaitSeconds: 5, longestWaitSeconds: 300 };

/**
 * An owner may try addresses as those of new staff, and learn which other merchants use: 20 at once, and 24 a day from then
 * on.
 */
const FOREIGN_ADDRESSES: ThrottlePolicy = { free: 20, firstWaitSeconds: 60, longestWaitSeconds: 3_600 };

export function foreignAddressCount(merchantId: string): Count {
  return { key: { pk: tenantPk(merchantId, "ATTEMPTS"), sk: "FOREIGN_ADDRESS" }, policy: FOREIGN_ADDRESSES };
}

interface OperatorGuess {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly operatorNumber: string;
}

/** @param isKnown the operator has signed in at this terminal before */
export function operatorCounts(guess: OperatorGuess, isKnown: boolean): readonly Count[] {
  const { merchantId, terminalId, operatorNumber } = guess;
  const person = sha256(operatorNumber);
  const here = tenantPk(merchantId, "ATTEMPTS", terminalId);
  const everywhere = tenantPk(merchantId, "ATTEMPTS");
  const own: Count = { key: { pk: here, sk: `PIN#${person}` }, policy: PIN_AT_TERMINAL, isClearedBySuccess: true };
  const terminal = { key: { pk: here, sk: "TERMINAL" }, policy: ALL_PINS_AT_TERMINAL };
  if (isKnown) return [own, { ...terminal, isCountedOnly: true }];
  return [
    own,
    terminal,
    { key: { pk: everywhere, sk: `PERSON#${person}` }, policy: PIN_ELSEWHERE },
    { key: { pk: everywhere, sk: "MERCHANT" }, policy: ALL_PINS_ELSEWHERE },
  ];
}
