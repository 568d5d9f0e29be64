import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import {
  type BookingContext,
  book,
  entryKey,
  type Fact,
  factHeaders,
  factIdOf,
  factKey,
  type LedgerRef,
  parseFactKeys,
  readChunks,
} from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import { merchantTerminals } from "@pos/core/people/terminal/index.ts";
import { raiseSequenceGaps } from "@pos/core/selling/sale/index.ts";
import { tenantPk } from "@pos/core/table/port/keys.ts";
import type { Item, Key } from "@pos/core/table/port/port.ts";
import { atOnce } from "../platform/concurrency.ts";

export interface Swept {
  readonly facts: number;
  readonly booked: number;
  /** Of those booked, the ones that waited for longer than the stream ever takes. Above zero, the stream lost them: an alarm. */
  readonly lost: number;
  /** Facts that cannot be booked; they hold up nobody else. Above zero: an alarm. */
  readonly failed: number;
  /** The first of them, and why. */
  readonly failure?: string;
  readonly openGaps: number;
}

/** Merchants have nothing to do with one another. */
const MERCHANTS_AT_ONCE = 8;

/**
 * Runs by the clock: books the facts that lack an entry or one of their parts, and raises the gaps in receipt numbers that stay
 * open. Safe to run at any time, twice, and beside the reader. Each ledger has a mark behind which all is booked, so cost grows with
 * what was recorded since, and with the terminals.
 * @param given look at everything that was recorded since an instant, whatever the marks say
 */
export async function sweep(context: BookingContext, given?: { readonly since: string }): Promise<Swept> {
  const merchantIds: string[] = [];
  for await (const merchantId of allMerchants(context.table)) merchantIds.push(merchantId);
  const counts = { facts: 0, booked: 0, lost: 0, openGaps: 0 };
  const failures: string[] = [];
  /** One record's trouble is not to keep anything else from being swept; it is told of. */
  const attempt = async (of: string, work: () => Promise<void>) => {
    await work().catch((error: unknown) => void failures.push(`${of}: ${String(error)}`));
  };
  const sweepMerchant = async (merchantId: string) => {
    const locations = await merchantLocations(context.table, merchantId);
    for (const ledgerId of [merchantId, ...locations.map(({ id }) => id)])
      await attempt(ledgerId, async () => {
        const swept = await bookForgotten(context, { merchantId, ledgerId }, given);
        counts.facts += swept.facts;
        counts.booked += swept.booked;
        counts.lost += swept.lost;
        failures.push(...swept.failures);
      });
    for (const { id, locationId } of await merchantTerminals(context.table, merchantId))
      await attempt(id, async () => {
        if (await raiseSequenceGaps(context, { merchantId, locationId, terminalId: id })) counts.openGaps++;
      });
  };
  await atOnce(merchantIds, MERCHANTS_AT_ONCE, (merchantId) => attempt(merchantId, () => sweepMerchant(merchantId)));
  const [failure] = failures;
  return { ...counts, failed: failures.length, ...(failure === undefined ? {} : { failure }) };
}

/** A ledger that was never swept is looked at so far back. */
const DAYS_WITHOUT_MARK = 2;
/** What was recorded just now is still on its way through the stream. */
const GRACE_MILLISECONDS = 5_000;
/** A stream that is behind for so long raises an alarm of its own. */
const LATE_MILLISECONDS = 120_000;
/** Before the mark, for what an index shows late and for clocks of functions that differ. */
const AGAIN_MILLISECONDS = 15 * 60_000;
/** Facts whose entries are looked for together. */
const TOGETHER = 50;
/** So many that cannot be booked are remembered by name; with more, something is wrong with all, and the mark stays. */
const LEFT_MAX = 200;

interface SweptLedger {
  readonly facts: number;
  readonly booked: number;
  readonly lost: number;
  readonly failures: readonly string[];
}

async function bookForgotten(
  context: BookingContext,
  ledger: LedgerRef,
  given?: { readonly since: string },
): Promise<SweptLedger> {
  const now = instantMilliseconds(context.clock.now());
  const until = now - GRACE_MILLISECONDS;
  const mark = await readMark(context, ledger);
  // A mark of a time that has not come was put by a clock that ran ahead, and says nothing.
  const isTrue = mark !== undefined && mark.until <= now;
  const marked = isTrue ? mark.until - AGAIN_MILLISECONDS : now - DAYS_WITHOUT_MARK * 86_400_000;
  const since = given ? instantMilliseconds(given.since) : marked;
  let [facts, booked, lost, kept] = [0, 0, 0, since];
  const failures = new Map<string, string>();
  const look = async (headers: readonly Item[]) => {
    facts += headers.length;
    for (const header of await unbookedAmong(context, ledger, headers)) {
      const factId = factIdOf(header);
      try {
        await book(context, [await readChunks<Fact>(context.table, header)]);
        booked++;
        if (recordedAt(header) < now - LATE_MILLISECONDS) lost++;
        failures.delete(factId);
      } catch (error) {
        // What cannot be booked today would otherwise keep everything behind it from being booked, with every sweep.
        failures.set(factId, `${factId}: ${String(error)}`);
      }
    }
  };
  const keep = (reached: number) => putMark(context, ledger, { until: reached, left: [...failures.keys()] });
  for (let from = 0; mark !== undefined && from < mark.left.length; from += TOGETHER) {
    const keys = mark.left.slice(from, from + TOGETHER).map((id) => factKey(ledger.merchantId, id));
    await look((await context.table.batchGet(keys)).flatMap((header) => header ?? []));
  }
  for await (const headers of recordedBetween(context, ledger, since, until)) {
    await look(headers);
    // A long backlog that is cut short goes on from there.
    const reached = recordedAt(headers.at(-1));
    if (failures.size > LEFT_MAX || reached < kept + AGAIN_MILLISECONDS) continue;
    kept = reached;
    await keep(reached);
  }
  const isStale = mark !== undefined && !isTrue;
  if ((facts > 0 || isStale) && failures.size <= LEFT_MAX) await keep(until);
  return { facts, booked, lost, failures: [...failures.values()] };
}

/** The headers of the facts of a stretch of time, some at a time. */
async function* recordedBetween(
  { table }: BookingContext,
  ledger: LedgerRef,
  since: number,
  until: number,
): AsyncGenerator<readonly Item[], void, undefined> {
  let headers: Item[] = [];
  for await (const header of factHeaders(table, ledger, formatInstant(since))) {
    if (recordedAt(header) > until) break;
    headers.push(header);
    if (headers.length < TOGETHER) continue;
    yield headers;
    headers = [];
  }
  if (headers.length > 0) yield headers;
}

function recordedAt(header: Item | undefined): number {
  return instantMilliseconds(header ? parseFactKeys(header).recordedAt : "");
}

const READ_AT_ONCE = 100;

/** Those that lack the entry of one of their parts. */
async function unbookedAmong(
  { table }: BookingContext,
  { merchantId }: LedgerRef,
  headers: readonly Item[],
): Promise<Item[]> {
  const keys: Key[] = [];
  const owners: Item[] = [];
  const unbooked = new Set<Item>();
  for (const header of headers) {
    const fact = identified(header);
    // Whoever tries to book it says what is wrong with it.
    if (fact === undefined) unbooked.add(header);
    for (let part = 0; fact !== undefined && part < fact.parts; part++) {
      keys.push(entryKey(merchantId, fact.id, part));
      owners.push(header);
    }
  }
  for (let from = 0; from < keys.length; from += READ_AT_ONCE) {
    const entries = await table.batchGet(keys.slice(from, from + READ_AT_ONCE));
    for (const [index, entry] of entries.entries()) if (entry === undefined) unbooked.add(owners[from + index] as Item);
  }
  return headers.filter((header) => unbooked.has(header));
}

/** What every version of the envelope says, so that a program tells booked from unbooked in what a newer one recorded. */
function identified(header: Item): Pick<Fact, "id" | "parts"> | undefined {
  try {
    return JSON.parse(String(header.body)) as Pick<Fact, "id" | "parts">;
  } catch {
    return undefined;
  }
}

/** Every fact of the ledger that was recorded before `until` is booked, but for those that are left. */
interface Mark {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly left: readonly string[];
}

function markKey({ merchantId, ledgerId }: LedgerRef): Key {
  return { pk: tenantPk(merchantId, "SWEPT"), sk: ledgerId };
}

async function readMark({ table }: BookingContext, ledger: LedgerRef): Promise<Mark | undefined> {
  const item = await table.get(markKey(ledger));
  return item && { until: instantMilliseconds(String(item.until)), left: item.left as readonly string[] };
}

/** Two sweeps at once may put an earlier one over a later: both are true. */
async function putMark({ table }: BookingContext, ledger: LedgerRef, { until, left }: Mark): Promise<void> {
  await table.write({ op: "put", item: { ...markKey(ledger), until: formatInstant(until), left: [...left] } });
}
