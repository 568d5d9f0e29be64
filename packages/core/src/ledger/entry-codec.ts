import type { Item } from "../table/port/port.ts";
import {
  type Entry,
  type EntryKeys,
  entryKeys,
  longCursor,
  type ModuleParts,
  parseEntryKeys,
  shortCursor,
} from "./entry.ts";
import { textOf } from "./fact.ts";
import { FLAT_RULES, type FlatFields, flatBody, modulesOfFlat } from "./flat-layout.ts";

/**
 * Entries as they are stored. The rules version of the fact decides the layout, so that an entry is rebuilt byte for byte for
 * ever: rules 1 have their fields flat (`flat-layout.ts`), later ones the kernel's fields under one letter each and each
 * module's part under `m`. An entry that stays within a kilobyte costs two write units, a longer one four.
 */
interface StoredEntry {
  readonly v: number;
  /** Kind and day; first parts have them in their keys. */
  readonly k?: string;
  readonly d?: string;
  readonly f: string;
  readonly h: string;
  readonly t?: string;
  readonly p: Entry["postings"];
  readonly m?: ModuleParts;
  readonly e?: Entry["events"];
  readonly x?: Entry["exceptions"];
}

/** @param flatFields the order of fields in entries of rules 1, by the kind of the fact */
export function entryItem(entry: Entry, flatFields?: readonly string[]): Item {
  const body = entry.rules <= FLAT_RULES ? flatBody(entry, flatFields) : storedEntry(entry);
  return { ...entryKeys(entry), body: JSON.stringify(body) };
}

function storedEntry(entry: Entry): StoredEntry {
  const { part, kind, day, record, previous, rules, terminalId, postings, modules, events, exceptions } = entry;
  return {
    v: rules,
    ...(part === 0 ? {} : { k: kind, d: day }),
    f: record,
    h: previous,
    ...(terminalId === undefined ? {} : { t: terminalId }),
    p: postings,
    ...(Object.keys(modules).length === 0 ? {} : { m: modules }),
    ...(events === undefined ? {} : { e: shortEvents(events) }),
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
    ...(t === undefined ? {} : { terminalId: t }),
    postings: p,
    modules: m ?? {},
    ...(e === undefined ? {} : { events: longEvents(e) }),
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
  const { e, events } = JSON.parse(textOf(item)) as { readonly e?: Entry["events"]; readonly events?: Entry["events"] };
  const found = e ?? events;
  return found && longEvents(found);
}

export function shortEvents(events: NonNullable<Entry["events"]>): NonNullable<Entry["events"]> {
  return Object.fromEntries(Object.entries(events).map(([kind, cursor]) => [kind, shortCursor(cursor)]));
}

function longEvents(events: NonNullable<Entry["events"]>): NonNullable<Entry["events"]> {
  return Object.fromEntries(Object.entries(events).map(([kind, cursor]) => [kind, longCursor(cursor)]));
}
