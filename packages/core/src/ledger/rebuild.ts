import { canonicalJson } from "../base/canonical.ts";
import { assert, present } from "../base/result.ts";
import type { Item, Table, Write } from "../table/port/port.ts";
import { balanceItem, ledgerPk, workingBalances } from "./balance.ts";
import type { BookingContext } from "./book.ts";
import { cursorOf, entryReference, parseEntryKeys } from "./entry.ts";
import { readEntry } from "./entry-codec.ts";
import { HEAD_SK, type Head, headKey, headWrite, NEW_HEAD, nextHead, readHead } from "./head.ts";
import { foldEntry } from "./kind.ts";
import { type RebuildState, rebuildState } from "./rebuild-state.ts";
import type { LedgerRef, PartOfEpoch, PartRef } from "./ref.ts";
import { entriesInOrder, unbookedParts, type WalkReport } from "./walk.ts";

/**
 * Rebuilds a ledger from what cannot be lost. Balances come from the entries, each written only where it is stored at the
 * same position as what was computed, so a shop may go on selling. Entries come from the facts, in the order that the old
 * entries (or an export) name; that is for a ledger that `verify` found wrong, with selling stopped.
 */
export interface Rebuilt {
  readonly entries: number;
  readonly balances: number;
}

/** @returns how many entries were read and how many balances differed and were written */
export async function rebuildBalances(context: BookingContext, ledger: LedgerRef): Promise<Rebuilt> {
  const { table, books } = context;
  const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
  const balances = workingBalances(() => undefined);
  let head = NEW_HEAD;
  if (fence.position > 0) {
    for await (const { item } of entriesInOrder(context, ledger, () => {})) {
      const entry = readEntry(item);
      foldEntry(books, entry, balances);
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
 * Rebuilds entries from their facts, then the balances. Positions that no entry holds any more are given to the parts that have
 * none, by `recordedAt` and id; what is left of those goes behind, and a hole that stays is closed up.
 * @param order names each position's part (an export does); without it the old entries do
 * @throws when the head moves while this runs: stop selling first, then run it again
 */
export async function rebuildEntries(
  context: BookingContext,
  ledger: LedgerRef,
  order?: readonly PartRef[],
): Promise<Rebuilt> {
  const { table } = context;
  const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
  const { parts, strays } = await orderOf(context, ledger, order);
  const epochs = epochsOf(parts, fence.epoch);
  const state = rebuildState(context, {
    ledger,
    parts: parts.map((part, index) => ({ ...part, epoch: present(epochs[index], "an epoch for every position") })),
    epoch: fence.epoch,
    waits: false,
    made: ({ pk, sk }) => strays.delete(`${pk} ${sk}`),
  });
  while ((await state.step()) === "made");
  const rebuilt = await finish(table, ledger, state, fence);
  for (const [pk = "", sk = ""] of [...strays].map((name) => name.split(" ")))
    await table.write({ op: "delete", key: { pk, sk } });
  return rebuilt;
}

async function finish(table: Table, ledger: LedgerRef, state: RebuildState, fence: Head): Promise<Rebuilt> {
  const head = state.head();
  const moved = await table.write(headWrite(headKey(ledger.merchantId, ledger.ledgerId), fence, head));
  assert(moved.ok, "nothing is booked while entries are rebuilt");
  return { entries: head.position, balances: await writeBalances(table, ledger, state.balances(), head) };
}

/** A ledger as an export names it: the part of each position, and the epoch that it has reached. */
export interface LedgerOrder {
  readonly ledger: LedgerRef;
  readonly parts: readonly PartOfEpoch[];
  readonly epoch: number;
}

/**
 * Books facts that are recorded already into empty ledgers of one merchant, each part at its own position, so that costs and
 * balances come out as they were. Ledgers take turns where a fact names one of another ledger. Nothing else may book meanwhile.
 * @param progress is called after every entry
 * @throws when two facts wait for each other: the order is none that was ever booked
 */
export async function bookInOrder(
  context: BookingContext,
  orders: readonly LedgerOrder[],
  progress: () => void,
): Promise<Rebuilt[]> {
  const { table } = context;
  const states = orders.map((order) => rebuildState(context, { ...order, waits: true }));
  const open = new Set(states);
  while (open.size > 0) {
    let made = 0;
    for (const state of open) {
      let step = await state.step();
      for (; step === "made"; step = await state.step()) {
        made++;
        progress();
      }
      await state.flush();
      if (step === "done") open.delete(state);
    }
    assert(made > 0 || open.size === 0, "no two facts wait for each other");
  }
  const finished: Rebuilt[] = [];
  for (const [index, { ledger, epoch }] of orders.entries()) {
    const state = present(states[index], "a rebuild of every ledger");
    const fence = await readHead(table, ledger.merchantId, ledger.ledgerId);
    // A ledger in which nothing was ever booked has no head, unless a restore raised its epoch.
    if (state.head().position === 0 && epoch === NEW_HEAD.epoch) finished.push({ entries: 0, balances: 0 });
    else finished.push(await finish(table, ledger, state, fence));
  }
  return finished;
}

type OrderedPart = PartRef & { readonly epoch?: number };

/** A part keeps the epoch that it was booked in; one that fills a hole gets the next one's, so that epochs rise with positions. */
function epochsOf(parts: readonly OrderedPart[], last: number): number[] {
  let epoch = last;
  return [...parts]
    .reverse()
    .map((part) => {
      epoch = part.epoch ?? epoch;
      return epoch;
    })
    .reverse();
}

/** Each position's part, and the keys of entries that book nothing: copies, to be deleted. */
async function orderOf(
  context: BookingContext,
  ledger: LedgerRef,
  order?: readonly PartRef[],
): Promise<{ readonly parts: OrderedPart[]; readonly strays: Set<string> }> {
  const strays = new Set<string>();
  const parts: (OrderedPart | undefined)[] = [...(order ?? [])];
  if (!order) {
    const doubled: WalkReport = (kind, name) => {
      if (kind === "ENTRY_DOUBLED") strays.add(name);
    };
    for await (const { item } of entriesInOrder(context, ledger, doubled)) {
      const { factId, part, position, epoch } = parseEntryKeys(item);
      parts[position - 1] = { factId, part, epoch };
    }
  }
  const booked = new Set(parts.flatMap((part) => (part ? [entryReference(part.factId, part.part)] : [])));
  const { missing } = await unbookedParts(context.table, ledger, (reference) => booked.has(reference));
  const rest = [...missing];
  const filled = Array.from(parts, (part) => part ?? rest.shift());
  return { parts: [...filled, ...rest].flatMap((part) => part ?? []), strays };
}
