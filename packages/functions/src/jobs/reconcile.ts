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
import { batchGetAll, type Item, type Key } from "@pos/core/table/port/port.ts";
import { atOnce } from "../platform/concurrency.ts";

export interface ReconcileResult {
  readonly facts: number;
  readonly booked: number;
  /**
   * Booked facts that had waited longer than the stream's normal delay. Above zero the stream lost them, which raises
   * an alarm.
   */
  readonly lost: number;
  /** Facts that cannot be booked; they block no others. Above zero raises an alarm. */
  readonly failed: number;
  /** The first failure. */
  readonly failure?: string;
  readonly openGaps: number;
}

export interface ReconcileOptions {
  /** Checks everything recorded since this instant, regardless of the marks. */
  readonly since?: string;
  /** Checked before each booking and each ledger: when true the run ends early, and the next run resumes at the marks. */
  readonly isCancelled?: () => boolean;
}

/** Merchants are independent, so they are processed concurrently. */
const MERCHANTS_CONCURRENCY = 8;

/**
 * The reconciliation job: books facts that lack an entry or a part, and raises exceptions for gaps in receipt numbers
 * that stay open. Safe to run at any time, concurrently, and beside the booking consumer. Each ledger has a low-water
 * mark before which everything is booked, so the cost grows with the facts recorded since and with the terminals.
 */
export async function reconcile(context: BookingContext, options: ReconcileOptions = {}): Promise<ReconcileResult> {
  const isCancelled = options.isCancelled ?? (() => false);
  const merchantIds: string[] = [];
  for await (const merchantId of allMerchants(context.table)) merchantIds.push(merchantId);
  const counts = { facts: 0, booked: 0, lost: 0, openGaps: 0 };
  const failures: string[] = [];
  /** One failure must not stop the rest of the run; it is reported at the end. */
  const attempt = async (of: string, work: () => Promise<void>) => {
    await work().catch((error: unknown) => void failures.push(`${of}: ${String(error)}`));
  };
  const reconcileMerchant = async (merchantId: string) => {
    if (isCancelled()) return;
    const locations = await merchantLocations(context.table, merchantId);
    for (const ledgerId of [merchantId, ...locations.map(({ id }) => id)])
      await attempt(ledgerId, async () => {
        const result = await reconcileLedger(context, { merchantId, ledgerId }, { ...options, isCancelled });
        counts.facts += result.facts;
        counts.booked += result.booked;
        counts.lost += result.lost;
        failures.push(...result.failures);
      });
    for (const { id, locationId } of await merchantTerminals(context.table, merchantId)) {
      if (isCancelled()) return;
      await attempt(id, async () => {
        if (await raiseSequenceGaps(context, { merchantId, locationId, terminalId: id })) counts.openGaps++;
      });
    }
  };
  await atOnce(merchantIds, MERCHANTS_CONCURRENCY, (merchantId) =>
    attempt(merchantId, () => reconcileMerchant(merchantId)),
  );
  const [failure] = failures;
  return { ...counts, failed: failures.length, ...(failure === undefined ? {} : { failure }) };
}

/** How far back to start in a ledger without a mark. */
const DAYS_WITHOUT_MARK = 2;
/** Facts recorded within this period are still on their way through the stream. */
const GRACE_MILLISECONDS = 5_000;
/** A stream that lags this long raises its own alarm. */
const LATE_MILLISECONDS = 120_000;
/** How far before the mark to start, to cover index lag and clock differences between functions. */
const OVERLAP_MILLISECONDS = 15 * 60_000;
/** The number of facts whose entries are read together. */
const CHUNK_SIZE = 50;
/** The limit of unbookable facts that a mark lists; above it the cause is general, and the mark does not advance. */
const LEFT_MAX = 200;

interface LedgerResult {
  readonly facts: number;
  readonly booked: number;
  readonly lost: number;
  readonly failures: readonly string[];
}

async function reconcileLedger(
  context: BookingContext,
  ledger: LedgerRef,
  { since: given, isCancelled }: ReconcileOptions & Required<Pick<ReconcileOptions, "isCancelled">>,
): Promise<LedgerResult> {
  const now = instantMilliseconds(context.clock.now());
  const until = now - GRACE_MILLISECONDS;
  const mark = await readMark(context, ledger);
  // A mark in the future was written by a fast clock and is ignored.
  const isValid = mark !== undefined && mark.until <= now;
  const marked = isValid ? mark.until - OVERLAP_MILLISECONDS : now - DAYS_WITHOUT_MARK * 86_400_000;
  const since = given === undefined ? marked : instantMilliseconds(given);
  let [facts, booked, lost, saved] = [0, 0, 0, since];
  const failures = new Map<string, string>();
  const check = async (headers: readonly Item[]) => {
    facts += headers.length;
    for (const header of await unbookedAmong(context, ledger, headers)) {
      if (isCancelled()) return;
      const factId = factIdOf(header);
      try {
        await book(context, [await readChunks<Fact>(context.table, header)]);
        booked++;
        if (recordedAt(header) < now - LATE_MILLISECONDS) lost++;
        failures.delete(factId);
      } catch (error) {
        // Continue: otherwise one unbookable fact would block all facts after it in every run.
        failures.set(factId, `${factId}: ${String(error)}`);
      }
    }
  };
  const saveMark = (reached: number) => putMark(context, ledger, { until: reached, left: [...failures.keys()] });
  for (let from = 0; mark !== undefined && from < mark.left.length; from += CHUNK_SIZE) {
    const keys = mark.left.slice(from, from + CHUNK_SIZE).map((id) => factKey(ledger.merchantId, id));
    await check((await context.table.batchGet(keys)).flatMap((header) => header ?? []));
  }
  for await (const headers of recordedBetween(context, ledger, since, until)) {
    await check(headers);
    if (isCancelled()) break;
    // If a long backlog is interrupted, the next run resumes here.
    const reached = recordedAt(headers.at(-1));
    if (failures.size > LEFT_MAX || reached < saved + OVERLAP_MILLISECONDS) continue;
    saved = reached;
    await saveMark(reached);
  }
  const isStale = mark !== undefined && !isValid;
  if ((facts > 0 || isStale) && failures.size <= LEFT_MAX && !isCancelled()) await saveMark(until);
  return { facts, booked, lost, failures: [...failures.values()] };
}

/** Yields the headers of the facts recorded in a period, in chunks. */
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
    if (headers.length < CHUNK_SIZE) continue;
    yield headers;
    headers = [];
  }
  if (headers.length > 0) yield headers;
}

function recordedAt(header: Item | undefined): number {
  return instantMilliseconds(header ? parseFactKeys(header).recordedAt : "");
}

/** Returns the headers of facts that lack the entry of a part. */
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
    // The booking attempt reports what is wrong with this fact.
    if (fact === undefined) unbooked.add(header);
    for (let part = 0; fact !== undefined && part < fact.parts; part++) {
      keys.push(entryKey(merchantId, fact.id, part));
      owners.push(header);
    }
  }
  for (const [index, entry] of (await batchGetAll(table, keys)).entries())
    if (entry === undefined) unbooked.add(owners[index] as Item);
  return headers.filter((header) => unbooked.has(header));
}

/** Reads the members that every envelope version has, so that this program can check facts recorded by a newer one. */
function identified(header: Item): Pick<Fact, "id" | "parts"> | undefined {
  try {
    return JSON.parse(String(header.body)) as Pick<Fact, "id" | "parts">;
  } catch {
    return undefined;
  }
}

/** A ledger's low-water mark: every fact recorded before `until` is booked, except those in `left`. */
interface LowWaterMark {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly left: readonly string[];
}

function markKey({ merchantId, ledgerId }: LedgerRef): Key {
  return { pk: tenantPk(merchantId, "SWEPT"), sk: ledgerId };
}

async function readMark({ table }: BookingContext, ledger: LedgerRef): Promise<LowWaterMark | undefined> {
  const item = await table.get(markKey(ledger));
  return item && { until: instantMilliseconds(String(item.until)), left: item.left as readonly string[] };
}

/** Of two concurrent runs, the later write may hold the earlier mark: both are correct. */
async function putMark({ table }: BookingContext, ledger: LedgerRef, { until, left }: LowWaterMark): Promise<void> {
  await table.write({ op: "put", item: { ...markKey(ledger), until: formatInstant(until), left: [...left] } });
}
