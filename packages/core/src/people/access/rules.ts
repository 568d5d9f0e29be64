import type { Caller, Coverage, KnownCaller, Permission } from "./model.ts";
import { permissionsOf } from "./model.ts";

export function can(caller: Caller, permission: Permission): boolean {
  return caller.kind !== "nobody" && permissionsOf(caller).includes(permission);
}

/** Whether a location is one that this caller may see. A terminal sees its own; a person what the role covers. */
export function covers(caller: KnownCaller, locationId: string): boolean {
  if (caller.kind === "terminal") return caller.locationId === locationId;
  return covering(caller.coverage, locationId);
}

export function covering(coverage: Coverage, locationId: string): boolean {
  return coverage === "all" || coverage.includes(locationId);
}

/** Attempts to guess a secret: after five failures each further one waits, so that a PIN is never swept. */
export interface Attempts {
  readonly failures: number;
  /** No attempt is looked at before this instant. */
  readonly lockedUntil: string;
}

const FREE_FAILURES = 5;
const LONG_LOCK_FAILURES = 10;
const LOCK_SECONDS = 5 * 60;
const LONG_LOCK_SECONDS = 30 * 60;

/** Seconds that a caller still has to wait; 0: the attempt may be looked at. */
export function waitSeconds(attempts: Attempts | undefined, nowMilliseconds: number): number {
  if (!attempts || attempts.failures < FREE_FAILURES) return 0;
  return Math.max(0, Math.ceil((Date.parse(attempts.lockedUntil) - nowMilliseconds) / 1000));
}

/** An attempt counts as failed until it has succeeded, so that attempts made at once cannot outrun the limit. */
export function countAttempt(attempts: Attempts | undefined, nowMilliseconds: number): Attempts {
  const failures = (attempts?.failures ?? 0) + 1;
  const seconds = failures >= LONG_LOCK_FAILURES ? LONG_LOCK_SECONDS : LOCK_SECONDS;
  return { failures, lockedUntil: new Date(nowMilliseconds + seconds * 1000).toISOString() };
}
