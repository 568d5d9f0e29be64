import type { Clock } from "../../base/context.ts";
import { RequestError } from "../../base/result.ts";
import type { Table } from "../../table/port/port.ts";
import type { Caller, KnownCaller, Permission } from "./model.ts";
import { can, covers } from "./rules.ts";

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
  if (!can(context.caller, permission)) throw new RequestError("FORBIDDEN", `This needs the permission ${permission}.`);
}

/** Whether the caller may do this at that location; another's location is as if it did not exist. */
export function covered(context: Context, locationId: string): boolean {
  return covers(context.caller, locationId);
}
