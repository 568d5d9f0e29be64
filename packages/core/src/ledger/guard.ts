import type { Item, Key, Table, Write } from "../table/port/port.ts";
import { type Fact, factKey, type Recorded, readFact, readHeader } from "./fact.ts";
import { factHeaders, type LedgerRef } from "./walk.ts";

/**
 * A guard holds what live requests may use up of a fact (what is left to refund of a sale): one versioned item beside the
 * fact's own record, moved in the transaction that records a use. The guard decides; this says how the facts prove it.
 */
export interface GuardKind {
  /** Its sort key. */
  readonly sk: string;
  /** The kind of fact that it guards, and of the facts that use it, naming the guarded one by `relatedFactId`. */
  readonly guards: string;
  readonly usedBy: string;
  /** The ids of the facts that it counts, in the order in which they were counted. */
  readonly uses: (item: Item) => readonly string[];
  /** The whole item after these facts. */
  readonly item: (key: Key, uses: readonly Fact[]) => Item;
}

export function guardKey(kind: GuardKind, merchantId: string, factId: string): Key {
  return { pk: factKey(merchantId, factId).pk, sk: kind.sk };
}

/** A use that some ledger's facts tell: the fact and the guarded one. */
export interface GuardUse {
  readonly factId: string;
  readonly of: string;
  /** `recordedAt`, then id. */
  readonly order: string;
}

/** The facts of a ledger that are guarded, and those that use a guard, as a walk over the ledger finds them. */
export interface GuardWalk {
  readonly visit: (fact: Fact) => void;
  readonly guarded: readonly string[];
  readonly uses: readonly GuardUse[];
}

export function guardWalk(kind: GuardKind): GuardWalk {
  const guarded: string[] = [];
  const uses: GuardUse[] = [];
  return {
    guarded,
    uses,
    visit({ id, kind: kindOfFact, relatedFactId, recordedAt }) {
      if (kindOfFact === kind.guards) guarded.push(id);
      else if (kindOfFact === kind.usedBy && relatedFactId !== undefined)
        uses.push({ factId: id, of: relatedFactId, order: `${recordedAt}#${id}` });
    },
  };
}

const PAGE = 100;

/**
 * Every guard of a ledger's facts against the facts that it counts, and every use against its guard. A use and its guard's
 * move are one transaction, so this holds while the shop refunds.
 */
export async function compareGuards(
  table: Table,
  merchantId: string,
  kind: GuardKind,
  { guarded, uses }: GuardWalk,
  report: (subject: string, detail: string) => void,
): Promise<void> {
  for await (const { factId, item } of guardItems(table, merchantId, kind, guarded)) {
    if (!item) continue;
    const counted = await readUses(table, merchantId, kind.uses(item));
    const missing = counted.filter((use) => use === undefined).length;
    if (missing > 0) report(factId, `its guard counts ${missing} facts that are not there`);
    const strangers = counted.filter((use) => use && use.fact.relatedFactId !== factId).length;
    if (strangers > 0) report(factId, `its guard counts ${strangers} facts of something else`);
    const want = kind.item(
      item,
      counted.flatMap((use) => use?.fact ?? []),
    );
    if (want.body !== item.body)
      report(factId, `its guard says ${String(item.body)}, its facts say ${String(want.body)}`);
  }
  const usesOf = byGuarded(uses);
  for await (const { factId, item } of guardItems(table, merchantId, kind, [...usesOf.keys()])) {
    const counted = new Set(item ? kind.uses(item) : []);
    for (const use of usesOf.get(factId) ?? [])
      if (!counted.has(use)) report(factId, `its guard does not count ${use}`);
  }
}

/**
 * Makes the guards of a merchant's facts anew from the facts that use them; each is written only where it still stands as
 * it was read.
 * @param ledgers all of the merchant: a use may stand in another ledger than what it uses
 * @returns how many differed
 */
export async function rebuildGuards(
  table: Table,
  merchantId: string,
  ledgers: readonly LedgerRef[],
  kind: GuardKind,
): Promise<number> {
  const walk = guardWalk(kind);
  for (const ledger of ledgers) for await (const header of factHeaders(table, ledger)) walk.visit(readHeader(header));
  const usesOf = byGuarded([...walk.uses].sort((a, b) => (a.order < b.order ? -1 : 1)));
  let written = 0;
  for await (const { factId, item } of guardItems(table, merchantId, kind, walk.guarded)) {
    const wanted = usesOf.get(factId) ?? [];
    const counted = item ? kind.uses(item) : [];
    // Where it counts just these facts, their order was that of counting.
    const ids = counted.length === wanted.length && counted.every((id) => wanted.includes(id)) ? counted : wanted;
    if (ids.length === 0 && !item) continue;
    const key = guardKey(kind, merchantId, factId);
    const facts = (await readUses(table, merchantId, ids)).flatMap((use) => use?.fact ?? []);
    const next = kind.item(key, facts);
    if (item && item.body === next.body && item.version === next.version) continue;
    const write: Write = {
      op: "put",
      item: next,
      if: item ? { is: "equal", to: { version: Number(item.version) } } : { is: "absent" },
    };
    if ((await table.write(write)).ok) written++;
  }
  return written;
}

function byGuarded(uses: readonly GuardUse[]): Map<string, string[]> {
  const usesOf = new Map<string, string[]>();
  for (const { factId, of } of uses) usesOf.set(of, [...(usesOf.get(of) ?? []), factId]);
  return usesOf;
}

async function* guardItems(
  table: Table,
  merchantId: string,
  kind: GuardKind,
  factIds: readonly string[],
): AsyncGenerator<{ readonly factId: string; readonly item: Item | undefined }, void, undefined> {
  for (let from = 0; from < factIds.length; from += PAGE) {
    const page = factIds.slice(from, from + PAGE);
    const items = await table.batchGet(page.map((factId) => guardKey(kind, merchantId, factId)));
    for (const [index, factId] of page.entries()) yield { factId, item: items[index] };
  }
}

function readUses(table: Table, merchantId: string, ids: readonly string[]): Promise<(Recorded | undefined)[]> {
  return Promise.all(ids.map((id) => readFact(table, merchantId, id)));
}
