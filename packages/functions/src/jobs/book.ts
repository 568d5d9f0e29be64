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

/** Sort keys of what this reader is for: headers of facts, never their chunks. */
export const BOOK_FILTER = [FACT_SK];

export interface BookingFailure {
  readonly change: Change;
  readonly error: unknown;
}

/**
 * The reader that books: groups the facts of a batch by ledger and books each group; ledgers go at once, a ledger's own
 * facts one after the other. What fails is handed back, so that it alone is delivered again.
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

/** Together if it goes; when it does not, one by one, so that a fact that cannot be booked does not hold up the others. */
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
 * The stream delivers at least once and in no order: of a batch each fact is booked once, and what was recorded first is
 * booked first, as `rebuild` orders what has no place yet.
 */
function inOrder(group: readonly { recorded: Recorded }[]): Recorded[] {
  const distinct = new Map(group.map(({ recorded }) => [recorded.fact.id, recorded]));
  return [...distinct.values()].sort(({ fact: a }, { fact: b }) =>
    a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1,
  );
}
