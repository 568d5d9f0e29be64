import type { Clock } from "../../base/context.ts";
import { type Failure, failure, ok, type Result, refused } from "../../base/result.ts";
import { type Table, TableUnavailable, type Write } from "./port.ts";

/** Optimistic concurrency: read, decide, write on condition that nothing has changed in between; after a conflict, retry. */
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
    const result = await attempt();
    if (result !== undefined) return result;
    const pause = Math.min(PAUSE_MILLISECONDS_MAX, PAUSE_MILLISECONDS_BASE * 2 ** Math.min(attempts, 6));
    if (attempts < ATTEMPTS_MAX) await clock.sleep(clock.random() * pause);
  }
  throw new TableUnavailable("none", `Other callers changed the ${what} ${ATTEMPTS_MAX} times in between; try again.`);
}

/** One write of a change, and the failure to return when its condition does not hold. Without one, the change is retried. */
export interface ChangeWrite {
  readonly write: Write;
  readonly refusal?: Failure;
}

/** A change of a record that carries a version. */
export interface VersionedChange<Stored extends { readonly version: number }, T> {
  /** The record's name in messages. */
  readonly what: string;
  /** The version that the caller read. */
  readonly version: number;
  /** Reads the record; its failures are returned. */
  readonly read: () => Promise<Result<Stored>>;
  /** The result if the record already has the change (a duplicate request), else undefined. */
  readonly ifApplied: (current: Stored) => T | undefined;
  /** The writes, one of them on condition of the version, and the result once they are committed. */
  readonly change: (current: Stored) => Promise<Result<{ readonly writes: readonly ChangeWrite[]; readonly value: T }>>;
}

/**
 * Changes a record that no other caller has changed since the caller read it. A change that another caller made first is
 * answered with `VERSION_CONFLICT` and the current version.
 * @throws TableUnavailable when the writes conflict over and over
 */
export async function changeVersioned<Stored extends { readonly version: number }, T>(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  { what, version, read, ifApplied, change }: VersionedChange<Stored, T>,
): Promise<Result<T>> {
  return retrying(clock, what, async () => {
    const current = await read();
    if (!current.ok) return current;
    const applied = ifApplied(current.value);
    if (applied !== undefined) return ok(applied);
    if (current.value.version !== version) return refused(versionConflict(what, current.value.version));
    const next = await change(current.value);
    if (!next.ok) return next;
    const { writes, value } = next.value;
    const result = await table.transact(writes.map(({ write }) => write));
    if (result.ok) return ok(value);
    // The record itself was changed in between: what else failed may follow from that, so read it again.
    if (writes.some(({ refusal }, index) => !refusal && result.reasons[index] === "condition")) return undefined;
    const failures = writes.flatMap(({ refusal }, index) =>
      refusal && result.reasons[index] === "condition" ? [refusal] : [],
    );
    return failures.length > 0 ? refused(...failures) : undefined;
  });
}

export function versionConflict(what: string, version: number): Failure {
  return failure("VERSION_CONFLICT", `The ${what} was changed in between.`, ["input", "version"], { version });
}
