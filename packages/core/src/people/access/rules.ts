import { PERMISSION_NEEDS, PERMISSIONS_OF } from "../../generated/names.ts";
import type { Caller, Coverage, KnownCaller, Permission, Role } from "./model.ts";

export function can(caller: Caller, permission: Permission): boolean {
  return caller.kind !== "nobody" && lackOf(caller, permission) === undefined;
}

/** What the caller may do at the locations that it covers. A terminal's own token is no person's: few modules grant it anything. */
export function permissionsOf(caller: KnownCaller): readonly Permission[] {
  return granted(caller).filter((permission) => lackOf(caller, permission) === undefined);
}

function granted(caller: KnownCaller): readonly Permission[] {
  return PERMISSIONS_OF[caller.kind === "terminal" ? "TERMINAL" : caller.role];
}

/** What the caller lacks for the permission: the role, or what the permission needs beside it. */
export function lackOf(
  caller: KnownCaller,
  permission: Permission,
): "ROLE" | "ALL_LOCATIONS" | "DASHBOARD" | undefined {
  if (!granted(caller).includes(permission)) return "ROLE";
  return PERMISSION_NEEDS[permission]?.find((need) =>
    need === "DASHBOARD" ? caller.kind !== "staff" : !coversAll(caller),
  );
}

function coversAll(caller: KnownCaller): boolean {
  return caller.kind !== "terminal" && caller.coverage === "all";
}

/** What a person gets, or a record that acts for one. */
export interface Grant {
  readonly role?: Role;
  readonly coverage: Coverage;
}

/** What of a grant goes beyond the caller's own rights. */
export function excessOf(caller: KnownCaller, { role, coverage }: Grant): "ROLE" | "COVERAGE" | undefined {
  const own = granted(caller);
  if (role !== undefined && PERMISSIONS_OF[role].some((permission) => !own.includes(permission))) return "ROLE";
  const isWithin = coverage === "all" ? coversAll(caller) : coverage.every((locationId) => covers(caller, locationId));
  return isWithin ? undefined : "COVERAGE";
}

/**
 * What an operator sees at a terminal: the terminal's own location, and what else the role covers if it has the permission for
 * other locations.
 */
export function coverageAt(locationId: string, { role, coverage }: { role: Role; coverage: Coverage }): Coverage {
  return PERMISSIONS_OF[role].includes("location:others") ? coverage : [locationId];
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
