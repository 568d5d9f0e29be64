import type { Clock } from "../base/context.ts";
import { assert, present } from "../base/result.ts";
import type { Item, Table, Write } from "../table/port.ts";
import { balanceItem, ledgerPk, workingBalances } from "./balance.ts";
import { type Books, draftEntry, relatedEntries } from "./book.ts";
import { cursorOf, entryItem, entryReference, readEntry } from "./entry.ts";
import { exceptionCallWrite, readExceptions } from "./exception.ts";
import { type Recorded, readFact } from "./fact.ts";
import { HEAD_SK, type Head, headKey, headWrite, NEW_HEAD, nextHead, readHead } from "./head.ts";
import { entriesInOrder, type LedgerRef, type PartRef, unbookedParts, type WalkReport } from "./walk.ts";

/**
 * Makes a ledger anew from what cannot be lost. Balances come from the entries, each written only where it stands at the
 * same position as what was computed, so a shop may go on selling. Entries come from the facts, in the order that the old
 * entries (or an export) name; that is for a ledger that `verify` found wrong, with selling stopped.
 */
export interface Rebuilt {
  readonly entries: number;
  readonly balances: number;
}

export interface RebuildContext {
  readonly table: Table;
  readonly clock: Clock;
  readonly books: Books;
}

/** Writes only what differs; answers with how many balances that was. */
export async function rebuildBalances(context: RebuildContext, ledger: LedgerRef): Promise<Rebuilt> {
  const { table, books } = context;
  const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
  const balances = workingBalances(() => undefined);
  let head = NEW_HEAD;
  if (fence.position > 0) {
    for await (const { item } of entriesInOrder(context, ledger, () => {})) {
      const entry = readEntry(item);
      for (const { fold } of books.projections) fold(entry, balances);
      balances.accept(cursorOf(entry.epoch, entry.position));
      head = nextHead(head, entry, item);
      if (head.position >= fence.position) break;
    }
  }
  if (JSON.stringify(head.accounts) !== JSON.stringify(fence.accounts)) {
    await table.write(
      headWrite(headKey(ledger.merchantId, ledger.ledgerId), fence, { ...fence, accounts: head.accounts }),
    );
  }
  return { entries: head.position, balances: await writeBalances(table, ledger, balances, fence) };
}

async function writeBalances(
  table: Table,
  ledger: LedgerRef,
  balances: ReturnType<typeof workingBalances>,
  fence: Head,
): Promise<number> {
  const pk = ledgerPk(ledger.merchantId, ledger.ledgerId);
  const fenceAt = cursorOf(fence.epoch, fence.position);
  const stored = await balancesStored(table, pk);
  let written = 0;
  for (const [sk, computed] of balances.changed()) {
    const item = balanceItem(pk, sk, computed);
    const have = stored.get(sk);
    stored.delete(sk);
    // Moved since the entries were read: booking keeps it right from here on, or the next rebuild does.
    if (have && typeof have.at === "string" && have.at > fenceAt) continue;
    if (have && have.body === item.body && have.at === item.at) continue;
    const write: Write = have
      ? { op: "put", item, if: { is: "equal", to: { at: String(have.at) } } }
      : { op: "put", item, if: { is: "absent" } };
    if ((await table.write(write)).ok) written++;
  }
  for (const [sk, item] of stored) {
    if (typeof item.at === "string" && item.at > fenceAt) continue;
    await table.write({ op: "delete", key: { pk, sk }, if: { is: "equal", to: { at: String(item.at) } } });
    written++;
  }
  return written;
}

async function balancesStored(table: Table, pk: string): Promise<Map<string, Item>> {
  const stored = new Map<string, Item>();
  let after: string | undefined;
  do {
    const page = await table.query({ pk, limit: 500, ...(after === undefined ? {} : { after }) });
    for (const item of page.items) if (item.sk !== HEAD_SK) stored.set(item.sk, item);
    after = page.next;
  } while (after !== undefined);
  return stored;
}

/**
 * Entries anew from their facts, then the balances. Positions that no entry holds any more are given to the parts that have
 * none, by `recordedAt` and id; what is left of those goes behind, and a hole that stays is closed up.
 * @param order names each position's part (an export does); without it the old entries do
 * @throws when the head moves while this runs: stop selling first, then run it again
 */
export async function rebuildEntries(
  context: RebuildContext,
  ledger: LedgerRef,
  order?: readonly PartRef[],
): Promise<Rebuilt> {
  const { table, books } = context;
  const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
  const balances = workingBalances(() => undefined);
  let head: Head = { ...NEW_HEAD, epoch: fence.epoch };
  let last: Recorded | undefined;
  const raised = new Set<string>();
  const { places, strays } = await orderOf(context, ledger, order);
  for (const { factId, part, epoch } of places) {
    if (last?.fact.id !== factId) last = present(await readFact(table, ledger.merchantId, factId), factId);
    const related = await relatedEntries(table, last.fact);
    const from = { ...head, epoch: epoch ?? head.epoch };
    const { draft, entry } = draftEntry(books, from, { recorded: last, part, related }, balances);
    for (const { fold } of books.projections) fold(entry, balances);
    balances.accept(cursorOf(entry.epoch, entry.position));
    const item = entryItem(entry);
    await table.write({ op: "put", item });
    strays.delete(`${item.pk} ${item.sk}`);
    const seen = await readExceptions(table, ledger.merchantId, draft.exceptions);
    for (const [index, call] of draft.exceptions.entries()) {
      // What a person has resolved stays resolved: only what was missing is raised, and closed again where it was mended later.
      const id = `${call.subject}#${call.code}`;
      if (seen[index] && !raised.has(id)) continue;
      const write = exceptionCallWrite(ledger.merchantId, ledger.ledgerId, call, last.fact.recordedAt, seen[index]);
      if (write) await table.write(write);
      raised.add(id);
    }
    head = nextHead(head, entry, item);
  }
  const moved = await table.write(headWrite(headKey(ledger.merchantId, ledger.ledgerId), fence, head));
  assert(moved.ok, "nobody books while entries are rebuilt");
  for (const [pk = "", sk = ""] of [...strays].map((name) => name.split(" ")))
    await table.write({ op: "delete", key: { pk, sk } });
  return { entries: head.position, balances: await writeBalances(table, ledger, balances, head) };
}

type PlacedPart = PartRef & { readonly epoch?: number };

/** Each position's part, and the keys of entries that book nothing: copies, to be deleted. */
async function orderOf(
  context: RebuildContext,
  ledger: LedgerRef,
  order?: readonly PartRef[],
): Promise<{ readonly places: PlacedPart[]; readonly strays: Set<string> }> {
  const strays = new Set<string>();
  const places: (PlacedPart | undefined)[] = [...(order ?? [])];
  if (!order) {
    const doubled: WalkReport = (kind, name) => {
      if (kind === "ENTRY_DOUBLED") strays.add(name);
    };
    for await (const { item } of entriesInOrder(context, ledger, doubled)) {
      const { factId, part, position, epoch } = readEntry(item);
      places[position - 1] = { factId, part, epoch };
    }
  }
  const booked = new Set(places.flatMap((place) => (place ? [entryReference(place.factId, place.part)] : [])));
  const { missing } = await unbookedParts(context.table, ledger, (reference) => booked.has(reference));
  const rest = [...missing];
  const filled = Array.from(places, (place) => place ?? rest.shift());
  return { places: [...filled, ...rest].flatMap((place) => place ?? []), strays };
}
