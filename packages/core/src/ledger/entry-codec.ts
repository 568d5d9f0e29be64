import { longId, shortId } from "../base/id.ts";
import type { Item } from "../table/port/port.ts";
import type { Account, Posting } from "./chart.ts";
import {
  cursorOf,
  type Entry,
  type EntryKeys,
  type EventKind,
  entryKeys,
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
  // In the order in which attributes were always written: what stores them as they come keeps every byte.
  const { gsi2pk, gsi2sk, ...keys } = entryKeys(entry);
  const inDayList = gsi2pk === undefined || gsi2sk === undefined ? {} : { gsi2pk, gsi2sk };
  return { ...keys, body: JSON.stringify(body), ...inDayList };
}

function storedEntry(entry: Entry): StoredEntry {
  const { part, kind, day, record, previous, rules, terminalId, postings, modules, events, exceptions } = entry;
  return {
    v: rules,
    ...(part === 0 ? {} : { k: kind, d: day }),
    f: record,
    h: previous,
    ...(terminalId === undefined ? {} : { t: shortId("trm", terminalId) }),
    p: Object.fromEntries(postings),
    ...(Object.keys(modules).length === 0 ? {} : { m: modules }),
    ...(events === undefined ? {} : { e: storedEvents(events, entry) }),
    ...(exceptions === undefined ? {} : { x: exceptions }),
  };
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
  const stored = (cursor: string | null): StoredEvent => {
    if (cursor === null) return null;
    const before = parseCursor(cursor);
    return before.epoch === epoch ? position - before.position : shortCursor(cursor);
  };
  return Object.fromEntries(Object.entries(events).map(([kind, cursor]) => [kind, stored(cursor)]));
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
