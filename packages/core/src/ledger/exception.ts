import type { ExceptionCode } from "../generated/names.ts";
import { tenantPk } from "../table/port/keys.ts";
import { firstKeys, type IndexKey, type Item, type Key, type Table, type Write } from "../table/port/port.ts";
import { type ExceptionDetails, textOf } from "./fact.ts";

/**
 * An exception asks a manager to look at something that was recorded all the same. Its id is its subject (a fact, a
 * terminal, a level) and its code, so raising it twice is raising it once. It is opened and closed in the transaction that
 * finds or fixes the cause.
 */
export interface Exception {
  readonly subject: string;
  readonly code: string;
  readonly locationId: string;
  readonly message: string;
  readonly details?: ExceptionDetails;
  /** When the fact that raised it was recorded. */
  readonly raisedAt: string;
  /** `closed`: the cause is fixed. `resolved`: a manager has settled it with a note. */
  readonly status: "open" | "closed" | "resolved";
  readonly note?: string;
  readonly resolvedBy?: string;
  readonly resolvedAt?: string;
}

/** What a rule asks for: the exception is to be open, or its cause is fixed. */
export interface ExceptionCall {
  readonly subject: string;
  readonly code: ExceptionCode;
  readonly message: string;
  readonly details?: ExceptionDetails;
  readonly open: boolean;
}

export interface StoredException extends Exception {
  readonly version: number;
}

export function exceptionKey(merchantId: string, subject: string, code: string): Key {
  return { pk: exceptionsPk(merchantId, subject), sk: code };
}

function exceptionsPk(merchantId: string, subject: string): string {
  return tenantPk(merchantId, "X", subject);
}

function indexPk(merchantId: string, locationId: string, status: Exception["status"]): string {
  return tenantPk(merchantId, "X", locationId, status === "open" ? "open" : "done");
}

export function readException(item: Item): StoredException {
  return { ...(JSON.parse(textOf(item)) as Exception), version: Number(item.version) };
}

function exceptionWrite(merchantId: string, exception: Exception, seen: StoredException | undefined): Write {
  const { subject, code, locationId, status, raisedAt } = exception;
  return {
    op: "put",
    item: {
      ...exceptionKey(merchantId, subject, code),
      gsi1pk: indexPk(merchantId, locationId, status),
      gsi1sk: `${raisedAt}#${subject}#${code}`,
      version: (seen?.version ?? 0) + 1,
      body: JSON.stringify(exception),
    },
    if: seen ? { is: "equal", to: { version: seen.version } } : { is: "absent" },
  };
}

/** @returns the write that a call needs, given the stored exception; undefined when it is in the wanted state already */
export function exceptionCallWrite(
  merchantId: string,
  locationId: string,
  call: ExceptionCall,
  at: string,
  seen: StoredException | undefined,
): Write | undefined {
  return exceptionCallsWrite(merchantId, locationId, [{ ...call, at }], seen);
}

/** The same for the calls of several entries on one exception, one after the other: what was opened and closed leaves its record. */
export function exceptionCallsWrite(
  merchantId: string,
  locationId: string,
  calls: readonly (ExceptionCall & { readonly at: string })[],
  seen: StoredException | undefined,
): Write | undefined {
  let current = withoutVersion(seen);
  const before = current;
  for (const { subject, code, message, details, open, at } of calls) {
    if (open && (!current || current.status === "closed"))
      current = { subject, code, locationId, message, ...(details ? { details } : {}), raisedAt: at, status: "open" };
    // Also where a manager has settled it: if the cause comes back, it is to be raised again.
    else if (!open && current && current.status !== "closed") current = { ...current, status: "closed" };
  }
  return !current || current === before ? undefined : exceptionWrite(merchantId, current, seen);
}

function withoutVersion(seen: StoredException | undefined): Exception | undefined {
  if (!seen) return undefined;
  const { version: _, ...exception } = seen;
  return exception;
}

/** The write by which a person settles an open exception. */
export function resolutionWrite(
  merchantId: string,
  seen: StoredException,
  resolution: { note: string; by: string; at: string },
): Write {
  const { note, by, at } = resolution;
  const { version: _, ...exception } = seen;
  return exceptionWrite(merchantId, { ...exception, status: "resolved", note, resolvedBy: by, resolvedAt: at }, seen);
}

/** All exceptions of a ledger, in whatever state, by when they were raised. */
export async function* exceptionsOfLedger(
  table: Table,
  { merchantId, ledgerId }: { readonly merchantId: string; readonly ledgerId: string },
): AsyncGenerator<StoredException, void, undefined> {
  for (const status of ["open", "closed"] as const) {
    const pk = indexPk(merchantId, ledgerId, status);
    let after: string | undefined;
    do {
      const page = await table.queryIndex({ index: "gsi1", pk, limit: 100, ...(after === undefined ? {} : { after }) });
      const items = page.items.length === 0 ? [] : await table.batchGet(page.items.map(({ pk, sk }) => ({ pk, sk })));
      for (const item of items) if (item?.gsi1pk === pk) yield readException(item);
      after = page.next;
    } while (after !== undefined);
  }
}

/** An exception as it was elsewhere, where it is absent here. */
export function exceptionPut(merchantId: string, { version, ...exception }: StoredException): Write {
  const write = exceptionWrite(merchantId, exception, undefined);
  return write.op === "put" ? { ...write, item: { ...write.item, version } } : write;
}

/** All exceptions of a subject, in whatever state. */
export async function exceptionsOf(table: Table, merchantId: string, subject: string): Promise<StoredException[]> {
  const page = await table.query({ pk: exceptionsPk(merchantId, subject), limit: 100 });
  return page.items.map(readException);
}

export async function readExceptions(
  table: Table,
  merchantId: string,
  ids: readonly { subject: string; code: string }[],
): Promise<(StoredException | undefined)[]> {
  if (ids.length === 0) return [];
  const items = await table.batchGet(ids.map(({ subject, code }) => exceptionKey(merchantId, subject, code)));
  return items.map((item) => item && readException(item));
}

/** How many of a location's exceptions that are still open were raised in a time, its end excluded. Reads keys only. */
export async function countOpenExceptions(
  table: Table,
  merchantId: string,
  locationId: string,
  { from, before }: { readonly from: string; readonly before: string },
): Promise<number> {
  const query = {
    index: "gsi1",
    pk: indexPk(merchantId, locationId, "open"),
    range: { between: [from, before] },
  } as const;
  let [count, after]: [number, string | undefined] = [0, undefined];
  do {
    const page = await table.queryIndex({ ...query, limit: 100, ...(after === undefined ? {} : { after }) });
    count += page.items.length;
    after = page.next;
  } while (after !== undefined);
  return count;
}

/** What a location's exceptions are about, those raised last first. Reads keys only. */
export async function exceptionSubjects(
  table: Table,
  merchantId: string,
  locationId: string,
  limit: number,
): Promise<string[]> {
  const keys = await Promise.all(
    (["open", "closed"] as const).map((status) => {
      const pk = indexPk(merchantId, locationId, status);
      return firstKeys(table, { index: "gsi1", pk, limit, reverse: true });
    }),
  );
  return keys
    .flat()
    .map(({ indexSk }) => indexSk)
    .sort()
    .reverse()
    .slice(0, limit)
    .map((key) => key.split("#")[1] ?? "");
}

export interface ExceptionList {
  readonly exceptions: readonly { readonly orderKey: string; readonly exception: StoredException }[];
  readonly hasMore: boolean;
  /** The order key up to which was searched. */
  readonly end?: string;
}

/** Keys that one request reads to find some of a code, and how many at once. */
const KEYS_WALKED_MAX = 5_000;
const KEYS_AT_ONCE = 1_000;

/**
 * A location's exceptions from new to old: those that are open, or those that are done with.
 * @param options.code only these. Their keys are read until the page is full, or so many were read that the caller is asked to go on
 */
export async function listExceptions(
  table: Table,
  merchantId: string,
  locationId: string,
  options: { readonly open: boolean; readonly limit: number; readonly before?: string; readonly code?: string },
): Promise<ExceptionList> {
  const { open, limit, code } = options;
  const pk = indexPk(merchantId, locationId, open ? "open" : "resolved");
  const atOnce = code === undefined ? limit + 1 : KEYS_AT_ONCE;
  const found: IndexKey[] = [];
  let end = options.before;
  let hasMore = true;
  for (let walked = 0; hasMore && found.length <= limit && walked < KEYS_WALKED_MAX; walked += atOnce) {
    const range = end === undefined ? {} : { range: { below: end } };
    const keys = await firstKeys(table, { index: "gsi1", pk, limit: atOnce, reverse: true, ...range });
    found.push(...keys.filter(({ sk }) => code === undefined || sk === code));
    end = keys.at(-1)?.indexSk ?? end;
    hasMore = keys.length === atOnce;
  }
  const page = found.slice(0, limit);
  const items = page.length === 0 ? [] : await table.batchGet(page.map(({ pk, sk }) => ({ pk, sk })));
  // The index follows the table: what has changed sides in between is left out.
  const exceptions = items.flatMap((item) =>
    item?.gsi1pk === pk ? [{ orderKey: item.gsi1sk ?? "", exception: readException(item) }] : [],
  );
  if (found.length > limit) return { exceptions, hasMore: true };
  return { exceptions, hasMore, ...(hasMore && end !== undefined ? { end } : {}) };
}
