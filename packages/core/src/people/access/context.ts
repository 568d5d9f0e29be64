import type { Clock } from "../../base/context.ts";
import { RequestError } from "../../base/result.ts";
import type { Table } from "../../table/port/port.ts";
import type { Caller, KnownCaller, Permission } from "./model.ts";
import { covers, excessOf, type Grant, lackOf } from "./rules.ts";

/** What every command and query gets first: the table, the clock, and who calls. */
export interface Context {
  readonly table: Table;
  readonly clock: Clock;
  readonly caller: KnownCaller;
}

/** A context before anybody is known: what signing in needs. */
export interface AnyContext {
  readonly table: Table;
  readonly clock: Clock;
  readonly caller: Caller;
}

/** @throws RequestError UNAUTHENTICATED */
export function requireCaller(context: AnyContext): Context {
  const { caller } = context;
  if (caller.kind === "nobody") throw new RequestError("UNAUTHENTICATED", "This needs a valid token.");
  return { ...context, caller };
}

/** @throws RequestError FORBIDDEN */
export function authorize(context: Context, permission: Permission): void {
  const lack = lackOf(context.caller, permission);
  if (lack === undefined) return;
  throw new RequestError("FORBIDDEN", `This needs the permission ${permission}${REMEDIES[lack]}`);
}

const REMEDIES = {
  ROLE: ".",
  ALL_LOCATIONS:
    ", which needs a role that covers all locations, because the change holds at all of them: ask someone with such a role.",
  DASHBOARD: ", which an operator's token does not have: sign in at the dashboard by e-mail address and password.",
} as const;

/**
 * Every command that gives a person, or a record that acts for one, a role or locations calls this.
 * @throws RequestError FORBIDDEN if the grant goes beyond the caller's own role or locations
 */
export function authorizeGrant(context: Context, grant: Grant): void {
  const excess = excessOf(context.caller, grant);
  if (excess !== undefined) throw new RequestError("FORBIDDEN", EXCESSES[excess]);
}

const EXCESSES = {
  ROLE: "The role has permissions that the caller does not have: name a role within the caller's own.",
  COVERAGE: "The caller's role does not cover all of these locations: name locations that it covers.",
} as const;

/** Whether the caller may do this at that location; another's location is as if it did not exist. */
export function covered(context: Context, locationId: string): boolean {
  return covers(context.caller, locationId);
}
