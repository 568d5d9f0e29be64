import { present } from "../base/result.ts";
import type { Item, Write } from "../table/port/port.ts";
import { workingBalances } from "./balance.ts";
import { type BookingContext, draftEntry, relatedEntries } from "./book.ts";
import { cursorOf, type Entry } from "./entry.ts";
import { type ExceptionCall, exceptionCallWrite, readExceptions } from "./exception.ts";
import { type Recorded, readFact } from "./fact.ts";
import { type Head, NEW_HEAD, nextHead } from "./head.ts";
import { foldEntry } from "./kind.ts";
import type { LedgerRef, PartOfEpoch } from "./ref.ts";

/** The state of a rebuild: makes the entries of a ledger from its facts, position by position, by the rules that book. */
export interface RebuildState {
  /**
   * Makes the next entry. `waiting`: the fact that it names (a refund's sale) is not wholly booked yet, so it cannot be made;
   * nothing has changed.
   */
  step(): Promise<"made" | "waiting" | "done">;
  /** Resolves when everything made so far is in the table. */
  flush(): Promise<void>;
  head(): Head;
  balances(): ReturnType<typeof workingBalances>;
}

export interface RebuildOptions {
  readonly ledger: LedgerRef;
  /** The part of each position. */
  readonly parts: readonly PartOfEpoch[];
  /** Of the ledger when all is made. */
  readonly epoch: number;
  /** Whether an entry waits for those of the fact that it names, or takes what is there. */
  readonly waits: boolean;
  readonly made?: (item: Item) => void;
}

/** Entries written at once: they share commits. */
const WRITTEN_AT_ONCE = 100;

export function rebuildState({ table, books }: BookingContext, options: RebuildOptions): RebuildState {
  const { ledger, parts, made } = options;
  const { merchantId, ledgerId } = ledger;
  const balances = workingBalances(() => undefined);
  const raised = new Set<string>();
  let unwritten: Write[] = [];
  let head: Head = { ...NEW_HEAD, epoch: options.epoch };
  let last: Recorded | undefined;
  let next = 0;

  async function flush(): Promise<void> {
    const all = unwritten;
    unwritten = [];
    await Promise.all(all.map((write) => table.write(write)));
  }
  async function put(write: Write): Promise<void> {
    unwritten.push(write);
    if (unwritten.length >= WRITTEN_AT_ONCE) await flush();
  }
  async function relatedOf(recorded: Recorded): Promise<readonly Entry[] | "waiting"> {
    const { relatedFactId } = recorded.fact;
    if (relatedFactId === undefined) return [];
    await flush();
    const related = await relatedEntries(table, recorded.fact);
    if (!options.waits) return related;
    const named = await readFact(table, merchantId, relatedFactId);
    return named && related.length < named.fact.parts ? "waiting" : related;
  }
  /** What a person has resolved stays resolved: only what was missing is raised, and closed again where a later fact closes it. */
  async function raise(recorded: Recorded, calls: readonly ExceptionCall[]): Promise<void> {
    if (calls.length === 0) return;
    const seen = await readExceptions(table, merchantId, calls);
    for (const [index, call] of calls.entries()) {
      const id = `${call.subject}#${call.code}`;
      if (seen[index] && !raised.has(id)) continue;
      const write = exceptionCallWrite(merchantId, ledgerId, call, recorded.fact.recordedAt, seen[index]);
      if (write) await table.write(write);
      raised.add(id);
    }
  }
  return {
    flush,
    head: () => ({ ...head, epoch: options.epoch }),
    balances: () => balances,
    async step() {
      const ref = parts[next];
      if (!ref) {
        await flush();
        return "done";
      }
      if (last?.fact.id !== ref.factId) last = present(await readFact(table, merchantId, ref.factId), ref.factId);
      const recorded = last;
      const related = await relatedOf(recorded);
      if (related === "waiting") return related;
      const from = { ...head, epoch: ref.epoch };
      const { calls, entry, item } = draftEntry(books, from, { recorded, part: ref.part, related }, balances);
      foldEntry(books, entry, balances);
      balances.accept(cursorOf(entry.epoch, entry.position));
      await put({ op: "put", item });
      made?.(item);
      await raise(recorded, calls);
      head = nextHead(head, entry, item);
      next++;
      return "made";
    },
  };
}
