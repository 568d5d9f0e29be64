import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { RequestError } from "../../base/result.ts";
import { textProblem } from "../../base/text.ts";
import {
  balanceKey,
  dayIndexPk,
  dayIndexSk,
  exceptionSubjects,
  factIdOf,
  factKey,
  readBalance,
  readChunks,
  readHeader,
} from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { listLocations } from "../../people/location/index.ts";
import { terminalByCode } from "../../people/terminal/index.ts";
import { batchGetAll, firstKeys, type IndexKey, type Item, itemsNamed } from "../../table/port/port.ts";
import type { PaymentMethod } from "../payment/index.ts";
import { RECEIPT_BLOCK, RECEIPTS, receiptBlockKey, saleKind } from "./booking.ts";
import { isSale, type SaleFact } from "./model.ts";
import { newestFacts } from "./previous.ts";
import { blockOf, lastCounted, parseReceiptNumber, usersOf } from "./receipts.ts";
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
  readonly receiptNumber?: string;
  /** Only those about which an exception was raised: of the exceptions that were raised last. */
  readonly hasExceptions?: boolean;
  /** What follows has no index: the sales that the other conditions leave are read until enough match. */
  readonly operatorId?: string;
  readonly terminalId?: string;
  /** A payment was made by it. */
  readonly method?: PaymentMethod;
  /** A line sold it. */
  readonly variantId?: string;
  /** Of the total, minor units, both included. */
  readonly totalFrom?: number;
  readonly totalTo?: number;
}

/** Whose sales are now, in their order: a sale may have been put on another customer since. */
type Buyers = (context: Context, sales: readonly SaleFact[]) => Promise<(string | undefined)[]>;

const asNamed: Buyers = (_, sales) => Promise.resolve(sales.map(({ customerId }) => customerId));

export interface SalesRequest {
  readonly filter: SaleFilter;
  readonly limit: number;
  /** The order key of the sale behind which (older) or before which (newer) the page lies. */
  readonly olderThan?: string;
  readonly newerThan?: string;
  /** The page next to the older end. */
  readonly fromOldest?: boolean;
  /** What another module knows of the sales that are read: which of them are listed. */
  readonly keep?: (sales: readonly SaleFact[]) => Promise<readonly boolean[]>;
  /** Decides a condition on the customer. Absent: the customer whom a sale names. */
  readonly buyers?: Buyers;
}

export interface SalesPage {
  /** Newest first. */
  readonly sales: readonly { readonly orderKey: string; readonly sale: SaleFact }[];
  readonly hasMore: boolean;
  /** The order key up to which was searched. */
  readonly end?: string;
}

/** Sales that one request reads to find some that match a condition without an index, and how many at once. */
const WALKED_MAX = 2_000;
const WALKED_AT_ONCE = 100;
/** Keys that a table returns at once. */
const KEYS_AT_ONCE = 1_000;

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
  const page =
    isWalked(filter) || request.keep !== undefined
      ? await matchingSales(context, locations, request)
      : await oneReading(context, locations, request);
  return request.fromOldest ? { ...page, sales: [...page.sales].reverse() } : page;
}

/** In the order of the request: the oldest first where it reads from the oldest. */
async function oneReading(context: Context, locations: readonly string[], request: SalesRequest): Promise<SalesPage> {
  const keys = await keysOf(context, locations, request);
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
  const end = page.at(-1)?.orderKey;
  return { sales: found, hasMore: keys.length > request.limit, ...(end === undefined ? {} : { end }) };
}

/** Reads on until the page is full, nothing is left, or so many were read that the caller is asked to go on. */
async function matchingSales(
  context: Context,
  locations: readonly string[],
  request: SalesRequest,
): Promise<SalesPage> {
  const found: SalesPage["sales"][number][] = [];
  let part: SalesRequest = { ...request, limit: WALKED_AT_ONCE };
  for (let walked = WALKED_AT_ONCE; ; walked += WALKED_AT_ONCE) {
    const { sales, hasMore, end } = await oneReading(context, locations, part);
    const matching = sales.filter(({ sale }) => matches(sale, request.filter));
    const kept = await request.keep?.(matching.map(({ sale }) => sale));
    found.push(...matching.filter((_, index) => kept?.[index] !== false));
    if (found.length > request.limit) return { sales: found.slice(0, request.limit), hasMore: true };
    if (!hasMore || end === undefined) return { sales: found, hasMore: false };
    if (walked >= WALKED_MAX) return { sales: found, hasMore: true, end };
    part = request.fromOldest ? { ...part, newerThan: end } : { ...part, olderThan: end };
  }
}

function isWalked({ operatorId, terminalId, method, variantId, totalFrom, totalTo }: SaleFilter): boolean {
  return [operatorId, terminalId, method, variantId, totalFrom, totalTo].some((condition) => condition !== undefined);
}

function matches(sale: SaleFact, filter: SaleFilter): boolean {
  const { operatorId, terminalId, method, variantId, totalFrom, totalTo } = filter;
  return (
    (operatorId === undefined || sale.operatorId === operatorId) &&
    (terminalId === undefined || sale.terminalId === terminalId) &&
    (method === undefined || sale.payments.some((payment) => payment.method === method)) &&
    (variantId === undefined || sale.lines.some((line) => line.variantId === variantId)) &&
    (totalFrom === undefined || sale.total >= totalFrom) &&
    (totalTo === undefined || sale.total <= totalTo)
  );
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
  return (await listLocations(context)).map(({ id }) => id);
}

interface SaleKey {
  readonly orderKey: string;
  readonly factId: string;
}

async function keysOf(context: Context, locations: readonly string[], request: SalesRequest): Promise<SaleKey[]> {
  const { customerId, receiptNumber, hasExceptions } = request.filter;
  if (hasExceptions === true) return exceptionKeys(context, locations, request);
  if (receiptNumber !== undefined) return numberKeys(context, receiptNumber, locations, request);
  if (customerId !== undefined) return customerKeys(context, customerId, locations, request);
  return mergedKeys(context, locations, request);
}

/** Exceptions are few: of those raised last, this many are read. */
const EXCEPTIONS_READ = 1_000;

async function exceptionKeys(
  context: Context,
  locations: readonly string[],
  request: SalesRequest,
): Promise<SaleKey[]> {
  const { table, caller } = context;
  const { receiptNumber } = request.filter;
  const ofEach = Math.ceil(EXCEPTIONS_READ / Math.max(locations.length, 1));
  const subjects = await Promise.all(
    locations.map((locationId) => exceptionSubjects(table, caller.merchantId, locationId, ofEach)),
  );
  const named = receiptNumber === undefined ? undefined : await idsWithNumber(context, receiptNumber);
  const ids = [...new Set(subjects.flat())].filter((id) => isId("sal", id) && named?.includes(id) !== false);
  const items = await batchGetAll(
    table,
    ids.map((id) => factKey(caller.merchantId, id)),
  );
  const sales = await Promise.all(items.map((item) => visibleSale(context, item)));
  return wantedKeys(context, sales, locations, request);
}

/** How many rows a list has: counted up to a limit. */
export interface RowCount {
  readonly atLeast: number;
  readonly isExact: boolean;
}

/** How many sales a filter finds. @returns undefined where they would have to be read: for conditions without an index */
export async function countSales(context: Context, filter: SaleFilter, buyers: Buyers): Promise<RowCount | undefined> {
  authorize(context, "sale:read");
  const { receiptNumber, customerId, hasExceptions, locationId } = filter;
  if (isWalked(filter) || hasExceptions === true) return undefined;
  const locations = await locationsOf(context, locationId);
  if (!locations) return undefined;
  const most = LIMITS.countedRowsMax;
  let count = 0;
  if (receiptNumber !== undefined || customerId !== undefined)
    count = (await keysOf(context, locations, { filter, limit: most, buyers })).length;
  else for (const id of locations) count += await countAt(context, id, filter, most + 1 - count);
  return { atLeast: Math.min(count, most), isExact: count <= most };
}

/** Counts no further than `most`. */
async function countAt({ table, caller }: Context, locationId: string, filter: SaleFilter, most: number) {
  const pk = dayIndexPk(caller.merchantId, locationId, saleKind.kind);
  let [count, after]: [number, string | undefined] = [0, undefined];
  while (count < most) {
    const limit = Math.min(most - count, KEYS_AT_ONCE);
    const start = after === undefined ? {} : { after };
    const page = await table.queryIndex({ index: "gsi2", pk, range: orderRange({ filter, limit }), limit, ...start });
    count += page.items.length;
    if (page.next === undefined) break;
    after = page.next;
  }
  return count;
}

async function mergedKeys(context: Context, locations: readonly string[], request: SalesRequest): Promise<SaleKey[]> {
  if (locations.length > LIMITS.locationsMergedMax) {
    throw new RequestError(
      "LOCATION_REQUIRED",
      `Over more than ${LIMITS.locationsMergedMax} locations, sales are listed by location.`,
    );
  }
  const range = orderRange(request);
  const rows = await Promise.all(
    locations.map((locationId) => {
      const pk = dayIndexPk(context.caller.merchantId, locationId, saleKind.kind);
      const limit = Math.min(request.limit + 1, KEYS_AT_ONCE);
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
  const keys = new Map<string, SaleKey>();
  let after: string | undefined;
  do {
    const page = await table.queryIndex({
      index: "gsi2",
      pk: customerIndexPk(caller.merchantId, customerId),
      limit: 100,
      reverse: true,
      ...(after === undefined ? {} : { after }),
    });
    const sales = await salesNamed(context, await itemsNamed(table, page.items), keys);
    const buyers = await (request.buyers ?? asNamed)(context, sales);
    for (const [index, sale] of sales.entries())
      if (buyers[index] === customerId && locations.includes(sale.locationId)) keys.set(sale.id, keyOfSale(sale));
    after = page.next;
  } while (after !== undefined && keys.size < CUSTOMER_SALES_MAX);
  return pageOf([...keys.values()], request);
}

/** The sales among a customer's facts, and those that the others of these facts are about; not those that are known. */
async function salesNamed(
  context: Context,
  items: readonly (Item | undefined)[],
  known: ReadonlyMap<string, SaleKey>,
): Promise<SaleFact[]> {
  const { table, caller } = context;
  const facts = items.flatMap((item) => (item ? [{ item, fact: readHeader(item) }] : []));
  const here = facts.filter(({ fact }) => isSale(fact) && !known.has(fact.id));
  const ids = new Set(facts.flatMap(({ fact }) => (isSale(fact) ? [] : (fact.relatedFactId ?? []))));
  for (const { fact } of here) ids.delete(fact.id);
  const missing = [...ids].filter((id) => !known.has(id));
  const there = await batchGetAll(
    table,
    missing.map((id) => factKey(caller.merchantId, id)),
  );
  const sales = await Promise.all(
    [...here.map(({ item }) => item), ...there].map((item) => visibleSale(context, item)),
  );
  return sales.filter((sale) => sale !== undefined);
}

/** A number is one sale's; several have it where a device was set back. */
async function numberKeys(
  context: Context,
  receiptNumber: string,
  locations: readonly string[],
  request: SalesRequest,
): Promise<SaleKey[]> {
  const sales = await Promise.all((await idsWithNumber(context, receiptNumber)).map((id) => getSale(context, id)));
  return wantedKeys(context, sales, locations, request);
}

/** Of sales that were read, those at the locations and of the customer of the filter. */
async function wantedKeys(
  context: Context,
  sales: readonly (SaleFact | undefined)[],
  locations: readonly string[],
  request: SalesRequest,
): Promise<SaleKey[]> {
  const { customerId } = request.filter;
  const here = sales.flatMap((sale) => (sale && locations.includes(sale.locationId) ? [sale] : []));
  const buyers = customerId === undefined ? [] : await (request.buyers ?? asNamed)(context, here);
  const wanted = here.filter((_, index) => customerId === undefined || buyers[index] === customerId);
  return pageOf(wanted.map(keyOfSale), request);
}

/**
 * The sales that have a receipt number: the code of a terminal and its count, however the letters are typed. It needs no index
 * of its own, because booking keeps which sale used which number.
 */
async function idsWithNumber(context: Context, receiptNumber: string): Promise<readonly string[]> {
  const number = parseReceiptNumber(receiptNumber);
  const terminal = number && (await terminalByCode(context, number.code));
  if (!number || !terminal) return [];
  const { sequence } = number;
  const { table, caller } = context;
  const { merchantId } = caller;
  const { id, locationId } = terminal;
  const [receiptsItem, blockItem] = await table.batchGet([
    balanceKey(merchantId, locationId, RECEIPTS, id),
    balanceKey(merchantId, locationId, RECEIPT_BLOCK, receiptBlockKey(id, blockOf(sequence))),
  ]);
  const receipts = readBalance(RECEIPTS, receiptsItem);
  const booked = usersOf(receipts, readBalance(RECEIPT_BLOCK, blockItem), sequence);
  if (booked.length > 0 || sequence <= receipts.highest) return booked;
  const newest = await newestFacts(table, merchantId, locationId);
  return newest.flatMap((fact) =>
    isSale(fact) && fact.terminalId === id && fact.sequence === sequence ? [fact.id] : [],
  );
}

function keyOfSale({ day, occurredAt, id }: SaleFact): SaleKey {
  return { orderKey: dayIndexSk(day, occurredAt, id), factId: id };
}

function pageOf(keys: readonly SaleKey[], request: SalesRequest): SaleKey[] {
  const range = orderRange(request);
  const [low, high] = range.between;
  const within = keys.filter(({ orderKey }) => orderKey >= low && orderKey <= high);
  return within.sort((a, b) => compare(a, b, request.fromOldest === true)).slice(0, request.limit + 1);
}
