import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { RequestError } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import { balanceKey, dayIndexPk, dayIndexSk, factIdOf, factKey, readBalance, readChunks } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { listLocations } from "../../people/location/index.ts";
import { batchGetAll, firstKeys, type IndexKey, type Item, itemsNamed } from "../../table/port/port.ts";
import { RECEIPTS, saleKind } from "./booking.ts";
import { isSale, type SaleFact } from "./model.ts";
import { lastCounted } from "./receipts.ts";
import { customerIndexPk } from "./records.ts";

/** Returns undefined if not found, or if the caller may not see it. A sale is readable before it is booked. */
export async function getSale(context: Context, saleId: string): Promise<SaleFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("sal", saleId)) return undefined;
  const item = await context.table.get(factKey(context.caller.merchantId, saleId));
  return visibleSale(context, item);
}

async function visibleSale(context: Context, item: Item | undefined): Promise<SaleFact | undefined> {
  if (!item) return undefined;
  const { fact } = await readChunks(context.table, item);
  return isSale(fact) && covered(context, fact.locationId) ? fact : undefined;
}

/** The receipt number from which the terminal that calls counts on, as far as its sales are booked; 0: none. */
export async function highestSequence({ table, caller }: Context): Promise<number> {
  if (caller.kind === "staff") throw new RequestError("FORBIDDEN", "A terminal asks this with its own token.");
  const { merchantId, locationId, terminalId } = caller;
  const item = await table.get(balanceKey(merchantId, locationId, RECEIPTS, terminalId));
  return lastCounted(readBalance(RECEIPTS, item));
}

export interface SaleFilter {
  readonly locationId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly customerId?: string;
}

export interface SalesRequest {
  readonly filter: SaleFilter;
  readonly limit: number;
  /** The order key of the sale behind which (older) or before which (newer) the page lies. */
  readonly olderThan?: string;
  readonly newerThan?: string;
  /** The page next to the older end. */
  readonly fromOldest?: boolean;
}

export interface SalesPage {
  /** Newest first. */
  readonly sales: readonly { readonly orderKey: string; readonly sale: SaleFact }[];
  readonly hasMore: boolean;
}

/**
 * Sales, newest first by business day, instant and id, over one location or all that the caller may see.
 * @returns undefined: the location of the filter is none that this caller may see
 * @throws RequestError LOCATION_REQUIRED over more than 50 locations
 */
export async function listSales(context: Context, request: SalesRequest): Promise<SalesPage | undefined> {
  authorize(context, "sale:read");
  const { filter } = request;
  checkOrderKey(request.olderThan);
  checkOrderKey(request.newerThan);
  const locations = await locationsOf(context, filter.locationId);
  if (!locations) return undefined;
  const keys =
    filter.customerId === undefined
      ? await mergedKeys(context, locations, request)
      : await customerKeys(context, filter.customerId, locations, request);
  const page = keys.slice(0, request.limit);
  const items = await batchGetAll(
    context.table,
    page.map(({ factId }) => factKey(context.caller.merchantId, factId)),
  );
  const sales = await Promise.all(items.map((item) => visibleSale(context, item)));
  const found = page.flatMap(({ orderKey }, index) => {
    const sale = sales[index];
    return sale ? [{ orderKey, sale }] : [];
  });
  return { sales: request.fromOldest ? found.reverse() : found, hasMore: keys.length > request.limit };
}

/** A day, an instant and an id are plain characters: a cursor of anything else is none of ours. */
function checkOrderKey(key: string | undefined): void {
  if (key !== undefined && !/^[ -~]+$/.test(key))
    throw new RequestError("BAD_REQUEST", "The cursor is not one of this list.");
}

async function locationsOf(context: Context, locationId: string | undefined): Promise<string[] | undefined> {
  if (locationId !== undefined) {
    const known = (await listLocations(context)).some(({ id }) => id === locationId);
    return known ? [locationId] : undefined;
  }
  const locations = await listLocations(context);
  if (locations.length > LIMITS.locationsMergedMax) {
    throw new RequestError(
      "LOCATION_REQUIRED",
      `Over more than ${LIMITS.locationsMergedMax} locations, sales are listed by location.`,
    );
  }
  return locations.map(({ id }) => id);
}

interface SaleKey {
  readonly orderKey: string;
  readonly factId: string;
}

async function mergedKeys(context: Context, locations: readonly string[], request: SalesRequest): Promise<SaleKey[]> {
  const range = orderRange(request);
  const rows = await Promise.all(
    locations.map((locationId) => {
      const pk = dayIndexPk(context.caller.merchantId, locationId, saleKind.kind);
      const limit = Math.min(request.limit + 1, 1000);
      return firstKeys(context.table, { index: "gsi2", pk, range, limit, reverse: !request.fromOldest });
    }),
  );
  const keys = rows.flat().map(saleKey);
  return keys.sort((a, b) => compare(a, b, request.fromOldest === true)).slice(0, request.limit + 1);
}

function saleKey(key: IndexKey): SaleKey {
  return { orderKey: key.indexSk, factId: factIdOf(key) };
}

function compare(a: SaleKey, b: SaleKey, ascending: boolean): number {
  const order = a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0;
  return ascending ? order : -order;
}

const FIRST_KEY = "0";
const LAST_KEY = "~";

/** Keys strictly beyond a cursor, within the days asked for. Ends are included, so a cursor gets its neighbour in text. */
function orderRange({ filter, olderThan, newerThan }: SalesRequest): { readonly between: readonly [string, string] } {
  const low = filter.from ?? FIRST_KEY;
  const high = filter.to === undefined ? LAST_KEY : `${filter.to}${LAST_KEY}`;
  const from = newerThan !== undefined && newerThan >= low ? `${newerThan}!` : low;
  // Every key ends with an id; one character less and a high one is just below it.
  const to = olderThan !== undefined && olderThan <= high ? before(olderThan) : high;
  return from > to ? { between: [LAST_KEY, `${LAST_KEY}~`] } : { between: [from, to] };
}

function before(key: string): string {
  return `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}${LAST_KEY}`;
}

/** A customer's sales are few: they are read by when they happened and put into the order of lists here. */
const CUSTOMER_SALES_MAX = 5000;

async function customerKeys(
  context: Context,
  customerId: string,
  locations: readonly string[],
  request: SalesRequest,
): Promise<SaleKey[]> {
  const { table, caller } = context;
  if (customerId === "" || textProblem(customerId, LIMITS.codeCharactersMax)) return [];
  const keys: SaleKey[] = [];
  let after: string | undefined;
  do {
    const page = await table.queryIndex({
      index: "gsi2",
      pk: customerIndexPk(caller.merchantId, customerId),
      limit: 100,
      reverse: true,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of await itemsNamed(table, page.items)) {
      const sale = await visibleSale(context, item);
      if (sale && locations.includes(sale.locationId))
        keys.push({ orderKey: dayIndexSk(sale.day, sale.occurredAt, sale.id), factId: sale.id });
    }
    after = page.next;
  } while (after !== undefined && keys.length < CUSTOMER_SALES_MAX);
  const range = orderRange(request);
  const [low, high] = range.between;
  const within = keys.filter(({ orderKey }) => orderKey >= low && orderKey <= high);
  return within.sort((a, b) => compare(a, b, request.fromOldest === true)).slice(0, request.limit + 1);
}
