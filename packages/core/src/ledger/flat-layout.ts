import { longId, shortId } from "../base/id.ts";
import { type Entry, type ModuleParts, shortCursor } from "./entry.ts";

/**
 * The layout of entries of facts with rules 1: every module's fields flat beside the kernel's. Frozen: entries that were booked
 * in it are verified and rebuilt byte for byte, so neither its names nor its order change. The keys of modules are today's.
 */
export const FLAT_RULES = 1;

/** What modules added to an entry, as JSON. */
export interface FlatFields {
  readonly sequence?: unknown;
  readonly hour?: unknown;
  readonly customerId?: string | undefined;
  readonly discount?: unknown;
  readonly levels?: FlatLevels | undefined;
  readonly goods?: unknown;
}

type FlatLevel = readonly [variantId: string, after: unknown, movedBefore: string | null, ...cost: unknown[]];
type FlatLevels = readonly FlatLevel[];

function shortLevel([id, after, before, ...cost]: FlatLevel): FlatLevel {
  return [shortId("var", id), after, before === null ? null : shortId("sal", before), ...cost];
}

/** Where a kind does not name another order. */
const FIELDS = ["postings", "levels", "goods"];

export function flatBody(entry: Entry, fields: readonly string[] = FIELDS): { readonly [name: string]: unknown } {
  const { part, kind, day, record, previous, rules, terminalId, postings, modules, events, exceptions } = entry;
  const values: { readonly [name: string]: unknown } = { terminalId, postings, ...flatOfModules(modules) };
  return {
    ...(part === 0 ? {} : { kind, day }),
    record,
    previous,
    rules,
    ...Object.fromEntries(fields.map((field) => [field, values[field]])),
    ...(events === undefined
      ? {}
      : { events: Object.fromEntries(Object.entries(events).map(([of, cursor]) => [of, shortCursor(cursor)])) }),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
}

/** What each module keeps in its part: receipts (r), the day (d), the customer (c), the stock (s). */
function flatOfModules({ r, d, c, s }: ModuleParts): FlatFields {
  const [hour, discount] = (d ?? []) as readonly unknown[];
  const [levels, goods] = (s ?? []) as readonly [levels?: FlatLevels, goods?: unknown];
  return {
    sequence: r,
    hour,
    customerId: c === undefined ? undefined : longId("cus", String(c)),
    discount,
    levels: levels?.map(([id, after, before, ...cost]) => [
      longId("var", id),
      after,
      before === null ? null : longId("sal", before),
      ...cost,
    ]),
    goods,
  };
}

export function modulesOfFlat({ sequence, hour, customerId, discount, levels, goods }: FlatFields): ModuleParts {
  return {
    ...(sequence === undefined ? {} : { r: sequence }),
    ...(hour === undefined ? {} : { d: discount === undefined ? [hour] : [hour, discount] }),
    ...(customerId === undefined ? {} : { c: shortId("cus", customerId) }),
    ...(levels === undefined ? {} : { s: [levels.map(shortLevel), goods] }),
  };
}
