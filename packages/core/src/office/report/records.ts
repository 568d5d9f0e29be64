import { dayStart } from "../../base/business-day.ts";
import { dayAfter, formatInstant, instantMilliseconds } from "../../base/time.ts";
import {
  dayIndexPk,
  entryKey,
  type Fact,
  factHeaders,
  factIdOf,
  factKey,
  parseEntryKeys,
  type Recorded,
  readChunks,
  readHeader,
} from "../../ledger/index.ts";
import type { Context } from "../../people/access/index.ts";
import type { Location } from "../../people/location/index.ts";
import { customerPaymentKind } from "../../selling/customer-account/index.ts";
import { paymentOutcomeKind } from "../../selling/payment-outcome/index.ts";
import { REVERSAL_KINDS, type Reversal } from "../../selling/refund/index.ts";
import { type SaleFact, saleKind } from "../../selling/sale/index.ts";
import { batchGetAll, type Item, type Key } from "../../table/port/port.ts";

/** Kinds of facts that move money at a location, which a report adds up. */
const MONEY_KINDS = [saleKind.kind, ...REVERSAL_KINDS, customerPaymentKind.kind, paymentOutcomeKind.kind];

export interface FactOfDay {
  readonly fact: Fact;
  /** The cursor of its first part's entry; undefined if it is not booked. */
  readonly bookedAt: string | undefined;
  /** Each of its parts has an entry, or was recorded so lately that it is still on its way. */
  readonly isWhole: boolean;
}

const PAGE = 100;
/** A terminal's clock may run ahead by five minutes at most. */
const AHEAD_MILLISECONDS = 10 * 60_000;
/** What was recorded just now is still on its way through the stream. */
const GRACE_MILLISECONDS = 10_000;
/** How long after a day's end its facts are looked for by when they were recorded; the sweep looks as far. */
const DAYS_LATER = 2;

/**
 * The facts of a location's business day, whether or not they are booked: those that were recorded from the day on until two
 * days after it, and those that were recorded later and are booked.
 */
export async function* factsOfDay(
  context: Context,
  location: Location,
  day: string,
): AsyncGenerator<FactOfDay, void, undefined> {
  const { table, clock, caller } = context;
  const ledger = { merchantId: caller.merchantId, ledgerId: location.id };
  const at = (days: number) => dayStart(dayAfter(day, days), location);
  const since = before(at(0), AHEAD_MILLISECONDS);
  const until = at(1 + DAYS_LATER);
  const settledBefore = before(clock.now(), GRACE_MILLISECONDS);
  const seen = new Set<string>();
  let page: Recorded[] = [];
  for await (const header of factHeaders(table, ledger, since)) {
    if ((header.gsi1sk ?? "") > until) break;
    if (readHeader(header).day !== day) continue;
    const recorded = await readChunks<Fact>(table, header);
    seen.add(recorded.fact.id);
    page.push(recorded);
    if (page.length < PAGE) continue;
    yield* withEntries(context, page, settledBefore);
    page = [];
  }
  yield* withEntries(context, page, settledBefore);
  for (const kind of MONEY_KINDS) {
    page = [];
    for await (const late of bookedFacts(context, location.id, kind, keysOfDays(day, day), seen)) {
      page.push(late);
      if (page.length < PAGE) continue;
      yield* withEntries(context, page, settledBefore);
      page = [];
    }
    yield* withEntries(context, page, settledBefore);
  }
}

function before(instant: string, milliseconds: number): string {
  return formatInstant(instantMilliseconds(instant) - milliseconds);
}

async function* withEntries(
  { table, caller }: Context,
  recorded: readonly Recorded[],
  settledBefore: string,
): AsyncGenerator<FactOfDay, void, undefined> {
  const keys = recorded.flatMap(({ fact }) =>
    Array.from({ length: fact.parts }, (_, part) => entryKey(caller.merchantId, fact.id, part)),
  );
  const items = new Map<string, Item>();
  for (const item of await batchGetAll(table, keys)) if (item) items.set(nameOf(item), item);
  for (const { fact } of recorded) {
    const first = items.get(nameOf(entryKey(caller.merchantId, fact.id, 0)));
    const entry = first && parseEntryKeys(first);
    const parts = Array.from({ length: fact.parts }, (_, part) => nameOf(entryKey(caller.merchantId, fact.id, part)));
    yield {
      fact,
      bookedAt: entry?.cursor,
      isWhole: fact.recordedAt > settledBefore || parts.every((name) => items.has(name)),
    };
  }
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}

/** Business days, both included, as keys of `bookedFacts`. */
export function keysOfDays(from: string, to: string): { readonly from: string; readonly to: string } {
  return { from, to: `${to}~` };
}

/**
 * The facts of one kind that are booked, by business day and by when they happened.
 * @param keys what they lie between: a business day, with an instant of it behind `#`
 */
export async function* bookedFacts(
  { table, caller }: Context,
  locationId: string,
  kind: string,
  keys: { readonly from: string; readonly to: string },
  except: ReadonlySet<string> = new Set(),
): AsyncGenerator<Recorded, void, undefined> {
  const pk = dayIndexPk(caller.merchantId, locationId, kind);
  const range = { between: [keys.from, keys.to] } as const;
  let after: string | undefined;
  do {
    const page = await table.queryIndex({
      index: "gsi2",
      pk,
      range,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const ids = page.items.map(factIdOf).filter((id) => !except.has(id));
    const headers = await batchGetAll(
      table,
      ids.map((id) => factKey(caller.merchantId, id)),
    );
    for (const header of headers) if (header) yield await readChunks(table, header);
    after = page.next;
  } while (after !== undefined);
}

/** The sales of which refunds were given. */
export async function relatedSales(
  { table, caller }: Context,
  refunds: readonly Reversal[],
): Promise<Map<string, SaleFact>> {
  const ids = [...new Set(refunds.flatMap(({ relatedFactId }) => relatedFactId ?? []))];
  const sales = new Map<string, SaleFact>();
  const headers = await batchGetAll(
    table,
    ids.map((id) => factKey(caller.merchantId, id)),
  );
  for (const header of headers) {
    if (!header) continue;
    const { fact } = await readChunks<SaleFact>(table, header);
    sales.set(fact.id, fact);
  }
  return sales;
}
