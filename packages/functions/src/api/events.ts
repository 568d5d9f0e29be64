import type { Clock } from "@pos/core/base/context.ts";
import {
  cursorOf,
  type Entry,
  type EventKind,
  entriesIndexPk,
  type LedgerRef,
  parseEntryKeys,
  readEntry,
  readEvents,
  readHead,
} from "@pos/core/ledger/index.ts";
import type { IndexKey, Item, Table } from "@pos/core/table/port/port.ts";

/** What can be listened to: entries that are one kind of event, each told of; or that entries were booked, told once for many. */
export type TopicKind = EventKind | "entries";

/** One event of a ledger, at its place. */
export type LedgerEvent = EntryEvent | EntriesEvent;

/** An entry that is an event, with its place in the chain of its kind. */
export interface EntryEvent {
  readonly cursor: string;
  /** Of the event of the same kind before it; null: there was none. */
  readonly previous: string | null;
  readonly factId: string;
  /** Read when it is first asked for. */
  readonly entry: Entry;
  /** What may be long is left out. */
  readonly withoutSale?: boolean;
}

/** Entries were booked, up to this one. It makes up for all such events before it, so it follows none. */
export interface EntriesEvent {
  readonly cursor: string;
  readonly previous: null;
}

/** What a subscription listens to. */
export interface Topic {
  readonly kind: TopicKind;
  readonly locationId: string;
  /** Replay what came behind this; undefined: from now on. */
  readonly after: string | undefined;
}

/** What whoever listens to a ledger's entries is told: where it stands now. */
export async function newsOf(table: Table, ledger: LedgerRef): Promise<EntriesEvent> {
  return { cursor: (await ledgerNow(table, ledger, "entries")).cursor, previous: null };
}

/** The event of a kind that an entry's item is, if it is one. */
export function eventOf(item: Item, kind: EventKind): EntryEvent | undefined {
  const previous = readEvents(item)?.[kind];
  if (previous === undefined) return undefined;
  let entry: Entry | undefined;
  const { cursor, factId } = parseEntryKeys(item);
  return {
    cursor,
    previous,
    factId,
    get entry() {
      entry ??= readEntry(item);
      return entry;
    },
  };
}

export function isCursor(text: string): boolean {
  return /^\d{4}-\d{12}$/.test(text);
}

/** Where a ledger stands now, and where its last event of a kind does. */
export async function ledgerNow(
  table: Table,
  { merchantId, ledgerId }: LedgerRef,
  kind: TopicKind,
): Promise<{ readonly cursor: string; readonly lastEvent: string | undefined }> {
  const { epoch, position, events } = await readHead(table, merchantId, ledgerId);
  const cursor = cursorOf(epoch, position);
  return { cursor, lastEvent: kind === "entries" ? cursor : events[kind] };
}

const PAGE = 100;
/** An index follows its table; a hole may close while we wait. */
const HOLE_WAITS = 20;
const HOLE_WAIT_MILLISECONDS = 100;
const BEFORE_ALL = "0";

/** A stretch of a ledger: how far it was walked, and its events of one kind on the way. */
export interface Stretch {
  readonly reached: string;
  readonly events: readonly LedgerEvent[];
}

/**
 * A ledger's events of one kind behind a cursor, in their order, up to the head. Positions have no gap, so wherever the head
 * (read consistently) has gone on, one that the index does not show yet is waited for: nothing is left out.
 */
export async function* eventsBehind(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  ledger: LedgerRef,
  { kind, after }: { readonly kind: TopicKind; readonly after: string },
): AsyncGenerator<Stretch, void, undefined> {
  if (kind === "entries") {
    const news = await newsOf(table, ledger);
    if (news.cursor > after) yield { reached: news.cursor, events: [news] };
    return;
  }
  const pk = entriesIndexPk(ledger.merchantId, ledger.ledgerId);
  let head = await readHead(table, ledger.merchantId, ledger.ledgerId);
  let expected = (await lastPosition(table, pk, after, head.epoch)) + 1;
  let reached = after;
  let waits = 0;
  while (expected <= head.position) {
    const { items } = await table.queryIndex({ index: "gsi1", pk, limit: PAGE, range: { above: reached } });
    const keys = waits < HOLE_WAITS ? withoutHole(items, expected) : items;
    const last = keys.at(-1);
    if (last === undefined) {
      // Waited for long enough: what is not there by now was never booked, and `verify` says so.
      if (waits++ >= HOLE_WAITS) return;
      await clock.sleep(HOLE_WAIT_MILLISECONDS);
      continue;
    }
    waits = 0;
    const entries = await table.batchGet(keys.map(({ pk, sk }) => ({ pk, sk })));
    const events = entries.flatMap((item) => (item && eventOf(item, kind)) || []);
    reached = last.indexSk;
    expected = positionOf(last.indexSk) + 1;
    yield { reached, events };
    if (expected > head.position) head = await readHead(table, ledger.merchantId, ledger.ledgerId);
  }
}

/**
 * The position behind which a cursor stands. Within the ledger's epoch it says so itself; one from before a restore may name
 * a position that the backup did not have, so the last that is there counts.
 */
async function lastPosition(table: Table, pk: string, cursor: string, epoch: number): Promise<number> {
  if (Number(cursor.split("-")[0]) === epoch) return positionOf(cursor);
  const { items } = await table.queryIndex({
    index: "gsi1",
    pk,
    limit: 1,
    reverse: true,
    range: { between: [BEFORE_ALL, cursor] },
  });
  return items[0] ? positionOf(items[0].indexSk) : 0;
}

/** The keys up to the first position that is skipped. */
function withoutHole(keys: readonly IndexKey[], expected: number): readonly IndexKey[] {
  let next = expected;
  for (const [index, key] of keys.entries()) {
    if (positionOf(key.indexSk) > next) return keys.slice(0, index);
    next = Math.max(next, positionOf(key.indexSk) + 1);
  }
  return keys;
}

function positionOf(cursor: string): number {
  return Number(cursor.split("-")[1]);
}
