import type { Clock } from "../base/context.ts";
import { assert, present } from "../base/result.ts";
import { TABLE_LIMITS } from "../table/port/limits.ts";
import { batchGetAll, type Item, type Key, type Table, type TransactResult, type Write } from "../table/port/port.ts";
import { retrying } from "../table/port/versioned.ts";
import { type Balances, balanceItem, balanceSk, ledgerPk, workingBalances } from "./balance.ts";
import { isBalanced } from "./chart.ts";
import { cursorOf, type Entry, entryKey } from "./entry.ts";
import { entryItem, readEntry } from "./entry-codec.ts";
import { type ExceptionCall, exceptionCallsWrite, readExceptions } from "./exception.ts";
import { type Fact, ledgerOf, type Recorded, readFact, textOf } from "./fact.ts";
import { type Head, headKey, headWrite, nextHead, readHead } from "./head.ts";
import { assertDeclared, type Books, type Draft, type FactKind, foldEntry, kindOf } from "./kind.ts";

/**
 * Booking: reads the head, then the balances, then writes entries, balances and the next head in one transaction. The
 * entry's key makes it exactly once, the head's condition makes it serial; nothing else de-duplicates, nothing else locks.
 */

export interface BookingContext {
  readonly table: Table;
  readonly clock: Clock;
  readonly books: Books;
}

/** One part of a fact, with what its rule needs to know. */
export interface PartOfFact {
  readonly recorded: Recorded;
  readonly part: number;
  readonly related: readonly Entry[];
}

/**
 * Books every part of these facts that is not booked yet; all belong to one ledger. Safe to call again and from several
 * readers at once.
 * @throws TableUnavailable when the table fails or the race is lost too often; what was committed until then stays
 */
export async function book(context: BookingContext, facts: readonly Recorded[]): Promise<void> {
  let queue: PartOfFact[] = [];
  for (const recorded of facts) {
    const related = await relatedBooked(context, recorded.fact);
    for (let part = 0; part < recorded.fact.parts; part++) queue.push({ recorded, part, related });
  }
  while (queue.length > 0) queue = await retrying(context.clock, "head of the ledger", () => bookSome(context, queue));
}

/** @returns the parts that are left to book; undefined after a conflict: nothing was booked */
async function bookSome(context: BookingContext, queue: PartOfFact[]): Promise<PartOfFact[] | undefined> {
  const { tried, result } = await bookOnce(context, queue);
  if (result.ok) return queue.slice(tried);
  const left = queue.filter((_, index) => index >= tried || result.reasons[index] !== "condition");
  return left.length === queue.length ? undefined : left;
}

const NONE: readonly Entry[] = [];

/** The entries of the fact that this one names, which is booked now if it is not yet. */
async function relatedBooked(context: BookingContext, fact: Fact): Promise<readonly Entry[]> {
  if (fact.relatedFactId === undefined) return NONE;
  const related = await readFact(context.table, fact.merchantId, fact.relatedFactId);
  if (!related) return NONE;
  const entries = await entriesOf(context.table, related.fact);
  if (entries.length === related.fact.parts) return entries;
  await book(context, [related]);
  return entriesOf(context.table, related.fact);
}

/** The entries of a fact by part, as far as it is booked. */
export async function entriesOf(table: Table, fact: Fact): Promise<Entry[]> {
  return (await bookedParts(table, fact)).flatMap((entry) => entry ?? []);
}

/** The entry of each part of a fact; undefined: it is not booked. */
export async function bookedParts(table: Table, { merchantId, id, parts }: Fact): Promise<(Entry | undefined)[]> {
  const keys = Array.from({ length: parts }, (_, part) => entryKey(merchantId, id, part));
  const items = await table.batchGet(keys);
  return items.map((item) => item && readEntry(item));
}

/** As `verify` and `rebuild` need it: what was booked is there, nothing is booked by looking. */
export async function relatedEntries(table: Table, fact: Fact): Promise<readonly Entry[]> {
  if (fact.relatedFactId === undefined) return NONE;
  const related = await readFact(table, fact.merchantId, fact.relatedFactId);
  return related ? entriesOf(table, related.fact) : NONE;
}

/** Tries as many parts from the front of the queue as fit into one transaction. */
async function bookOnce(
  { table, books }: BookingContext,
  queue: readonly PartOfFact[],
): Promise<{ tried: number; result: TransactResult }> {
  const first = present(queue[0], "a part to book").recorded.fact;
  const { merchantId } = first;
  const ledgerId = ledgerOf(first);
  // The head first: if a balance were read before it, another booking could slip in between and pass the condition.
  const head = await readHead(table, merchantId, ledgerId);
  const { candidates, wanted } = candidatesOf(books, queue);
  const balances = await loadBalances(table, ledgerPk(merchantId, ledgerId), wanted);
  const fold = foldParts(books, head, candidates, balances);
  const exceptionWrites = await writesOfExceptions(table, merchantId, ledgerId, fold.calls);
  const pk = ledgerPk(merchantId, ledgerId);
  const writes: Write[] = [
    ...fold.entries.map((item): Write => ({ op: "put", item, if: { is: "absent" } })),
    headWrite(headKey(merchantId, ledgerId), head, fold.head),
    ...exceptionWrites,
    ...[...balances.changed()].map(([sk, stored]): Write => ({ op: "put", item: balanceItem(pk, sk, stored) })),
  ];
  // The entries come first, so a reason has the index of its part.
  return { tried: fold.entries.length, result: await table.transact(writes) };
}

/**
 * The parts to try in one transaction and the balances that they need: as many as one read brings, which is about what one
 * transaction takes. At least one part, whatever it needs.
 */
function candidatesOf(
  books: Books,
  queue: readonly PartOfFact[],
): { readonly candidates: readonly PartOfFact[]; readonly wanted: ReadonlySet<string> } {
  const wanted = new Set<string>();
  let count = 0;
  for (const { recorded, part } of queue) {
    const more: string[] = [];
    const traits = kindOf(books, recorded.fact);
    for (const { needs } of books.projections) {
      for (const { kind, key } of needs(recorded.fact, part, traits)) {
        const sk = balanceSk(kind, key);
        if (!wanted.has(sk)) more.push(sk);
      }
    }
    if (count > 0 && wanted.size + more.length > TABLE_LIMITS.batchGetKeysMax) break;
    for (const sk of more) wanted.add(sk);
    count++;
  }
  return { candidates: queue.slice(0, count), wanted };
}

async function loadBalances(table: Table, pk: string, wanted: ReadonlySet<string>) {
  const keys: Key[] = [];
  for (const sk of wanted) keys.push({ pk, sk });
  const stored = new Map<string, Item>();
  for (const item of await batchGetAll(table, keys)) if (item) stored.set(item.sk, item);
  return workingBalances((sk) => {
    assert(wanted.has(sk), `a projection names every balance it touches (${sk})`);
    const item = stored.get(sk);
    return item && JSON.parse(textOf(item));
  });
}

interface Fold {
  readonly entries: Item[];
  readonly head: Head;
  /** By exception, in the order of positions: one entry may open what the next one closes. */
  readonly calls: readonly (readonly [TimedCall, ...TimedCall[]])[];
}

type TimedCall = ExceptionCall & { readonly at: string };

/** As many parts as fit into one transaction, each with its own entry and position. */
function foldParts(
  books: Books,
  from: Head,
  parts: readonly PartOfFact[],
  balances: ReturnType<typeof workingBalances>,
): Fold {
  let head = from;
  const entries: Item[] = [];
  const calls = new Map<string, [TimedCall, ...TimedCall[]]>();
  for (const { recorded, part, related } of parts) {
    const { calls: raisedCalls, entry, item } = draftEntry(books, head, { recorded, part, related }, balances);
    foldEntry(books, entry, balances);
    const raised = new Map(raisedCalls.map((call) => [`${call.subject}#${call.code}`, call]));
    const newCalls = [...raised.keys()].filter((id) => !calls.has(id)).length;
    const writes = entries.length + 1 + 1 + balances.changedCount() + calls.size + newCalls;
    if (writes > TABLE_LIMITS.transactionWritesMax) {
      balances.discard();
      break;
    }
    balances.accept(cursorOf(entry.epoch, entry.position));
    for (const [id, call] of raised) {
      const timed = { ...call, at: recorded.fact.recordedAt };
      const earlier = calls.get(id);
      if (earlier) earlier.push(timed);
      else calls.set(id, [timed]);
    }
    entries.push(item);
    head = nextHead(head, entry, item);
  }
  assert(entries.length > 0, "one part always fits into a transaction");
  return { entries, head, calls: [...calls.values()] };
}

export interface DraftedEntry {
  readonly entry: Entry;
  readonly item: Item;
  /** Those of the fact's flags, then those of its booking rule. */
  readonly calls: readonly ExceptionCall[];
}

/** The entry of a part at the next position. Pure: booking, `verify` and `rebuild` all take this path. */
export function draftEntry(
  books: Books,
  head: Head,
  { recorded: { fact, recordHash }, part, related }: PartOfFact,
  balances: Balances,
): DraftedEntry {
  const kind = kindOf(books, fact);
  const draft = kind.book(fact, part, balances, related, head.accounts);
  const calls = [...(part === 0 ? flagCalls(fact) : []), ...draft.exceptions];
  checkDraft(fact, kind, draft, calls);
  const { events, terminalId, postings, modules = {} } = draft;
  // Field by field: every entry passes through here, and spreading is slow.
  const entry: Mutable<Entry> = {
    merchantId: fact.merchantId,
    ledgerId: ledgerOf(fact),
    epoch: head.epoch,
    position: head.position + 1,
    factId: fact.id,
    part,
    kind: fact.kind,
    day: fact.day,
    record: recordHash,
    previous: head.hash,
    rules: fact.rules,
    postings,
    modules,
  };
  if (part === 0) entry.occurredAt = fact.occurredAt;
  if (terminalId !== undefined) entry.terminalId = terminalId;
  if (events.length > 0) entry.events = eventsBefore(head, events);
  if (calls.some(({ open }) => open))
    entry.exceptions = calls.filter(({ open }) => open).map(({ subject, code }) => [subject, code]);
  return { entry, item: entryItem(entry, kind.flatFields), calls };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function eventsBefore(head: Head, events: Draft["events"]): NonNullable<Entry["events"]> {
  const before: Mutable<NonNullable<Entry["events"]>> = {};
  for (const event of events) before[event] = head.events[event] ?? null;
  return before;
}

/** What was odd about a fact when it was recorded becomes an exception on it. */
function flagCalls({ id, flags = [] }: Fact): ExceptionCall[] {
  return flags.map((flag) => ({ subject: id, ...flag, open: true }));
}

function namesTwice(postings: Draft["postings"]): boolean {
  for (let at = 1; at < postings.length; at++)
    for (let before = 0; before < at; before++) if (postings[at]?.[0] === postings[before]?.[0]) return true;
  return false;
}

function checkDraft(fact: Fact, kind: FactKind, draft: Draft, calls: readonly ExceptionCall[]): void {
  assert(isBalanced(draft.postings), `debits equal credits in ${fact.id}`);
  assert(!namesTwice(draft.postings), `each account is posted to once in ${fact.id}`);
  for (const event of draft.events)
    assert(kind.events.includes(event), `the kind ${fact.kind} declares the event ${event}`);
  assertDeclared(kind, calls);
}

async function writesOfExceptions(
  table: Table,
  merchantId: string,
  ledgerId: string,
  calls: Fold["calls"],
): Promise<Write[]> {
  const seen = await readExceptions(
    table,
    merchantId,
    calls.map(([call]) => call),
  );
  return calls.flatMap((ofOne, index) => exceptionCallsWrite(merchantId, ledgerId, ofOne, seen[index]) ?? []);
}
