import type { Clock } from "../base/context.ts";
import { present } from "../base/result.ts";
import type { IndexKey, Item, Table } from "../table/port/port.ts";
import { entriesIndexPk, entryKey, entryReference, parseCursor, parseEntryKeys } from "./entry.ts";
import { type Fact, factIdOf, factKey, factsIndexPk, type Recorded, readChunks, readHeader } from "./fact.ts";
import { readHead } from "./head.ts";
import type { LedgerRef, PartRef } from "./ref.ts";

/** How `verify`, `rebuild` and reconciliation read a ledger: entries in the order of positions, facts as recorded. */

export interface BookedEntry {
  readonly item: Item;
  /** Undefined: the fact is not there (and was reported). */
  readonly recorded: Recorded | undefined;
}

export type WalkReport = (
  kind: "ENTRY_MISSING" | "ENTRY_DOUBLED" | "FACT_MISSING",
  subject: string,
  detail: string,
) => void;

const PAGE = 100;
/** An index follows its table; a hole may close while we wait. */
const HOLE_WAITS = 20;
const HOLE_WAIT_MILLISECONDS = 100;
/** Sorts behind every cursor. */
const END = "~";

/**
 * Entries with their facts by ascending position, each position once; what is missing or doubled is reported. An index may
 * follow its table late and out of order: wherever the head has gone on, a position that does not show yet is waited for.
 */
export async function* entriesInOrder(
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  ledger: LedgerRef,
  report: WalkReport,
): AsyncGenerator<BookedEntry, void, undefined> {
  const pk = entriesIndexPk(ledger.merchantId, ledger.ledgerId);
  const readFacts = factReader(table, ledger.merchantId, report);
  let from = "0";
  let seen = new Set<string>();
  let expected = 1;
  let waits = 0;
  // The index had its time up to this position: what does not show by now is not there.
  let settled = 0;
  for (;;) {
    const page = await table.queryIndex({ index: "gsi1", pk, limit: PAGE, range: { between: [from, END] } });
    const unseen = page.items.filter((key) => !seen.has(nameOf(key)));
    const keys = withoutHole(unseen, expected, settled);
    if (keys.length === 0) {
      const { position } =
        expected > settled ? await readHead(table, ledger.merchantId, ledger.ledgerId) : { position: 0 };
      if (position >= expected && waits < HOLE_WAITS) {
        waits++;
        await clock.sleep(HOLE_WAIT_MILLISECONDS);
        continue;
      }
      if (unseen.length === 0) return;
      settled = Math.max(position, expected);
      continue;
    }
    const items = await table.batchGet(keys.map(({ pk, sk }) => ({ pk, sk })));
    const facts = await readFacts(items);
    for (const [index, key] of keys.entries()) {
      const item = items[index];
      const position = positionOf(key);
      if (key.indexSk !== from) seen = new Set();
      from = key.indexSk;
      seen.add(nameOf(key));
      if (!item) continue;
      if (position < expected || isStray(item, facts.get(item.pk))) {
        report("ENTRY_DOUBLED", nameOf(key), `position ${position} is taken, or its fact has no such part`);
        continue;
      }
      for (; expected < position; expected++)
        report("ENTRY_MISSING", ledger.ledgerId, `no entry has position ${expected}`);
      yield { item, recorded: facts.get(item.pk) };
      expected = position + 1;
      waits = 0;
    }
  }
}

/** The keys up to the first position that is skipped and may still come. */
function withoutHole(keys: readonly IndexKey[], expected: number, settled: number): readonly IndexKey[] {
  let next = expected;
  for (const [index, key] of keys.entries()) {
    const position = positionOf(key);
    if (position > next && next > settled) return keys.slice(0, index);
    next = Math.max(next, position + 1);
  }
  return keys;
}

/**
 * Reports entries behind the head: an entry and the head move in one transaction, so either the head was moved back or the
 * entry was never booked. The head is read after the index, so that what is booked meanwhile is not taken for one.
 */
export async function reportBeyondHead(
  table: Table,
  ledger: LedgerRef,
  report: (kind: "ENTRY_DOUBLED" | "HEAD_DIFFERS", subject: string, detail: string) => void,
): Promise<void> {
  const pk = entriesIndexPk(ledger.merchantId, ledger.ledgerId);
  const last = await table.queryIndex({ index: "gsi1", pk, limit: PAGE, reverse: true });
  const head = await readHead(table, ledger.merchantId, ledger.ledgerId);
  const keys = last.items.filter((key) => positionOf(key) > head.position);
  if (keys.length === 0) return;
  const items = await table.batchGet(keys.map(({ pk, sk }) => ({ pk, sk })));
  const facts = await factReader(table, ledger.merchantId, () => {})(items);
  for (const item of items) {
    if (!item) continue;
    const kind = isStray(item, facts.get(item.pk)) ? "ENTRY_DOUBLED" : "HEAD_DIFFERS";
    report(kind, `${item.pk} ${item.sk}`, `it has position ${item.gsi1sk}, the head is at ${head.position}`);
  }
}

function nameOf(key: IndexKey): string {
  return `${key.pk} ${key.sk}`;
}

function positionOf(key: IndexKey): number {
  return parseCursor(key.indexSk).position;
}

/** An entry whose key does not follow from what it books: a copy under another key, or a part that its fact does not have. */
function isStray(item: Item, recorded: Recorded | undefined): boolean {
  const { merchantId, factId, part } = parseEntryKeys(item);
  const key = entryKey(merchantId, factId, part);
  return key.pk !== item.pk || key.sk !== item.sk || (recorded !== undefined && part >= recorded.fact.parts);
}

/** Reads the facts that a page of entries books, each once; parts of a long fact follow each other, so the last are kept. */
function factReader(table: Table, merchantId: string, report: WalkReport) {
  let last = new Map<string, Recorded>();
  return async (items: readonly (Item | undefined)[]): Promise<Map<string, Recorded>> => {
    const wanted = [...new Set(items.flatMap((item) => (item ? [item.pk] : [])))];
    const known = new Map<string, Recorded>();
    for (const pk of wanted) if (last.has(pk)) known.set(pk, present(last.get(pk), pk));
    const missing = wanted.filter((pk) => !known.has(pk));
    const headers =
      missing.length === 0 ? [] : await table.batchGet(missing.map((pk) => factKey(merchantId, factIdOf({ pk }))));
    for (const [index, pk] of missing.entries()) {
      const header = headers[index];
      if (header) known.set(pk, await readChunks(table, header));
      else report("FACT_MISSING", pk, "an entry books a fact that is not there");
    }
    last = known;
    return known;
  };
}

/**
 * The parts of a ledger's facts that have no entry, by when the facts were recorded.
 * @param isBooked by an entry's reference (`entryReference`)
 * @param visit gets every fact with its header; a long fact without its lines
 */
export async function unbookedParts(
  table: Table,
  ledger: LedgerRef,
  isBooked: (reference: string) => boolean,
  visit: (header: Item, fact: Fact) => Promise<void> = async () => {},
): Promise<{ readonly count: number; readonly missing: readonly PartRef[] }> {
  let count = 0;
  const missing: PartRef[] = [];
  for await (const header of factHeaders(table, ledger)) {
    count++;
    const fact = readHeader(header);
    const { id, parts } = fact;
    await visit(header, fact);
    for (let part = 0; part < parts; part++) {
      if (!isBooked(entryReference(id, part))) missing.push({ factId: id, part });
    }
  }
  return { count, missing };
}

/** The headers of a ledger's facts by `recordedAt` and id, since an instant (or all). */
export async function* factHeaders(
  table: Table,
  ledger: LedgerRef,
  since = "0",
): AsyncGenerator<Item, void, undefined> {
  const pk = factsIndexPk(ledger.merchantId, ledger.ledgerId);
  let after: string | undefined;
  do {
    const page = await table.queryIndex({
      index: "gsi1",
      pk,
      limit: PAGE,
      range: { between: [since, END] },
      ...(after === undefined ? {} : { after }),
    });
    const items = page.items.length === 0 ? [] : await table.batchGet(page.items.map(({ pk, sk }) => ({ pk, sk })));
    for (const item of items) if (item) yield item;
    after = page.next;
  } while (after !== undefined);
}
