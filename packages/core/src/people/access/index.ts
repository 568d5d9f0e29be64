import { canonicalJson, type Json, withoutEmpty } from "../../base/canonical.ts";
import type { Clock } from "../../base/context.ts";
import { failure, ok, RequestError, type Result, refused } from "../../base/result.ts";
import { sha256 } from "../../ledger/index.ts";
import type { Item, Key, Table, Write } from "../../table/port/port.ts";
import type { Caller, KnownCaller, Permission } from "./model.ts";
import { can, covers } from "./rules.ts";

export { attemptSecret, hashSecret, newSecret, secretMatches } from "./commands.ts";
export * from "./model.ts";
export * from "./records.ts";
export { can, covering, covers } from "./rules.ts";

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

/** The hash that decides whether a request that comes again has the same content. */
export function requestHashOf(input: Json): string {
  return `h1:${sha256(canonicalJson(withoutEmpty(input) ?? null))}`;
}

/**
 * Creates master data once: the first write is the record itself, on condition that it is absent; the others are its locks.
 * Sent again with the same content it is a success; with other content `ID_CONFLICT`.
 * @param taken the refusal for each lock that stands already, in the order of the writes behind the first
 */
export async function createOnce(
  context: Context,
  record: Item & { readonly requestHash: string },
  others: readonly Write[],
  taken: (index: number) => ReturnType<typeof failure> | undefined,
): Promise<Result<Item>> {
  const key: Key = { pk: record.pk, sk: record.sk };
  const before = await context.table.get(key);
  if (before) return sameRequest(before, record.requestHash);
  const result = await context.table.transact([{ op: "put", item: record, if: { is: "absent" } }, ...others]);
  if (result.ok) return ok(record);
  const standing = await context.table.get(key);
  if (standing) return sameRequest(standing, record.requestHash);
  const failures = result.reasons
    .slice(1)
    .flatMap((reason, index) => (reason === "condition" ? (taken(index) ?? []) : []));
  return failures.length > 0 ? refused(...failures) : createOnce(context, record, others, taken);
}

function sameRequest(item: Item, requestHash: string): Result<Item> {
  if (item.requestHash === requestHash) return ok(item);
  return refused(failure("ID_CONFLICT", "Something else was created with this id.", ["input", "id"]));
}
