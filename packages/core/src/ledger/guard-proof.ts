import type { Item, Key, Table, Write } from "../table/port/port.ts";
import { type Fact, type Recorded, readChunks, readFact, readHeader } from "./fact.ts";
import {
  type GuardKind,
  guardItem,
  guardKey,
  guardState,
  guardUseKey,
  guardUseWrite,
  guardVersion,
  takeUses,
  usesOf,
} from "./guard.ts";
import { type Books, kindOf } from "./kind.ts";
import type { LedgerRef } from "./ref.ts";
import { factHeaders } from "./walk.ts";

/** How the facts prove their guards: `verify` compares, `rebuild` writes. */

/** A use that a fact of some ledger makes. */
interface Use {
  readonly factId: string;
  readonly key: string;
  /** `recordedAt`, then id. */
  readonly order: string;
}

/** The guards that a walk over facts comes across: those that lie beside facts, and those that facts use. */
export interface GuardWalk {
  visit(header: Item, fact: Fact): Promise<void>;
  /** Keys of guards that may be there without a use in these facts. */
  keysOf(guard: GuardKind): readonly string[];
  usesOf(guard: GuardKind): ReadonlyMap<string, readonly Use[]>;
}

export function guardWalk(table: Table, books: Books): GuardWalk {
  const beside = new Map<GuardKind, string[]>(books.guards.map((guard) => [guard, []]));
  const uses = new Map<GuardKind, Map<string, Use[]>>(books.guards.map((guard) => [guard, new Map()]));
  return {
    keysOf: (guard) => beside.get(guard) ?? [],
    usesOf: (guard) => uses.get(guard) ?? new Map(),
    async visit(header, fact) {
      for (const [guard, ids] of beside) if (guard.ofFacts === fact.kind) ids.push(fact.id);
      const kind = kindOf(books, fact);
      if (kind.uses.length === 0) return;
      const whole = fact.lines ? fact : (await readChunks(table, header)).fact;
      for (const { guard, key } of usesOf(kind.uses, whole)) {
        const ofGuard = uses.get(guard) ?? new Map<string, Use[]>();
        const use = { factId: fact.id, key, order: `${fact.recordedAt}#${fact.id}` };
        ofGuard.set(key, [...(ofGuard.get(key) ?? []), use]);
      }
    },
  };
}

const PAGE = 100;

interface GuardRead {
  readonly key: string;
  readonly item: Item | undefined;
  /** The facts that it counts; undefined: the record of a use is missing. */
  readonly counted: readonly (string | undefined)[];
}

async function* readCounted(
  table: Table,
  merchantId: string,
  guard: GuardKind,
  keys: readonly string[],
): AsyncGenerator<GuardRead, void, undefined> {
  for (let from = 0; from < keys.length; from += PAGE) {
    const page = keys.slice(from, from + PAGE);
    const items = await table.batchGet(page.map((key) => guardKey(guard, merchantId, key)));
    for (const [index, key] of page.entries()) {
      const item = items[index];
      yield { key, item, counted: await countedBy(table, merchantId, guard, key, item) };
    }
  }
}

/** A guard and the records of its uses are written together, so all up to the version that was read are there. */
async function countedBy(
  table: Table,
  merchantId: string,
  guard: GuardKind,
  key: string,
  item: Item | undefined,
): Promise<readonly (string | undefined)[]> {
  if (!item) return [];
  if (guard.listed) return guard.listed(guardState(guard, item));
  const ids: (string | undefined)[] = [];
  const version = guardVersion(item);
  for (let from = 1; from <= version; from += PAGE) {
    const count = Math.min(PAGE, version - from + 1);
    const keys = Array.from({ length: count }, (_, index) => guardUseKey(guard, merchantId, key, from + index));
    for (const use of await table.batchGet(keys)) ids.push(use && String(use.factId));
  }
  return ids;
}

/** The item that these facts make, in this order. */
function itemOfFacts(books: Books, key: Key, guard: GuardKind, guardedBy: string, facts: readonly Fact[]): Item {
  let state = guard.zero;
  for (const fact of facts) {
    const used = usesOf(kindOf(books, fact).uses, fact).find((one) => one.guard === guard && one.key === guardedBy);
    if (used) state = takeUses(used, state, fact.id).state;
  }
  return guardItem(key, facts.length, state);
}

function isUsedBy(books: Books, guard: GuardKind, key: string, { fact }: Recorded): boolean {
  return usesOf(kindOf(books, fact).uses, fact).some((used) => used.guard === guard && used.key === key);
}

/**
 * Every guard that a ledger's facts have or use against all facts that it counts, and every use against its guard. A use and
 * its guard's move are one transaction, so this holds while the shop sells.
 */
export async function compareGuards(
  table: Table,
  books: Books,
  merchantId: string,
  walk: GuardWalk,
  report: (subject: string, detail: string) => void,
): Promise<void> {
  for (const guard of books.guards) {
    const uses = walk.usesOf(guard);
    const keys = [...new Set([...walk.keysOf(guard), ...uses.keys()])];
    for await (const { key, item, counted } of readCounted(table, merchantId, guard, keys)) {
      const known = new Set(counted);
      for (const { factId } of uses.get(key) ?? [])
        if (!known.has(factId)) report(key, `its guard does not count ${factId}`);
      if (item) await compareGuard(table, books, merchantId, guard, { key, item, counted }, report);
    }
  }
}

async function compareGuard(
  table: Table,
  books: Books,
  merchantId: string,
  guard: GuardKind,
  { key, item, counted }: GuardRead & { readonly item: Item },
  report: (subject: string, detail: string) => void,
): Promise<void> {
  const found = await readUses(table, merchantId, counted);
  const missing = found.filter((use) => use === undefined).length;
  if (missing > 0) report(key, `its guard counts ${missing} facts that are not there`);
  const facts = found.flatMap((use) => use ?? []);
  const strangers = facts.filter((use) => !isUsedBy(books, guard, key, use)).length;
  if (strangers > 0) report(key, `its guard counts ${strangers} facts that do not use it`);
  const want = itemOfFacts(
    books,
    item,
    guard,
    key,
    facts.map(({ fact }) => fact),
  );
  if (want.body !== item.body || want.version !== item.version)
    report(
      key,
      `its guard has version ${String(item.version)}, ${String(item.body)}; its facts give version ${String(want.version)}, ${String(want.body)}`,
    );
}

/**
 * Rebuilds the guards of a merchant from the facts that use them; each is written only where it is still as it was read.
 * @param ledgers all of the merchant: a use may be in another ledger than what it uses
 * @returns how many differed
 */
export async function rebuildGuards(
  { table, books }: { readonly table: Table; readonly books: Books },
  merchantId: string,
  ledgers: readonly LedgerRef[],
): Promise<number> {
  const walk = guardWalk(table, books);
  for (const ledger of ledgers)
    for await (const header of factHeaders(table, ledger)) await walk.visit(header, readHeader(header));
  let written = 0;
  for (const guard of books.guards) {
    const uses = walk.usesOf(guard);
    const keys = [...new Set([...walk.keysOf(guard), ...uses.keys()])];
    for await (const { key, item, counted } of readCounted(table, merchantId, guard, keys)) {
      const wanted = [...(uses.get(key) ?? [])]
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ factId }) => factId);
      const have = counted.filter((id) => id !== undefined);
      // Where it counts just these facts, their order was that of counting.
      const ids = have.length === wanted.length && have.every((id) => wanted.includes(id)) ? have : wanted;
      if (ids.length === 0 && !item) continue;
      const facts = (await readUses(table, merchantId, ids)).flatMap((use) => use?.fact ?? []);
      const next = itemOfFacts(books, guardKey(guard, merchantId, key), guard, key, facts);
      const writes = rebuiltWrites(guard, merchantId, key, { item, counted, next, ids });
      if (writes.length === 0) continue;
      if (await writeAll(table, writes)) written++;
    }
  }
  return written;
}

interface RebuiltGuard {
  readonly item: Item | undefined;
  readonly counted: readonly (string | undefined)[];
  readonly next: Item;
  readonly ids: readonly string[];
}

/** The guard first: if it moved meanwhile, its condition fails and nothing is written. */
function rebuiltWrites(
  guard: GuardKind,
  merchantId: string,
  key: string,
  { item, counted, next, ids }: RebuiltGuard,
): Write[] {
  const writes: Write[] = [];
  if (!item || item.body !== next.body || item.version !== next.version)
    writes.push({
      op: "put",
      item: next,
      if: item ? { is: "equal", to: { version: guardVersion(item) } } : { is: "absent" },
    });
  if (guard.listed) return writes;
  for (const [index, id] of ids.entries())
    if (counted[index] !== id) writes.push(guardUseWrite(guard, merchantId, key, index + 1, id));
  for (let version = ids.length + 1; version <= counted.length; version++)
    writes.push({ op: "delete", key: guardUseKey(guard, merchantId, key, version) });
  return writes;
}

async function writeAll(table: Table, writes: readonly Write[]): Promise<boolean> {
  for (const write of writes) if (!(await table.write(write)).ok) return false;
  return true;
}

function readUses(
  table: Table,
  merchantId: string,
  ids: readonly (string | undefined)[],
): Promise<(Recorded | undefined)[]> {
  return Promise.all(ids.map(async (id) => (id === undefined ? undefined : readFact(table, merchantId, id))));
}
