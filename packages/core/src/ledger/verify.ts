import type { Item, Table } from "../table/port/port.ts";
import { ledgerPk, type StoredBalance, workingBalances } from "./balance.ts";
import { type BookingContext, draftEntry, type PartOfFact, relatedEntries } from "./book.ts";
import { cursorOf, type Entry, entryHash, entryKey, entryReference, parseCursor, parseEntryKeys } from "./entry.ts";
import { readEntry } from "./entry-codec.ts";
import { exceptionKey } from "./exception.ts";
import { type Recorded, textOf } from "./fact.ts";
import { compareGuards, guardWalk } from "./guard-proof.ts";
import { HEAD_SK, type Head, NEW_HEAD, nextHead, readHead } from "./head.ts";
import { type Books, foldEntry } from "./kind.ts";
import type { LedgerRef } from "./ref.ts";
import { entriesInOrder, reportBeyondHead, unbookedParts } from "./walk.ts";

/**
 * Proves a ledger: replays its entries in the order of their positions, computes each again from its fact, and compares
 * entries, chain, head, balances and guards with what is stored. Reads only, and may run while the shop sells.
 *
 * Time and reads grow with the number of entries; memory with the number of balances and of facts' ids.
 */
export interface Difference {
  readonly class: DifferenceClass;
  readonly subject: string;
  readonly detail: string;
}

export type DifferenceClass =
  | "FACT_ALTERED"
  | "FACT_MISSING"
  | "FACT_UNBOOKED"
  | "ENTRY_MISSING"
  | "ENTRY_ALTERED"
  | "ENTRY_DOUBLED"
  | "CHAIN_BROKEN"
  | "HEAD_DIFFERS"
  | "BALANCE_DIFFERS"
  | "GUARD_DIFFERS"
  | "EXCEPTION_MISSING";

export interface Verification {
  readonly entries: number;
  readonly facts: number;
  readonly balances: number;
  readonly differences: readonly Difference[];
}

/** Differences kept: a ledger that is wrong everywhere need not fill the memory. */
const DIFFERENCES_MAX = 10_000;

export async function verify(context: BookingContext, ledger: LedgerRef): Promise<Verification> {
  const differences: Difference[] = [];
  const report = (kind: DifferenceClass, subject: string, detail: string): void => {
    if (differences.length < DIFFERENCES_MAX) differences.push({ class: kind, subject, detail });
  };
  const fence = await readHead(context.table, ledger.merchantId, ledger.ledgerId);
  const replay = startReplay(context, ledger, report);
  await replay.to(fence);
  const balances = await compareBalances(context.table, ledger, replay, report);
  const facts = await compareFacts(context, ledger, replay, report);
  await reportBeyondHead(context.table, ledger, report);
  return { entries: replay.position(), facts, balances, differences };
}

type Report = (kind: DifferenceClass, subject: string, detail: string) => void;

interface Replay {
  /** Replays up to a head read from the table and compares it with what comes out. */
  to(head: Head): Promise<void>;
  /** Replays up to one position. */
  toPosition(position: number): Promise<void>;
  position(): number;
  balances(): ReadonlyMap<string, StoredBalance>;
  isBooked(reference: string): boolean;
}

function startReplay(context: BookingContext, ledger: LedgerRef, report: Report): Replay {
  const balances = workingBalances(() => undefined);
  const booked = new Set<string>();
  const entries = entriesInOrder(context, ledger, (kind, subject, detail) => report(kind, subject, detail));
  let head: Head = NEW_HEAD;
  let storedHash = "";

  async function step(): Promise<boolean> {
    const next = await entries.next();
    if (next.done) return false;
    const { item, recorded } = next.value;
    const stored = readEntry(item);
    const subject = `${stored.ledgerId}/${cursorOf(stored.epoch, stored.position)}`;
    booked.add(entryReference(stored.factId, stored.part));
    if (stored.previous !== storedHash)
      report("CHAIN_BROKEN", subject, "it does not hold the hash of the entry before it");
    storedHash = entryHash(item);
    head = { ...head, epoch: stored.epoch, position: stored.position - 1 };
    if (recorded) {
      const related = await relatedEntries(context.table, recorded.fact);
      checkEntry(context.books, head, { recorded, part: stored.part, related }, { stored, item }, balances, report);
    }
    foldStored(context.books, stored, recorded, balances, report);
    balances.accept(cursorOf(stored.epoch, stored.position));
    head = nextHead(head, stored, item);
    await checkExceptions(context.table, stored, report);
    return true;
  }
  async function toPosition(position: number): Promise<void> {
    while (head.position < position && (await step()));
  }
  return {
    async to(fence) {
      await toPosition(fence.position);
      compareHeads(ledger, fence, head, report);
    },
    toPosition,
    position: () => head.position,
    balances: () => balances.changed(),
    isBooked: (reference) => booked.has(reference),
  };
}

function checkEntry(
  books: Books,
  head: Head,
  { recorded, part, related }: PartOfFact,
  { stored, item }: { readonly stored: Entry; readonly item: Item },
  balances: ReturnType<typeof workingBalances>,
  report: Report,
): void {
  const subject = `${stored.factId} part ${stored.part}`;
  if (recorded.recordHash !== stored.record)
    report("FACT_ALTERED", stored.factId, "it no longer matches the hash in its entry");
  try {
    const { item: computed } = draftEntry(
      books,
      { ...head, hash: stored.previous },
      { recorded: { ...recorded, recordHash: stored.record }, part, related },
      balances,
    );
    const same = computed.body === item.body && computed.gsi2sk === item.gsi2sk && computed.gsi2pk === item.gsi2pk;
    if (!same)
      report("ENTRY_ALTERED", subject, `stored ${String(item.body)} but its fact gives ${String(computed.body)}`);
  } catch (error) {
    report("ENTRY_ALTERED", subject, `its fact can no longer be booked: ${String(error)}`);
  } finally {
    balances.discard();
  }
}

/** An entry whose kind was altered moves the balances of its fact's kind. */
function foldStored(
  books: Books,
  stored: Entry,
  recorded: Recorded | undefined,
  balances: ReturnType<typeof workingBalances>,
  report: Report,
): void {
  const kind = books.kinds.has(stored.kind) ? stored.kind : recorded?.fact.kind;
  if (kind === undefined)
    report("ENTRY_ALTERED", `${stored.factId} part ${stored.part}`, `no fact has the kind "${stored.kind}"`);
  else foldEntry(books, { ...stored, kind }, balances);
}

async function checkExceptions(table: Table, entry: Entry, report: Report): Promise<void> {
  if (!entry.exceptions) return;
  const found = await table.batchGet(
    entry.exceptions.map(([subject, code]) => exceptionKey(entry.merchantId, subject, code)),
  );
  for (const [index, [subject, code]] of entry.exceptions.entries()) {
    if (!found[index]) report("EXCEPTION_MISSING", subject, code);
  }
}

function compareHeads(ledger: LedgerRef, stored: Head, replayed: Head, report: Report): void {
  const subject = ledger.ledgerId;
  if (stored.position !== replayed.position) {
    report(
      stored.position > replayed.position ? "ENTRY_MISSING" : "HEAD_DIFFERS",
      subject,
      `the head is at ${stored.position}, the entries end at ${replayed.position}`,
    );
    return;
  }
  if (stored.hash !== replayed.hash)
    report("CHAIN_BROKEN", subject, "the head does not hold the hash of the last entry");
  const [have, want] = [accountsText(stored), accountsText(replayed)];
  if (have !== want) report("BALANCE_DIFFERS", `${subject} accounts`, `stored ${have}, its entries sum to ${want}`);
  const sum = Object.values(stored.accounts).reduce((total, amount) => total + (amount ?? 0), 0);
  if (sum !== 0) report("BALANCE_DIFFERS", `${subject} trial balance`, `it is ${sum}, not zero`);
}

function accountsText(head: Head): string {
  return JSON.stringify(
    Object.entries(head.accounts)
      .filter(([, amount]) => amount !== 0)
      .sort(),
  );
}

/** Every stored balance against its entries, at the position where it was moved last, so that this holds under sales. */
async function compareBalances(table: Table, ledger: LedgerRef, replay: Replay, report: Report): Promise<number> {
  const pk = ledgerPk(ledger.merchantId, ledger.ledgerId);
  const fence = replay.position();
  const seen = new Set<string>();
  const later: { item: Item; position: number }[] = [];
  const compare = (item: Item): void => {
    const replayed = replay.balances().get(item.sk);
    const want = replayed && { at: replayed.at, body: JSON.stringify(replayed.value) };
    if (want?.body === textOf(item) && want.at === item.at) return;
    report(
      "BALANCE_DIFFERS",
      `${ledger.ledgerId}/${item.sk}`,
      `stored ${textOf(item)} at ${String(item.at)}, its entries give ${want?.body ?? "nothing"} at ${want?.at ?? "none"}`,
    );
  };
  let after: string | undefined;
  do {
    const page = await table.query({ pk, limit: 500, ...(after === undefined ? {} : { after }) });
    for (const item of page.items) {
      if (item.sk === HEAD_SK) continue;
      seen.add(item.sk);
      const position = parseCursor(String(item.at)).position;
      if (position <= fence) compare(item);
      else later.push({ item, position });
    }
    after = page.next;
  } while (after !== undefined);
  for (const sk of replay.balances().keys())
    if (!seen.has(sk))
      report("BALANCE_DIFFERS", `${ledger.ledgerId}/${sk}`, "it is not there, though entries moved it");
  later.sort((a, b) => a.position - b.position);
  for (const { item, position } of later) {
    await replay.toPosition(position);
    compare(item);
  }
  return seen.size;
}

/** Every part of every fact is booked, in this ledger's order. A fact recorded just now may still wait: it is given time. */
async function compareFacts(
  context: BookingContext,
  ledger: LedgerRef,
  replay: Replay,
  report: Report,
): Promise<number> {
  const { table, clock } = context;
  const guards = guardWalk(table, context.books);
  const { count, missing } = await unbookedParts(table, ledger, replay.isBooked, guards.visit);
  await compareGuards(table, context.books, ledger.merchantId, guards, (subject, detail) =>
    report("GUARD_DIFFERS", subject, detail),
  );
  let waits = 0;
  for (const { factId, part } of missing) {
    for (;;) {
      const entry = await table.get(entryKey(ledger.merchantId, factId, part));
      // Booked since the replay ended: the next check will see it in its place.
      if (entry && parseEntryKeys(entry).position > replay.position()) break;
      if (entry || waits >= BOOKING_WAITS) {
        report("FACT_UNBOOKED", factId, `part ${part} has no entry in the ledger's order`);
        break;
      }
      waits++;
      await clock.sleep(BOOKING_WAIT_MILLISECONDS);
    }
  }
  return count;
}

const BOOKING_WAITS = 20;
const BOOKING_WAIT_MILLISECONDS = 100;
