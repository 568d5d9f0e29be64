import { longId, shortId } from "../base/id.ts";
import type { Item } from "../table/port/port.ts";
import type { Account, Posting } from "./chart.ts";
import {
  cursorOf,
  type Entry,
  type EntryKeys,
  type EventKind,
  entryWith,
  longCursor,
  type ModuleParts,
  parseCursor,
  parseEntryKeys,
  shortCursor,
} from "./entry.ts";
import { textOf } from "./fact.ts";
import { FLAT_RULES, type FlatFields, flatBody, modulesOfFlat } from "./flat-layout.ts";

/**
 * Entries as they are stored. The rules version of the fact decides the layout, so that an entry is rebuilt byte for byte for
 * ever: rules 1 have their fields flat (`flat-layout.ts`), later ones the kernel's fields under one letter each, postings as
 * amounts by account, and each module's part under `m`. Ids go without their prefix where the field has only one.
 * An entry that stays within a kilobyte costs two write units, a longer one four.
 */
interface StoredEntry {
  readonly v: number;
  /** Kind and day; first parts have them in their keys. */
  readonly k?: string;
  readonly d?: string;
  readonly f: string;
  readonly h: string;
  readonly t?: string;
  readonly p: { readonly [account in Account]?: number };
  readonly m?: ModuleParts;
  readonly e?: { readonly [kind in EventKind]?: StoredEvent };
  readonly x?: Entry["exceptions"];
}

/**
 * The event of the same kind before: by how many positions, where it is of the same epoch, else its cursor without zeros; null:
 * there was none.
 */
type StoredEvent = number | string | null;

/** @param flatFields the order of fields in entries of rules 1, by the kind of the fact */
export function entryItem(entry: Entry, flatFields?: readonly string[]): Item {
  const body = entry.rules <= FLAT_RULES ? flatBody(entry, flatFields) : storedEntry(entry);
  return entryWith(entry, JSON.stringify(body));
}

/** Field by field: every entry passes through here. The order is that of the text. */
function storedEntry(entry: Entry): StoredEntry {
  const { part, terminalId, postings, modules, events, exceptions } = entry;
  const stored: { -readonly [K in keyof StoredEntry]?: StoredEntry[K] } & Pick<StoredEntry, "v"> = { v: entry.rules };
  if (part !== 0) {
    stored.k = entry.kind;
    stored.d = entry.day;
  }
  stored.f = entry.record;
  stored.h = entry.previous;
  if (terminalId !== undefined) stored.t = shortId("trm", terminalId);
  const amounts: { [account in Account]?: number } = {};
  for (const posting of postings) amounts[posting[0]] = posting[1];
  stored.p = amounts;
  for (const _ in modules) {
    stored.m = modules;
    break;
  }
  if (events !== undefined) stored.e = storedEvents(events, entry);
  if (exceptions !== undefined) stored.x = exceptions;
  return stored as StoredEntry;
}

export function readEntry(item: Item): Entry {
  const body = JSON.parse(textOf(item)) as StoredEntry | FlatEntry;
  const { cursor: _, ...keys } = parseEntryKeys(item);
  return "v" in body ? ofStored(body, keys) : ofFlat(body, keys);
}

type Keys = Omit<EntryKeys, "cursor">;

function ofStored({ v, k, d, f, h, t, p, m, e, x }: StoredEntry, keys: Keys): Entry {
  return {
    kind: k ?? "",
    day: d ?? "",
    ...keys,
    record: f,
    previous: h,
    rules: v,
    ...(t === undefined ? {} : { terminalId: longId("trm", t) }),
    postings: Object.entries(p) as unknown as readonly Posting[],
    modules: m ?? {},
    ...(e === undefined ? {} : { events: eventsOf(e, keys) }),
    ...(x === undefined ? {} : { exceptions: x }),
  };
}

type FlatEntry = Pick<
  Entry,
  "kind" | "day" | "record" | "previous" | "rules" | "terminalId" | "postings" | "events" | "exceptions"
> &
  FlatFields;

function ofFlat(body: FlatEntry, keys: Keys): Entry {
  const { kind, day, record, previous, rules, terminalId, postings, events, exceptions } = body;
  return {
    kind,
    day,
    ...keys,
    record,
    previous,
    rules,
    ...(terminalId === undefined ? {} : { terminalId }),
    postings,
    modules: modulesOfFlat(body),
    ...(events === undefined ? {} : { events: longEvents(events) }),
    ...(exceptions === undefined ? {} : { exceptions }),
  };
}

/** The events of an entry, which the publisher needs of most without the rest. */
export function readEvents(item: Item): Entry["events"] {
  const { e, events } = JSON.parse(textOf(item)) as Pick<StoredEntry, "e"> & Pick<FlatEntry, "events">;
  if (e !== undefined) return eventsOf(e, parseEntryKeys(item));
  return events && longEvents(events);
}

type Events = NonNullable<Entry["events"]>;

function storedEvents(events: Events, { epoch, position }: Entry): StoredEntry["e"] & object {
  const stored: { [kind in EventKind]?: StoredEvent } = {};
  for (const kind of Object.keys(events) as EventKind[]) {
    const cursor = events[kind] ?? null;
    const before = cursor === null ? undefined : parseCursor(cursor);
    stored[kind] = before?.epoch === epoch ? position - before.position : shortCursor(cursor);
  }
  return stored;
}

function eventsOf(stored: StoredEntry["e"] & object, { epoch, position }: Pick<Keys, "epoch" | "position">): Events {
  const cursor = (event: StoredEvent): string | null => {
    if (typeof event !== "number") return longCursor(event);
    // `verify` reads altered entries too.
    const isThere = Number.isSafeInteger(epoch) && position - event >= 0;
    return isThere ? cursorOf(epoch, position - event) : String(event);
  };
  return Object.fromEntries(Object.entries(stored).map(([kind, event]) => [kind, cursor(event)]));
}

function longEvents(events: Events): Events {
  return Object.fromEntries(Object.entries(events).map(([kind, cursor]) => [kind, longCursor(cursor)]));
}
