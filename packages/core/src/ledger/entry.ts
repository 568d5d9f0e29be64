import { assert } from "../base/result.ts";
import type { EventKind } from "../generated/names.ts";
import { padded, tenantPk } from "../table/port/keys.ts";
import type { Item, Key } from "../table/port/port.ts";
import type { Posting } from "./chart.ts";
import { ENTRY_SK_PREFIX, textOf } from "./fact.ts";
import { sha256 } from "./hash.ts";

/**
 * An entry books one part of one fact at one position of one ledger. It exists once because its key follows from the fact's
 * id and its part. What stands in its keys is not said again in its body; the hash covers both.
 */
export interface Entry {
  readonly merchantId: string;
  readonly ledgerId: string;
  readonly epoch: number;
  readonly position: number;
  readonly factId: string;
  readonly part: number;
  readonly kind: string;
  readonly day: string;
  /** Of the fact; first parts only, where lists sort by it. */
  readonly occurredAt?: string;
  /** The record hash of the fact it books, and the hash of the entry before it in this ledger ("" for the first). */
  readonly record: string;
  readonly previous: string;
  readonly rules: number;
  readonly terminalId?: string;
  /** The receipt number that the terminal counted. */
  readonly sequence?: number;
  readonly hour?: number;
  readonly customerId?: string;
  /** All discounts given, which the postings show only netted. */
  readonly discount?: number;
  readonly postings: readonly Posting[];
  readonly levels?: readonly LevelMove[];
  readonly goods?: readonly GoodsMove[];
  /** For each event that this entry is: the cursor of the event of the same kind before it in this ledger. */
  readonly events?: { readonly [kind in EventKind]?: string | null };
  /** Exceptions that this entry opened: subject and code. */
  readonly exceptions?: readonly (readonly [subject: string, code: string])[];
}

/** What subscriptions deliver, as modules declare it. */
export { EVENT_KINDS, type EventKind } from "../generated/names.ts";

/**
 * A variant's level after this entry, the entry that moved it before (null: none; so its movements are a chain), and, when
 * goods came in, what a unit costs from now on (millionths of the major unit).
 */
export type LevelMove = readonly [
  variantId: string,
  quantityAfter: number,
  movedBefore: string | null,
  unitCost?: number,
];

/** One line's goods: which of the levels, the change of its quantity (thousandths) and of its value (minor units). */
export type GoodsMove = readonly [level: number, quantity: number, value: number];

export function entryKey(merchantId: string, factId: string, part: number): Key {
  return { pk: tenantPk(merchantId, factId), sk: `${ENTRY_SK_PREFIX}${padded(part, 4)}` };
}

/** What an entry sold, with tax, minor units: below zero where goods came back. */
export function soldOf(entry: Entry): number {
  let sold = 0;
  for (const [account, amount] of entry.postings) if (account === "revenue" || account === "taxPayable") sold -= amount;
  return sold;
}

/** How one entry names another: its fact and, beyond the first, its part. */
export function entryReference(factId: string, part: number): string {
  return part === 0 ? factId : `${factId}.${part}`;
}

/** Epoch, then position, both padded, so that cursors compare as strings. */
export function cursorOf(epoch: number, position: number): string {
  return `${padded(epoch, EPOCH_DIGITS)}-${padded(position, POSITION_DIGITS)}`;
}

const EPOCH_DIGITS = 4;
const POSITION_DIGITS = 12;

export function entriesIndexPk(merchantId: string, ledgerId: string): string {
  return tenantPk(merchantId, "E", ledgerId);
}

/** First parts of one kind of fact at a location, as lists show them: by business day, then when it happened, then id. */
export function dayIndexPk(merchantId: string, ledgerId: string, kind: string): string {
  return tenantPk(merchantId, "D", ledgerId, kind);
}

export function dayIndexSk(day: string, occurredAt: string, factId: string): string {
  return `${day}#${occurredAt}#${factId}`;
}

export function entryItem(entry: Entry): Item {
  const { merchantId, ledgerId, epoch, position, factId, part, kind, day, occurredAt, events } = entry;
  // What the keys say is left out: an entry that stays within a kilobyte costs two units, a longer one four.
  const body: { -readonly [K in keyof Entry]?: unknown } = {
    ...entry,
    merchantId: undefined,
    ledgerId: undefined,
    epoch: undefined,
    position: undefined,
    factId: undefined,
    part: undefined,
    occurredAt: undefined,
  };
  if (part === 0) {
    body.kind = undefined;
    body.day = undefined;
  }
  if (events) body.events = Object.fromEntries(Object.entries(events).map(([of, cursor]) => [of, shortened(cursor)]));
  const item = {
    ...entryKey(merchantId, factId, part),
    gsi1pk: entriesIndexPk(merchantId, ledgerId),
    gsi1sk: cursorOf(epoch, position),
    body: JSON.stringify(body),
  };
  if (part !== 0) return item;
  assert(occurredAt !== undefined, "a first part says when its fact occurred");
  return { ...item, gsi2pk: dayIndexPk(merchantId, ledgerId, kind), gsi2sk: dayIndexSk(day, occurredAt, factId) };
}

export function readEntry(item: Item): Entry {
  const said = JSON.parse(textOf(item)) as Entry;
  const [merchantId = "", factId = ""] = item.pk.split("#");
  const ledgerId = item.gsi1pk?.split("#")[2] ?? "";
  const [epoch = "", position = ""] = item.gsi1sk?.split("-") ?? [];
  const part = Number(item.sk.slice(ENTRY_SK_PREFIX.length));
  const place = { merchantId, ledgerId, epoch: Number(epoch), position: Number(position), factId, part };
  const events = said.events && { events: lengthenedAll(said.events) };
  if (part !== 0) return { ...said, ...place, ...events };
  const kind = item.gsi2pk?.split("#")[3] ?? "";
  const [day = "", occurredAt = ""] = item.gsi2sk?.split("#") ?? [];
  return { ...said, ...place, kind, day, occurredAt, ...events };
}

/** Within a text a quote is never without its backslash, so this is the member and nothing that somebody wrote. */
const EVENTS = /(?<!\\)"events":(\{[^{}]*\})/;

/** `events` of an entry, without reading all of it: whoever publishes asks nothing else of most. */
export function readEvents(item: Item): Entry["events"] {
  const [, text] = EVENTS.exec(textOf(item)) ?? [];
  return text === undefined ? undefined : lengthenedAll(JSON.parse(text));
}

function lengthenedAll(events: NonNullable<Entry["events"]>): NonNullable<Entry["events"]> {
  return Object.fromEntries(Object.entries(events).map(([of, cursor]) => [of, lengthened(cursor)]));
}

/** A cursor in a body need not sort, so it goes without its zeros: "1-42". */
function shortened(cursor: string | null): string | null {
  return cursor === null ? null : `${Number(cursor.slice(0, EPOCH_DIGITS))}-${Number(cursor.slice(EPOCH_DIGITS + 1))}`;
}

/** Whatever somebody may have made of it: `verify` reads it too. */
function lengthened(short: string | null): string | null {
  if (short === null) return null;
  const [epoch = "", position = ""] = String(short).split("-");
  return `${epoch.padStart(EPOCH_DIGITS, "0")}-${position.padStart(POSITION_DIGITS, "0")}`;
}

/** What the next entry must hold as `previous`, and the head as `hash`: over the keys and the body, as stored. */
export function entryHash(item: Item): string {
  return sha256(
    JSON.stringify([
      item.pk,
      item.sk,
      item.gsi1pk,
      item.gsi1sk,
      item.gsi2pk ?? null,
      item.gsi2sk ?? null,
      item.body ?? null,
    ]),
  );
}
