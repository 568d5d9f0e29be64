import { PERMISSION_NEEDS, PERMISSIONS_OF } from "../../generated/names.ts";
import type { Caller, Coverage, KnownCaller, Permission, Role } from "./model.ts";

export function can(caller: Caller, permission: Permission): boolean {
  return caller.kind !== "nobody" && lackOf(caller, permission) === undefined;
}

/** What the caller may do at the locations that it covers. A terminal's own token is no person's: few modules grant it anything. */
export function permissionsOf(caller: KnownCaller): readonly Permission[] {
  return granted(caller).filter((permission) => lackOf(caller, permission) === undefined);
}

/** Whether a role has the permission, as far as the role decides it. */
export function isGranted(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].includes(permission);
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

/** Whether the caller could give, or change, a person of this role and these locations. */
export function isGrantable(caller: KnownCaller, grant: Grant): boolean {
  return excessOf(caller, grant) === undefined;
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

/**
 * How a count of failed guesses slows the next one down: after the free ones each waits twice as long as the one before, up to
 * the longest wait. A failure is forgotten for each longest wait that passes without an attempt. So an attacker who never
 * pauses makes `free` guesses, about log2(longest / first) more, and then one for each longest wait.
 */
export interface ThrottlePolicy {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/** What is stored of a count. */
export interface Attempts {
  readonly failures: number;
  /** The last attempt, as an instant. */
  readonly attemptedAt: string;
}

/** Seconds that a caller still has to wait; 0: the attempt may be made. */
export function waitSeconds(attempts: Attempts | undefined, policy: ThrottlePolicy, nowMilliseconds: number): number {
  if (attempts === undefined) return 0;
  const { free, firstWaitSeconds, longestWaitSeconds } = policy;
  const failures = remembered(attempts, policy, nowMilliseconds);
  if (failures < free) return 0;
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(failures - free, DOUBLINGS_MAX));
  return Math.max(0, Math.ceil(wait - (nowMilliseconds - Date.parse(attempts.attemptedAt)) / 1_000));
}

const DOUBLINGS_MAX = 30;

/** An attempt counts as failed until it has succeeded, so that attempts made at once cannot outrun the limit. */
export function countAttempt(
  attempts: Attempts | undefined,
  policy: ThrottlePolicy,
  nowMilliseconds: number,
): Attempts {
  const failures = attempts === undefined ? 0 : remembered(attempts, policy, nowMilliseconds);
  return { failures: failures + 1, attemptedAt: new Date(nowMilliseconds).toISOString() };
}

function remembered({ failures, attemptedAt }: Attempts, policy: ThrottlePolicy, nowMilliseconds: number): number {
  const quietSeconds = Math.max(0, nowMilliseconds - Date.parse(attemptedAt)) / 1_000;
  return Math.max(0, failures - Math.floor(quietSeconds / policy.longestWaitSeconds));
}

/** When a count that is not touched again has forgotten everything. */
export function forgottenAtSeconds({ failures }: Attempts, policy: ThrottlePolicy, nowMilliseconds: number): number {
  return Math.ceil(nowMilliseconds / 1_000) + failures * policy.longestWaitSeconds;
}
