import type { Clock } from "../../base/context.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { type Table, TableUnavailable, type Write } from "./port.ts";

/** Optimistic concurrency: read, decide, write on condition that nothing has changed in between; after a conflict, again. */
const ATTEMPTS_MAX = 40;
const PAUSE_MILLISECONDS_BASE = 4;
const PAUSE_MILLISECONDS_MAX = 200;

/**
 * Runs an attempt until it returns something, with a growing, jittered pause after each conflict.
 * @param attempt returns undefined after a conflict
 * @param what names the record in the error
 * @throws TableUnavailable when every attempt conflicted: nothing was written, the caller may try again
 */
export async function retrying<T>(clock: Clock, what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  for (let attempts = 1; attempts <= ATTEMPTS_MAX; attempts += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
    const pause = Math.min(PAUSE_MILLISECONDS_MAX, PAUSE_MILLISECONDS_BASE * 2 ** Math.min(attempts, 6));
    if (attempts < ATTEMPTS_MAX) await clock.sleep(clock.random() * pause);
  }
  throw new TableUnavailable("none", `Other callers changed the ${what} ${ATTEMPTS_MAX} times in between; try again.`);
}

/** One write of a change, and what the caller is answered when its condition does not hold. Without an answer: read again. */
export interface ChangeWrite {
  readonly write: Write;
  readonly refusal?: Failure;
}

/** A change of a record that carries a version. */
export interface VersionedChange<Seen extends { readonly version: number }, T> {
  /** The record's name in messages. */
  readonly what: string;
  /** The version that the caller saw. */
  readonly version: number;
  /** Reads the record; its failures are the answer. */
  readonly read: () => Promise<Result<Seen>>;
  /** The answer when the record already is as the caller wants it: the request was sent again. */
  readonly done: (seen: Seen) => T | undefined;
  /** The writes, one of them on condition of the version, and the answer once they are committed. */
  readonly change: (seen: Seen) => Promise<Result<{ readonly writes: readonly ChangeWrite[]; readonly value: T }>>;
}

/**
 * Changes a record that no other caller has changed since the caller read it. A change that another caller made first is
 * answered with `VERSION_CONFLICT` and the current version.
 * @throws TableUnavailable when the writes conflict over and over
 */
export async function changeVersioned<Seen extends { readonly version: number }, T>(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  { what, version, read, done, change }: VersionedChange<Seen, T>,
): Promise<Result<T>> {
  return retrying(clock, what, async () => {
    const seen = await read();
    if (!seen.ok) return seen;
    const before = done(seen.value);
    if (before !== undefined) return ok(before);
    if (seen.value.version !== version) return refused(versionConflict(what, seen.value.version));
    const next = await change(seen.value);
    if (!next.ok) return next;
    const { writes, value } = next.value;
    const result = await table.transact(writes.map(({ write }) => write));
    if (result.ok) return ok(value);
    const failures = writes.flatMap(({ refusal }, index) =>
      refusal && result.reasons[index] === "condition" ? [refusal] : [],
    );
    return failures.length > 0 ? refused(...failures) : undefined;
  });
}

export function versionConflict(what: string, version: number): Failure {
  return failure("VERSION_CONFLICT", `The ${what} was changed in between.`, ["input", "version"], { version });
}
