import {
  type BookingContext,
  book,
  FACT_SK,
  type Fact,
  ledgerOf,
  type Recorded,
  readChunks,
} from "@pos/core/ledger/index.ts";
import type { Change } from "@pos/core/table/port/port.ts";

/** The sort keys that the booking consumer receives: headers of facts, not their chunks. */
export const BOOK_FILTER = [FACT_SK];

export interface BookingFailure {
  readonly change: Change;
  readonly error: unknown;
}

/**
 * The booking consumer: groups the facts of a batch by ledger and books each group. Ledgers are booked concurrently,
 * the facts of one ledger in sequence.
 * @returns the changes that failed, so that only those are delivered again
 */
export async function bookChanges(context: BookingContext, changes: readonly Change[]): Promise<BookingFailure[]> {
  const ledgers = new Map<string, { change: Change; recorded: Recorded }[]>();
  const failures: BookingFailure[] = [];
  for (const change of changes) {
    if (!change.key.sk.startsWith(FACT_SK)) continue;
    try {
      const { item } = change;
      if (!item) continue;
      const recorded = await readChunks<Fact>(context.table, item);
      const ledger = `${recorded.fact.merchantId}/${ledgerOf(recorded.fact)}`;
      const group = ledgers.get(ledger);
      if (group) group.push({ change, recorded });
      else ledgers.set(ledger, [{ change, recorded }]);
    } catch (error) {
      failures.push({ change, error });
    }
  }
  await Promise.all([...ledgers.values()].map(async (group) => failures.push(...(await bookGroup(context, group)))));
  return failures;
}

/**
 * Books the group in one transaction; if that fails, books each fact alone, so that one bad fact does not block the
 * others.
 */
async function bookGroup(
  context: BookingContext,
  group: readonly { change: Change; recorded: Recorded }[],
): Promise<BookingFailure[]> {
  try {
    await book(context, inOrder(group));
    return [];
  } catch (error) {
    const [only] = group;
    if (group.length === 1 && only) return [{ change: only.change, error }];
  }
  const failures: BookingFailure[] = [];
  for (const recorded of inOrder(group)) {
    try {
      await book(context, [recorded]);
    } catch (error) {
      const { id } = recorded.fact;
      failures.push(...group.flatMap((one) => (one.recorded.fact.id === id ? [{ change: one.change, error }] : [])));
    }
  }
  return failures;
}

/**
 * The stream delivers at least once and unordered: removes duplicates and sorts by recording time, the order in which
 * `rebuild` books facts that have no position yet.
 */
function inOrder(group: readonly { recorded: Recorded }[]): Recorded[] {
  const distinct = new Map(group.map(({ recorded }) => [recorded.fact.id, recorded]));
  return [...distinct.values()].sort(({ fact: a }, { fact: b }) =>
    a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1,
  );
}
