import { prefixOf } from "../base/id.ts";
import { assert, type Failure } from "../base/result.ts";
import type { ExceptionCode, FailureCode } from "../generated/names.ts";
import { padded, tenantPk } from "../table/port/keys.ts";
import type { Item, Key, Table, Write } from "../table/port/port.ts";
import { type Fact, type Flag, textOf } from "./fact.ts";

/**
 * A guard limits a scarce value that two requests at once could use up twice: what is left to refund of a sale, a gift card's
 * balance, the uses of a coupon. It is one versioned item, moved in the transaction that records the fact that uses it. The
 * guard decides; its facts prove it (`guard-proof.ts`).
 */
export interface GuardKind<S = unknown, U = unknown> {
  /** Its sort key, and what the sort keys of its uses begin with. */
  readonly name: string;
  /** Before any use. */
  readonly zero: S;
  /** The kind of fact that it lies beside, one guard a fact, keyed by the fact's id. Absent: it belongs to no fact. */
  readonly ofFacts?: string;
  /** Pure. The state after a use, whether or not it is within the limit, and what the use breaks. */
  take(state: S, use: U, factId: string): GuardTaken<S>;
  /**
   * The ids of the facts that used it, in the order in which they were counted, for a guard whose state lists them because they
   * are few. Absent: each use has a record of its own beside the guard.
   */
  listed?(state: S): readonly string[];
}

export interface GuardTaken<S> {
  readonly state: S;
  readonly problems: readonly GuardProblem[];
}

/** Why a use is refused online; offline it becomes an exception of the same code. */
export type GuardProblem = Failure & { readonly code: FailureCode & ExceptionCode };

/** One use of a guard by a fact; the fact chooses the key, by its content. */
export interface GuardUse<U> {
  readonly key: string;
  readonly use: U;
}

/** How the facts of a kind use a guard: any number of keys, a key any number of times. */
export interface GuardUsage<F extends Fact> {
  readonly guard: GuardKind;
  of(fact: F): readonly GuardUse<unknown>[];
}

export function usageOf<F extends Fact, S, U>(
  guard: GuardKind<S, U>,
  of: (fact: F) => readonly GuardUse<U>[],
): GuardUsage<F> {
  return { guard, of };
}

export interface GuardRef {
  readonly guard: GuardKind;
  readonly key: string;
}

/** All uses of one guard by one fact: they count as one. */
export interface UsesOfFact extends GuardRef {
  readonly uses: readonly unknown[];
}

export function usesOf<F extends Fact>(usages: readonly GuardUsage<F>[], fact: F): UsesOfFact[] {
  const found: (UsesOfFact & { readonly uses: unknown[] })[] = [];
  for (const { guard, of } of usages) {
    for (const { key, use } of of(fact)) {
      const known = found.find((one) => one.guard === guard && one.key === key);
      if (known) known.uses.push(use);
      else found.push({ guard, key, uses: [use] });
    }
  }
  return found;
}

/** Beside the record of what has an id; other keys (a coupon's code) have partitions of their own. */
export function guardKey(guard: GuardKind, merchantId: string, key: string): Key {
  return { pk: guardPk(merchantId, key), sk: guard.name };
}

function guardPk(merchantId: string, key: string): string {
  assert(/^[\w.-]{1,64}$/.test(key), "a guard's key is up to 64 letters, digits, dots, dashes and underscores");
  return prefixOf(key) === undefined ? tenantPk(merchantId, "G", key) : tenantPk(merchantId, key);
}

/** The record of a use, by the version of the guard that it made. */
export function guardUseKey(guard: GuardKind, merchantId: string, key: string, version: number): Key {
  return { pk: guardPk(merchantId, key), sk: `${guard.name}#${padded(version, VERSION_DIGITS)}` };
}

const VERSION_DIGITS = 9;

/**
 * The facts that used a guard whose uses have records, the newest first.
 * @param after the key of the use after which the page begins
 */
export async function guardUsesOf(
  table: Table,
  guard: GuardKind,
  merchantId: string,
  key: string,
  { limit, after }: { readonly limit: number; readonly after?: string },
): Promise<{ readonly key: string; readonly factId: string }[]> {
  const begin = `${guard.name}#`;
  const range = after === undefined ? { beginsWith: begin } : { between: [begin, `${begin}${after}`] as const };
  // The use after which the page begins is the first that is read.
  const { items } = await table.query({ pk: guardPk(merchantId, key), limit: limit + 1, reverse: true, range });
  const uses = items.map(({ sk, factId }) => ({ key: sk.slice(begin.length), factId: String(factId) }));
  return uses.filter((use) => use.key !== after).slice(0, limit);
}

export function guardState(guard: GuardKind, item: Item | undefined): unknown {
  return item ? JSON.parse(textOf(item)) : guard.zero;
}

/** How many facts have used it. */
export function guardVersion(item: Item | undefined): number {
  return item ? Number(item.version) : 0;
}

export function guardItem(key: Key, version: number, state: unknown): Item {
  return { pk: key.pk, sk: key.sk, version, body: JSON.stringify(state) };
}

/** What a fact's uses do to the state of a guard. */
export function takeUses(
  { guard, uses }: UsesOfFact,
  state: unknown,
  factId: string,
): { readonly state: unknown; readonly problems: readonly GuardProblem[] } {
  let after = state;
  const problems: GuardProblem[] = [];
  for (const use of uses) {
    const taken = guard.take(after, use, factId);
    after = taken.state;
    problems.push(...taken.problems);
  }
  return { state: after, problems };
}

/** The guards of a fact as they were read, so that its uses can be decided and written on condition that they are unchanged. */
export interface GuardsRead {
  has(guard: GuardKind, key: string): boolean;
  stateOf(guard: GuardKind, key: string): unknown;
  itemOf(guard: GuardKind, key: string): Item | undefined;
}

export async function readGuards(table: Table, merchantId: string, refs: readonly GuardRef[]): Promise<GuardsRead> {
  const keys = refs.map(({ guard, key }) => guardKey(guard, merchantId, key));
  const items = keys.length === 0 ? [] : await table.batchGet(keys);
  const itemOf = (guard: GuardKind, key: string) => {
    const index = refs.findIndex((ref) => ref.guard === guard && ref.key === key);
    assert(index >= 0, `the guard ${guard.name} of ${key} was read before it is used`);
    return items[index];
  };
  const has = (guard: GuardKind, key: string) => refs.some((ref) => ref.guard === guard && ref.key === key);
  return { has, itemOf, stateOf: (guard, key) => guardState(guard, itemOf(guard, key)) };
}

/** Guards that were read, with those of `refs` that were not: the others stay as they were read. */
export async function withGuards(
  table: Table,
  merchantId: string,
  read: GuardsRead,
  refs: readonly GuardRef[],
): Promise<GuardsRead> {
  const missing = refs.filter(({ guard, key }) => !read.has(guard, key));
  if (missing.length === 0) return read;
  const more = await readGuards(table, merchantId, missing);
  const itemOf = (guard: GuardKind, key: string) => (more.has(guard, key) ? more : read).itemOf(guard, key);
  const has = (guard: GuardKind, key: string) => more.has(guard, key) || read.has(guard, key);
  return { has, itemOf, stateOf: (guard, key) => guardState(guard, itemOf(guard, key)) };
}

export interface GuardsDecided {
  readonly writes: readonly Write[];
  readonly problems: readonly GuardProblem[];
}

/** Decides all uses of a fact against the guards as they were read. */
export function decideUses(
  merchantId: string,
  factId: string,
  uses: readonly UsesOfFact[],
  read: GuardsRead,
): GuardsDecided {
  const writes: Write[] = [];
  const problems: GuardProblem[] = [];
  for (const used of uses) {
    const { guard, key } = used;
    const seen = read.itemOf(guard, key);
    const version = guardVersion(seen);
    const taken = takeUses(used, guardState(guard, seen), factId);
    problems.push(...taken.problems);
    writes.push({
      op: "put",
      item: guardItem(guardKey(guard, merchantId, key), version + 1, taken.state),
      if: seen ? { is: "equal", to: { version } } : { is: "absent" },
    });
    if (!guard.listed) writes.push(guardUseWrite(guard, merchantId, key, version + 1, factId));
  }
  return { writes, problems };
}

export function guardUseWrite(
  guard: GuardKind,
  merchantId: string,
  key: string,
  version: number,
  factId: string,
): Write {
  return { op: "put", item: { ...guardUseKey(guard, merchantId, key, version), factId } };
}

/** The flags of a fact that was recorded beyond its guards: one for each code. */
export function flagsOf(problems: readonly GuardProblem[]): Flag[] {
  const flags = new Map<string, Flag>();
  for (const { code, message } of problems) if (!flags.has(code)) flags.set(code, { code, message });
  return [...flags.values()];
}
