import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import {
  type BookingContext,
  book,
  entryKey,
  type Fact,
  factHeaders,
  type LedgerRef,
  readChunks,
} from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import { merchantTerminals } from "@pos/core/people/terminal/index.ts";
import { raiseSequenceGaps } from "@pos/core/selling/sale/index.ts";
import type { Item } from "@pos/core/table/port.ts";

/** What a sweep found. `booked` above zero means that the change stream lost something: an alarm. */
export interface Swept {
  readonly facts: number;
  readonly booked: number;
  readonly openGaps: number;
}

const DAYS = 2;
/** What was recorded just now is still on its way through the stream. */
const GRACE_MILLISECONDS = 5_000;

/**
 * Runs by the clock: books the facts of the last two days that lack an entry or one of their parts, and raises the gaps in
 * receipt numbers that stay open. Safe to run at any time, twice, and beside the reader. Cost grows with the facts of two days.
 */
export async function sweep(context: BookingContext): Promise<Swept> {
  let [facts, booked, openGaps] = [0, 0, 0];
  for await (const merchantId of allMerchants(context.table)) {
    const locations = await merchantLocations(context.table, merchantId);
    for (const ledgerId of [merchantId, ...locations.map(({ id }) => id)]) {
      const swept = await bookForgotten(context, { merchantId, ledgerId });
      facts += swept.facts;
      booked += swept.booked;
    }
    for (const { id, locationId } of await merchantTerminals(context.table, merchantId)) {
      if (await raiseSequenceGaps(context, { merchantId, locationId, terminalId: id })) openGaps++;
    }
  }
  return { facts, booked, openGaps };
}

async function bookForgotten(context: BookingContext, ledger: LedgerRef): Promise<{ facts: number; booked: number }> {
  const now = instantMilliseconds(context.clock.now());
  const since = formatInstant(now - DAYS * 86_400_000);
  const until = formatInstant(now - GRACE_MILLISECONDS);
  let [facts, booked] = [0, 0];
  for await (const header of factHeaders(context.table, ledger, since)) {
    if ((header.gsi1sk ?? "") > until) break;
    facts++;
    if (await isBooked(context, ledger, header)) continue;
    await book(context, [await readChunks<Fact>(context.table, header)]);
    booked++;
  }
  return { facts, booked };
}

async function isBooked(context: BookingContext, { merchantId }: LedgerRef, header: Item): Promise<boolean> {
  const { id, parts } = JSON.parse(String(header.body)) as Fact;
  const keys = Array.from({ length: parts }, (_, part) => entryKey(merchantId, id, part));
  return (await context.table.batchGet(keys)).every((entry) => entry !== undefined);
}
