import { assert } from "../base/result.ts";
import type { BalanceRef, Balances } from "./balance.ts";
import type { Account, Posting } from "./chart.ts";
import type { Entry, EventKind, ModuleParts } from "./entry.ts";
import type { ExceptionCall } from "./exception.ts";
import type { Fact, Flag } from "./fact.ts";
import type { GuardKind, GuardUsage } from "./guard.ts";

/** What the facts of a kind count as in totals of sales; `payment`: they change what was paid alone. */
export type Counts = "sale" | "refund" | "payment" | "nothing";

/** What projections may know of the kind of a fact or entry: traits, never its name. */
export interface FactTraits {
  readonly counts: Counts;
}

/** A kind of fact, declared once, in its module. Everything that differs by kind is read from here. */
export interface FactKind<F extends Fact = Fact> extends FactTraits {
  readonly kind: F["kind"];
  readonly idPrefix: string;
  /**
   * How a part of a fact is booked. Pure; reads balances, changes none.
   * @param related the entries of the fact that this one names by `relatedFactId`, all booked; empty where it names none
   * @param accounts what the ledger's accounts came to before it
   */
  book(
    fact: F,
    part: number,
    balances: Balances,
    related: readonly Entry[],
    accounts: { readonly [account in Account]?: number },
  ): Draft;
  /** The guards that its facts use up. */
  readonly uses: readonly GuardUsage<F>[];
  readonly events: readonly EventKind[];
  /**
   * Codes of the exceptions that its facts may raise, as flags or by their booking. A code that was released stays: stored
   * facts have it. `CLOCK_SKEW` and `LATE` are found when a fact is made, for the kinds that list them.
   */
  readonly exceptions: readonly string[];
  /** Kinds from before rules 2: the order of fields in the entries of that time. */
  readonly flatFields?: readonly string[];
}

/** What a booking rule decides; the ledger adds position, chain and the exceptions of the fact's flags. */
export interface Draft {
  readonly postings: readonly Posting[];
  readonly terminalId?: string;
  /** Each made by its module's `entryPart`. */
  readonly modules?: ModuleParts;
  readonly events: readonly EventKind[];
  readonly exceptions: readonly ExceptionCall[];
}

/** How entries move the balances of one module. */
export interface Projection {
  /** Every balance of this module that a rule may read for this part of a fact, or that its entry may move. */
  needs(fact: Fact, part: number, traits: FactTraits): readonly BalanceRef[];
  fold(entry: Entry, balances: Balances, traits: FactTraits): void;
}

/** All kinds of facts, projections and guards: what the ledger needs to know of the modules. Made by `createBooks`. */
export interface Books {
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly projections: readonly Projection[];
  readonly guards: readonly GuardKind[];
}

/** @throws when two kinds share a name or a prefix of ids, or a kind uses a guard that is not listed */
export function createBooks({
  kinds,
  projections,
  guards,
}: {
  readonly kinds: readonly FactKind[];
  readonly projections: readonly Projection[];
  readonly guards: readonly GuardKind[];
}): Books {
  const byName = new Map<string, FactKind>();
  const prefixes = new Set<string>();
  for (const kind of kinds) {
    assert(!byName.has(kind.kind), `one kind of fact is called ${kind.kind}`);
    assert(!prefixes.has(kind.idPrefix), `one kind of fact has the id prefix ${kind.idPrefix}`);
    for (const { guard } of kind.uses)
      assert(guards.includes(guard), `the guard ${guard.name}, which ${kind.kind} uses, is listed`);
    prefixes.add(kind.idPrefix);
    byName.set(kind.kind, kind);
  }
  assert(new Set(guards.map(({ name }) => name)).size === guards.length, "no two guards share a name");
  return { kinds: byName, projections, guards };
}

/** A stored fact or entry of a kind that this program does not know. */
export class FactKindUnknown extends Error {
  override readonly name = "FactKindUnknown";
}

/** @throws FactKindUnknown */
export function kindOf(books: Books, { id, kind }: { readonly id: string; readonly kind: string }): FactKind {
  const found = books.kinds.get(kind);
  if (!found)
    throw new FactKindUnknown(
      `The fact ${id} has the kind "${kind}", which this program does not know: run the program that wrote it.`,
    );
  return found;
}

/** Moves the balances of all modules by an entry. */
export function foldEntry(books: Books, entry: Entry, balances: Balances): void {
  const traits = kindOf(books, { id: entry.factId, kind: entry.kind });
  for (const { fold } of books.projections) fold(entry, balances, traits);
}

/** Flags of a fact are of codes that its kind declares: what is recorded can be booked. */
export function assertDeclared(
  { kind, exceptions }: Pick<FactKind, "kind" | "exceptions">,
  flags: readonly Pick<Flag, "code">[],
): void {
  for (const { code } of flags) assert(exceptions.includes(code), `the kind ${kind} declares the exception ${code}`);
}
