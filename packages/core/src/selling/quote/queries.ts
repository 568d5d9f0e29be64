import { businessTime } from "../../base/business-day.ts";
import { isId } from "../../base/id.ts";
import { RequestError } from "../../base/result.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { getLocation, type Location } from "../../people/location/index.ts";
import { batchGetAll, type Item } from "../../table/port/port.ts";
import {
  type Quote,
  quoteGuardKey,
  quoteKey,
  quotePlaceKey,
  quotesPk,
  readQuote,
  type StoredQuote,
  soldAs,
} from "../sale/index.ts";
import { deposited } from "../stored-value/index.ts";
import { type QuoteState, quoteNumber } from "./model.ts";

/** A quote with what became of it. */
export interface QuoteSeen extends Quote {
  readonly state: QuoteState;
  /** The sale that it became. */
  readonly saleId?: string;
  /** What its customer paid before it is collected, and was not given back. */
  readonly deposited: number;
}

/** A quote that was sold is sold, whatever was done with it beside that. One with a deposit has no last day. */
export async function quotesSeen(context: Context, location: Location, quotes: readonly Quote[]): Promise<QuoteSeen[]> {
  const { table, clock, caller } = context;
  const { day } = businessTime(clock.now(), location);
  const ids = quotes.map(({ id }) => id);
  const keys = ids.map((id) => quoteGuardKey(caller.merchantId, id));
  const [guards, deposits] = await Promise.all([batchGetAll(table, keys), deposited(context, ids)]);
  return quotes.map((quote, index) => {
    const held = deposits[index] ?? 0;
    const saleId = soldAs(guards[index]);
    if (saleId !== undefined) return { ...quote, deposited: held, state: "SOLD", saleId };
    if (quote.cancelledAt !== undefined) return { ...quote, deposited: held, state: "CANCELLED" };
    return { ...quote, deposited: held, state: day > quote.validUntil && held === 0 ? "EXPIRED" : "OPEN" };
  });
}

/** One of a location, for a caller who may see that. */
export async function quoteAt(context: Context, location: Location, id: string): Promise<QuoteSeen | undefined> {
  const item = await context.table.get(quoteKey(context.caller.merchantId, location.id, id));
  return item && (await quotesSeen(context, location, [readQuote(item).quote]))[0];
}

/** @returns undefined if it is not found, or not visible to this caller */
export async function getQuote(context: Context, id: string): Promise<QuoteSeen | undefined> {
  authorize(context, "sale:quote");
  const found = await findQuote(context, id);
  const location = found && (await getLocation(context, found.quote.locationId));
  return location && (await quotesSeen(context, location, [found.quote]))[0];
}

/** Wherever it is: the caller may not see it. */
export async function findQuote({ table, caller }: Context, id: string): Promise<StoredQuote | undefined> {
  const { merchantId } = caller;
  const place = isId("quo", id) ? await table.get(quotePlaceKey(merchantId, id)) : undefined;
  const item = place && (await table.get(quoteKey(merchantId, String(place.locationId), id)));
  return item && readQuote(item);
}

export interface QuoteFilter {
  readonly state?: QuoteState;
  readonly customerId?: string;
  /** As papers have it. */
  readonly number?: string;
  /** Whether something is deposited on it. */
  readonly hasDeposit?: boolean;
  /** The business days on which it was made. */
  readonly from?: string;
  readonly to?: string;
}

export interface QuotesPage {
  readonly quotes: readonly QuoteSeen[];
  readonly hasMore: boolean;
  /** The id up to which was searched, where the page was cut short. */
  readonly end?: string;
}

/** So many quotes are searched for one page. */
const SEARCHED_MAX = 1_000;
const READ_AT_ONCE = 100;

/** The quotes of a location, the newest first. @returns undefined: no such location for this caller */
export async function listQuotes(
  context: Context,
  locationId: string,
  { filter, limit, after }: { readonly filter: QuoteFilter; readonly limit: number; readonly after?: string },
): Promise<QuotesPage | undefined> {
  authorize(context, "sale:quote");
  const { from = "", to = from } = filter;
  if (to < from) throw new RequestError("BAD_REQUEST", "The last day is before the first.");
  const location = await getLocation(context, locationId);
  if (!location) return undefined;
  const found: QuoteSeen[] = [];
  let [end, searched] = [after, 0];
  for (;;) {
    const quotes = await quotesBelow(context, locationId, end);
    const seen = await quotesSeen(
      context,
      location,
      quotes.filter((quote) => isWanted(quote, filter, location)),
    );
    found.push(...seen.filter((quote) => isAsked(quote, filter)));
    searched += quotes.length;
    end = quotes.at(-1)?.id ?? end;
    const isAll = quotes.length < READ_AT_ONCE;
    if (found.length > limit || isAll) return { quotes: found.slice(0, limit), hasMore: found.length > limit };
    if (searched >= SEARCHED_MAX) return { quotes: found, hasMore: true, ...(end === undefined ? {} : { end }) };
  }
}

async function quotesBelow({ table, caller }: Context, locationId: string, id: string | undefined): Promise<Quote[]> {
  const first = `${locationId}#`;
  const range = id === undefined ? { beginsWith: first } : { between: [first, `${first}${id}`] as const };
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await table.query({
      ...{ pk: quotesPk(caller.merchantId), range, reverse: true, limit: READ_AT_ONCE + 1 - items.length },
      ...(after === undefined ? {} : { after }),
    });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined && items.length <= READ_AT_ONCE);
  // The one below which is read comes along.
  const quotes = items.map((item) => readQuote(item).quote).filter((quote) => quote.id !== id);
  return quotes.slice(0, READ_AT_ONCE);
}

function isAsked({ state, deposited: held }: QuoteSeen, filter: QuoteFilter): boolean {
  if (filter.hasDeposit !== undefined && filter.hasDeposit !== held > 0) return false;
  return filter.state === undefined || filter.state === state;
}

function isWanted({ id, customerId, createdAt }: Quote, filter: QuoteFilter, location: Location): boolean {
  const { day } = businessTime(createdAt, location);
  if (day < (filter.from ?? day) || day > (filter.to ?? day)) return false;
  if (filter.customerId !== undefined && filter.customerId !== customerId) return false;
  return filter.number === undefined || quoteNumber(id) === filter.number.trim().toUpperCase();
}
