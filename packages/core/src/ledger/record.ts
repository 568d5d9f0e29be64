import type { Clock } from "../base/context.ts";
import { assert, type Failure, failure, ok, present, type Result, refused } from "../base/result.ts";
import { TABLE_LIMITS } from "../table/port/limits.ts";
import type { Table, Write } from "../table/port/port.ts";
import { sizeOf } from "../table/port/size.ts";
import { retrying } from "../table/port/versioned.ts";
import { type Fact, type Flag, readChunks, readFact, recordWrites, type SecondIndex } from "./fact.ts";
import {
  decideUses,
  flagsOf,
  type GuardRef,
  type GuardsRead,
  readGuards,
  type UsesOfFact,
  usesOf,
  withGuards,
} from "./guard.ts";
import { assertDeclared, type FactKind } from "./kind.ts";
import type { RecordMode } from "./new-fact.ts";

/**
 * Records a fact once, for ever, with the guards that it uses: one conditional put where it is a single item and uses none, else
 * one transaction. A duplicate request is answered from what is stored: `replayed` when it has the same content, else
 * `conflict`. `refused`: a guard's limit is reached and the fact is still to happen, or it uses more than
 * one transaction holds; nothing was recorded.
 */
export type RecordResult<F extends Fact> =
  | { readonly status: "recorded" | "replayed" | "conflict"; readonly fact: F }
  | { readonly status: "refused"; readonly failures: readonly Failure[] };

export interface RecordContext {
  readonly table: Table;
  readonly clock: Clock;
}

export interface RecordOptions<F extends Fact> {
  /** Default: online. Offline a fact is recorded beyond its guards too, with a flag for what they say. */
  readonly mode?: RecordMode;
  /** Its place in the second index, where it belongs there. */
  readonly index?: (fact: F) => SecondIndex | undefined;
}

/** @throws TableUnavailable when the table fails (whether the fact was recorded is then unknown) or a race is lost too often: sending it again is safe */
export async function record<F extends Fact>(
  context: RecordContext,
  kind: FactKind<F>,
  fact: F,
  options: RecordOptions<F> = {},
): Promise<RecordResult<F>> {
  const guards = usesOf(kind.uses, fact);
  const tooMany = tooManyUses([fact], guards);
  if (tooMany) return tooMany;
  if (guards.length === 0) {
    // Nothing to decide: what almost every sale is.
    const recorded = await recordOnce(context.table, fact, options.index?.(fact), []);
    if (recorded) return recorded;
  }
  const plan = { guards, readsFirst: guards.length === 0, compose: () => Promise.resolve(ok(fact)) };
  return recordPlanned(context, kind, fact, plan, options);
}

/**
 * The same for a fact whose content depends on the guards that it uses: `compose` decides it from their states, again whenever
 * one of them moved meanwhile.
 */
export async function recordComposed<F extends Fact>(
  context: RecordContext,
  kind: FactKind<F>,
  request: FactIdentity,
  guards: readonly GuardRef[],
  compose: (read: GuardsRead) => Promise<Result<F>>,
  options: RecordOptions<F> = {},
): Promise<RecordResult<F>> {
  return recordPlanned(context, kind, request, { guards, readsFirst: true, compose }, options);
}

/** What a duplicate request is recognised by. */
export type FactIdentity = Pick<Fact, "merchantId" | "id" | "requestHash">;

interface Plan<F extends Fact> {
  readonly guards: readonly GuardRef[];
  /** Whether the record is looked up before the first attempt, because composing takes time. */
  readonly readsFirst: boolean;
  readonly compose: (read: GuardsRead) => Promise<Result<F>>;
}

async function recordPlanned<F extends Fact>(
  context: RecordContext,
  kind: FactKind<F>,
  request: FactIdentity,
  plan: Plan<F>,
  { mode = "online", index }: RecordOptions<F>,
): Promise<RecordResult<F>> {
  const { table, clock } = context;
  let readsFirst = plan.readsFirst;
  return retrying(clock, "guards of the fact", async (): Promise<RecordResult<F> | undefined> => {
    const before = readsFirst ? await recordedBefore<F>(table, request) : undefined;
    if (before) return before;
    readsFirst = true;
    const read = await readGuards(table, request.merchantId, plan.guards);
    const composed = await plan.compose(read);
    // The same request may have been recorded between the look-up and the reading of the guards.
    if (!composed.ok)
      return (await recordedBefore<F>(table, request)) ?? { status: "refused", failures: composed.failures };
    const uses = usesOf(kind.uses, composed.value);
    const tooMany = tooManyUses([composed.value], uses);
    if (tooMany) return tooMany;
    const guards = await withGuards(table, request.merchantId, read, uses);
    const { writes, problems } = decideUses(request.merchantId, request.id, uses, guards);
    // The first answer to a request that used up the rest may have been lost on the way.
    if (problems.length > 0 && mode === "online")
      return (await recordedBefore<F>(table, request)) ?? { status: "refused", failures: problems };
    const fact = problems.length === 0 ? composed.value : withFlags(kind, composed.value, flagsOf(problems));
    return recordOnce(table, fact, index?.(fact), writes);
  });
}

interface Refused {
  readonly status: "refused";
  readonly failures: readonly Failure[];
}

/** However long facts are, so many uses fit beside them into one transaction. */
const USES_ALWAYS = 20;

/** A fact is recorded in one transaction with all that it uses: each gift card, credit and coupon. */
function tooManyUses(facts: readonly Fact[], uses: readonly UsesOfFact[]): Refused | undefined {
  if (uses.length <= USES_ALWAYS) return undefined;
  const own = facts.reduce((sum, fact) => sum + recordWrites(fact).length, 0);
  // Of a guard, and of the record of its use where it does not list its uses.
  const writes = uses.reduce((sum, { guard }) => sum + (guard.listed ? 1 : 2), own);
  if (writes <= TABLE_LIMITS.transactionWritesMax) return undefined;
  const message = `It uses ${uses.length} gift cards, credits and coupons, more than are recorded at once.`;
  return { status: "refused", failures: [failure("LIMIT_REACHED", message, ["input"])] };
}

/** Beside guards, which take less than one item may. */
const BYTES_MAX = TABLE_LIMITS.transactionBytesMax - TABLE_LIMITS.itemBytesMax;

/** Facts are cut into items, which together are not longer than one transaction. */
function tooLong(writes: readonly Write[]): Refused | undefined {
  const bytes = writes.reduce((sum, write) => (write.op === "put" ? sum + sizeOf(write.item) : sum), 0);
  if (bytes <= BYTES_MAX) return undefined;
  const message = `It takes ${bytes} bytes, more than are recorded at once.`;
  return { status: "refused", failures: [failure("LIMIT_REACHED", message, ["input", "lines"])] };
}

function withFlags<F extends Fact>(kind: FactKind<F>, fact: F, flags: readonly Flag[]): F {
  assertDeclared(kind, flags);
  const own = fact.flags ?? [];
  return { ...fact, flags: [...own, ...flags.filter(({ code }) => !own.some((flag) => flag.code === code))] };
}

/** @returns undefined when a condition failed and it is not known yet why */
async function recordOnce<F extends Fact>(
  table: Table,
  fact: F,
  index: SecondIndex | undefined,
  guardWrites: ReturnType<typeof decideUses>["writes"],
): Promise<RecordResult<F> | undefined> {
  const own = recordWrites(fact, index);
  const writes = guardWrites.length === 0 ? own : [...own, ...guardWrites];
  const only = writes[0];
  if (writes.length === 1 && only) {
    const result = await table.write(only);
    if (result.ok) return { status: "recorded", fact };
    return compare(fact, await readChunks<F>(table, present(result.item, "the stored fact")));
  }
  const long = own.length > 1 ? tooLong(own) : undefined;
  return long ?? ((await table.transact(writes)).ok ? { status: "recorded", fact } : undefined);
}

function compare<F extends Fact>(request: FactIdentity, stored: { readonly fact: F }): RecordResult<F> {
  return { status: stored.fact.requestHash === request.requestHash ? "replayed" : "conflict", fact: stored.fact };
}

/** One of several facts that are recorded together. */
export interface ComposedFact {
  readonly kind: FactKind;
  readonly fact: Fact;
  readonly index?: SecondIndex | undefined;
}

export type TogetherResult =
  | { readonly status: "recorded" | "replayed" | "conflict"; readonly facts: readonly Fact[] }
  | { readonly status: "refused"; readonly failures: readonly Failure[] };

/**
 * Records several facts of one request in one transaction with the guards that they use: all of them, or none. No two of them use
 * the same guard.
 * @param guards what `compose` decides them from; those that the composed facts use beside these are read afterwards
 * @throws TableUnavailable as `record` does
 */
export async function recordTogether(
  { table, clock }: RecordContext,
  requests: readonly FactIdentity[],
  guards: readonly GuardRef[],
  compose: (read: GuardsRead) => Promise<Result<readonly ComposedFact[]>>,
  mode: RecordMode,
): Promise<TogetherResult> {
  const { merchantId } = present(requests[0], "a fact to record");
  return retrying(clock, "guards of the facts", async (): Promise<TogetherResult | undefined> => {
    const before = await recordedTogether(table, requests);
    if (before) return before;
    const read = await readGuards(table, merchantId, guards);
    const composed = await compose(read);
    if (!composed.ok)
      return (await recordedTogether(table, requests)) ?? { status: "refused", failures: composed.failures };
    const uses = composed.value.map(({ kind, fact }) => usesOf(kind.uses, fact));
    const tooMany = tooManyUses(
      composed.value.map(({ fact }) => fact),
      uses.flat(),
    );
    if (tooMany) return tooMany;
    const all = await withGuards(table, merchantId, read, uses.flat());
    const decided = composed.value.map(({ fact }, index) => decideUses(merchantId, fact.id, uses[index] ?? [], all));
    const problems = decided.flatMap((one) => one.problems);
    if (problems.length > 0 && mode === "online")
      return (await recordedTogether(table, requests)) ?? { status: "refused", failures: problems };
    const facts = composed.value.map(({ kind, fact }, index) => {
      const beyond = decided[index]?.problems ?? [];
      return beyond.length === 0 ? fact : withFlags(kind, fact, flagsOf(beyond));
    });
    const own = facts.flatMap((fact, index) => recordWrites(fact, composed.value[index]?.index));
    const long = tooLong(own);
    if (long) return long;
    const writes = [...own, ...decided.flatMap((one) => one.writes)];
    return (await table.transact(writes)).ok ? { status: "recorded", facts } : undefined;
  });
}

/** @returns undefined when none of them is stored */
async function recordedTogether(table: Table, requests: readonly FactIdentity[]): Promise<TogetherResult | undefined> {
  const before = await Promise.all(requests.map((request) => recordedBefore(table, request)));
  const known = before.flatMap((one) => (one === undefined || one.status === "refused" ? [] : [one]));
  if (known.length === 0) return undefined;
  const facts = known.map(({ fact }) => fact);
  if (known.some(({ status }) => status === "conflict")) return { status: "conflict", facts };
  // Recorded while they were being read: now all of them are there.
  if (known.length < requests.length) return recordedTogether(table, requests);
  return { status: "replayed", facts };
}

/** What is stored under an id, before anything else is decided. */
export async function recordedBefore<F extends Fact>(
  table: Table,
  request: FactIdentity,
): Promise<RecordResult<F> | undefined> {
  const stored = await readFact<F>(table, request.merchantId, request.id);
  return stored && compare(request, stored);
}

/** A fact of an archive, as it was written elsewhere: its guards are rebuilt when all facts are there. */
export async function recordArchived(
  { table, clock }: RecordContext,
  fact: Fact,
  index?: SecondIndex,
): Promise<"recorded" | "replayed" | "conflict"> {
  return retrying(clock, "fact", async () => {
    const known = (await recordOnce(table, fact, index, [])) ?? (await recordedBefore(table, fact));
    if (!known) return undefined;
    assert(known.status !== "refused", "a fact without guards is not refused");
    return known.status;
  });
}

export interface Recording<F extends Fact> {
  readonly fact: F;
  readonly replayed: boolean;
}

/** For facts that a person records: other content under a known id is refused. */
export function recordingOf<F extends Fact>(result: RecordResult<F>): Result<Recording<F>> {
  if (result.status === "refused") return refused(...result.failures);
  if (result.status !== "conflict") return ok({ fact: result.fact, replayed: result.status === "replayed" });
  return refused(failure("ID_CONFLICT", "Something else was recorded with this id.", ["input", "id"]));
}
