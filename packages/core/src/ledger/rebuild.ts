import { canonicalJson } from "../base/canonical.ts";
import type { Clock } from "../base/context.ts";
import { assert, present } from "../base/result.ts";
import type { Item, Table, Write } from "../table/port/port.ts";
import { balanceItem, ledgerPk, workingBalances } from "./balance.ts";
import type { Books } from "./book.ts";
import { cursorOf, entryReference, readEntry } from "./entry.ts";
import { HEAD_SK, type Head, headKey, headWrite, NEW_HEAD, nextHead, readHead } from "./head.ts";
import { type EntryMaker, entryMaker, type Place } from "./maker.ts";
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
  // DynamoDB keeps no order of names.
  if (canonicalJson({ ...head.accounts }) !== canonicalJson({ ...fence.accounts })) {
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
  const { table } = context;
  const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
  const { places, strays } = await orderOf(context, ledger, order);
  const epochs = epochsOf(places, fence.epoch);
  const maker = entryMaker(context, {
    ledger,
    places: places.map((place, index) => ({ ...place, epoch: present(epochs[index], "an epoch for every place") })),
    epoch: fence.epoch,
    waits: false,
    made: ({ pk, sk }) => strays.delete(`${pk} ${sk}`),
  });
  while ((await maker.step()) === "made");
  const rebuilt = await finish(table, ledger, maker, fence);
  for (const [pk = "", sk = ""] of [...strays].map((name) => name.split(" ")))
    await table.write({ op: "delete", key: { pk, sk } });
  return rebuilt;
}

async function finish(table: Table, ledger: LedgerRef, maker: EntryMaker, fence: Head): Promise<Rebuilt> {
  const head = maker.head();
  const moved = await table.write(headWrite(headKey(ledger.merchantId, ledger.ledgerId), fence, head));
  assert(moved.ok, "nobody books while entries are made anew");
  return { entries: head.position, balances: await writeBalances(table, ledger, maker.balances(), head) };
}

/** A ledger as an export names it: which part stands at which position, and the epoch that it has reached. */
export interface LedgerOrder {
  readonly ledger: LedgerRef;
  readonly places: readonly Place[];
  readonly epoch: number;
}

/**
 * Books facts that are recorded already into empty ledgers of one merchant, each part at its own position, so that costs and
 * balances come out as they were. Ledgers take turns where a fact names one of another ledger. Nobody else may book meanwhile.
 * @param progress is told after every entry
 * @throws when two facts wait for each other: the order is none that was ever booked
 */
export async function bookInOrder(
  context: RebuildContext,
  orders: readonly LedgerOrder[],
  progress: () => void,
): Promise<Rebuilt[]> {
  const { table } = context;
  const makers = orders.map((order) => entryMaker(context, { ...order, waits: true }));
  const open = new Set(makers);
  while (open.size > 0) {
    let made = 0;
    for (const maker of open) {
      let state = await maker.step();
      for (; state === "made"; state = await maker.step()) {
        made++;
        progress();
      }
      await maker.flush();
      if (state === "done") open.delete(maker);
    }
    assert(made > 0 || open.size === 0, "no two facts wait for each other");
  }
  const finished: Rebuilt[] = [];
  for (const [index, { ledger, epoch }] of orders.entries()) {
    const maker = present(makers[index], "a maker for every ledger");
    const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
    // A ledger in which nothing was ever booked has no head, unless a restore raised its epoch.
    if (maker.head().position === 0 && epoch === NEW_HEAD.epoch) finished.push({ entries: 0, balances: 0 });
    else finished.push(await finish(table, ledger, maker, fence));
  }
  return finished;
}

type PlacedPart = PartRef & { readonly epoch?: number };

/** A part keeps the epoch that it was booked in; who is new in a hole gets the next one's, so that epochs rise with positions. */
function epochsOf(places: readonly PlacedPart[], last: number): number[] {
  let epoch = last;
  return [...places]
    .reverse()
    .map((place) => {
      epoch = place.epoch ?? epoch;
      return epoch;
    })
    .reverse();
}

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
