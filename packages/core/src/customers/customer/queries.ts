import { isId } from "../../base/id.ts";
import { checkSortable, type SortedRow, sortedPage } from "../../base/sorted-page.ts";
import { searchWords } from "../../base/words.ts";
import { balanceKey, readBalance } from "../../ledger/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { listLocations } from "../../people/location/index.ts";
import { batchGetAll, type Table } from "../../table/port/port.ts";
import { foundByWords } from "../../table/search.ts";
import { CUSTOMER } from "./booking.ts";
import { type CounterCustomer, type Customer, type CustomerTotals, counterCustomer, NO_TOTALS } from "./model.ts";
import {
  customerKey,
  customersPk,
  personKey,
  personWordsPk,
  readCustomer,
  readKnownCustomer,
  readPerson,
} from "./records.ts";

export async function getCustomer(context: Context, customerId: string): Promise<Customer | undefined> {
  authorize(context, "customer:read");
  if (!isId("cus", customerId)) return undefined;
  const { merchantId } = context.caller;
  const [item, person] = await context.table.batchGet([
    customerKey(merchantId, customerId),
    personKey(merchantId, customerId),
  ]);
  return item && readCustomer(item, person);
}

/** Each customer in the order of the distinct ids; undefined if not found. */
export async function findCustomersById(context: Context, ids: readonly string[]): Promise<(Customer | undefined)[]> {
  authorize(context, "customer:read");
  const { merchantId } = context.caller;
  const known: readonly string[] = ids.filter((id) => isId("cus", id));
  const keys = known.flatMap((id) => [customerKey(merchantId, id), personKey(merchantId, id)]);
  const items = await batchGetAll(context.table, keys);
  const found = new Map(known.map((id, index) => [id, [items[2 * index], items[2 * index + 1]] as const]));
  return ids.map((id) => {
    const [item, person] = found.get(id) ?? [];
    return item && readCustomer(item, person);
  });
}

/** Whether a sale may name this customer: not one that was erased. */
export async function customerExists(table: Table, merchantId: string, customerId: string): Promise<boolean> {
  return (await buyerFor(table, merchantId, customerId)) !== undefined;
}

/** Whether there is, or was, this customer: one who was erased may still owe something. */
export async function customerIsKnown(table: Table, merchantId: string, customerId: string): Promise<boolean> {
  return isId("cus", customerId) && (await table.get(customerKey(merchantId, customerId))) !== undefined;
}

/** What pricing has to know of the customer whom a sale names. Undefined: it may not name this one. */
export async function buyerFor(
  table: Table,
  merchantId: string,
  customerId: string,
): Promise<Pick<Customer, "groupIds" | "taxExemption" | "creditLimit"> | undefined> {
  if (!isId("cus", customerId)) return undefined;
  const item = await table.get(customerKey(merchantId, customerId));
  const known = item && readKnownCustomer(item);
  return known?.erasedAt === undefined ? known : undefined;
}

/** Customers from the last made to the first, or the other way, behind an id. */
export async function listCustomers(
  context: Context,
  options: { readonly limit: number; readonly after?: string; readonly isOldestFirst?: boolean },
): Promise<Customer[]> {
  authorize(context, "customer:read");
  const { after, isOldestFirst = false } = options;
  const { merchantId } = context.caller;
  const range = after === undefined ? {} : { range: isOldestFirst ? { above: after } : { below: after } };
  const { items } = await context.table.query({
    pk: customersPk(merchantId),
    limit: options.limit,
    reverse: !isOldestFirst,
    ...range,
  });
  const people = await batchGetAll(
    context.table,
    items.map(({ sk }) => personKey(merchantId, sk)),
  );
  return items.map((item, index) => readCustomer(item, people[index]));
}

/**
 * Customers by their names, those without one last: all that a search finds, or all that there are, are read for it.
 * @throws RequestError TOO_MANY_ROWS
 */
export async function customersByName(
  context: Context,
  {
    text,
    ...page
  }: { readonly text?: string; readonly isDescending: boolean; readonly first: number; readonly after?: string },
): Promise<{ readonly rows: readonly SortedRow<Customer>[]; readonly hasNext: boolean }> {
  const customers = text === undefined ? await allCustomers(context) : await allFound(context, text);
  return sortedPage(customers, { idOf: ({ id }) => id, byOf: ({ person }) => person?.name, ...page });
}

const READ_AT_ONCE = 100;

async function allCustomers(context: Context): Promise<Customer[]> {
  const all: Customer[] = [];
  for (;;) {
    const after = all.at(-1)?.id;
    const part = await listCustomers(context, { limit: READ_AT_ONCE, ...(after === undefined ? {} : { after }) });
    all.push(...part);
    checkSortable(all.length);
    if (part.length < READ_AT_ONCE) return all;
  }
}

async function allFound(context: Context, text: string): Promise<Customer[]> {
  const all: Customer[] = [];
  let after: string | undefined;
  for (;;) {
    const part = await findCustomers(context, {
      ...{ text, limit: READ_AT_ONCE },
      ...(after === undefined ? {} : { after }),
    });
    const rows = part.slice(0, READ_AT_ONCE);
    all.push(...rows.map(({ customer }) => customer));
    checkSortable(all.length);
    if (part.length <= READ_AT_ONCE) return all;
    after = rows.at(-1)?.place;
  }
}

/**
 * Customers whose name, address or number has words that begin with those of a text, behind a place.
 * @returns one more than `limit` where there are more
 */
export async function findCustomers(
  context: Context,
  options: { readonly text: string; readonly limit: number; readonly after?: string },
): Promise<{ readonly place: string; readonly customer: Customer }[]> {
  authorize(context, "customer:read");
  const { table, caller } = context;
  const found: { readonly place: string; readonly customer: Customer }[] = [];
  for await (const { id, cursor: place } of foundByWords(
    table,
    personWordsPk(caller.merchantId),
    options.text,
    options.after,
  )) {
    const customer = await getCustomer(context, id);
    if (customer) found.push({ place, customer });
    if (found.length > options.limit) break;
  }
  return found;
}

/** Fewer characters would list everybody. */
const COUNTER_SEARCH_MIN = 2;
const COUNTER_FOUND_MAX = 8;

/** Customers as `findCustomers` finds them: the first few, and of them what a cashier needs. */
export async function findCustomersAtCounter(context: Context, text: string): Promise<CounterCustomer[]> {
  authorize(context, "customer:serve");
  const { table, caller } = context;
  const { merchantId } = caller;
  if ([...searchWords(text).join("")].length < COUNTER_SEARCH_MIN) return [];
  const ids: string[] = [];
  for await (const { id } of foundByWords(table, personWordsPk(merchantId), text)) {
    ids.push(id);
    if (ids.length === COUNTER_FOUND_MAX) break;
  }
  return (await readAtCounter(table, merchantId, ids)).flatMap((customer) => customer ?? []);
}

async function readAtCounter(
  table: Table,
  merchantId: string,
  ids: readonly string[],
): Promise<(CounterCustomer | undefined)[]> {
  const items = await batchGetAll(
    table,
    ids.flatMap((id) => [customerKey(merchantId, id), personKey(merchantId, id)]),
  );
  return ids.map((_, index) => {
    const [item, person] = [items[2 * index], items[2 * index + 1]];
    return item && person && counterCustomer(readKnownCustomer(item), readPerson(person));
  });
}

/** Customers by their ids, of each what a cashier needs; undefined for one that is unknown or erased. */
export async function counterCustomers(
  context: Context,
  ids: readonly string[],
): Promise<(CounterCustomer | undefined)[]> {
  authorize(context, "customer:serve");
  const { table, caller } = context;
  const known: readonly string[] = ids.filter((id) => isId("cus", id));
  const customers = await readAtCounter(table, caller.merchantId, known);
  const found = new Map(known.map((id, index) => [id, customers[index]]));
  return ids.map((id) => found.get(id));
}

/** Each customer's totals in the order of the ids. They are kept by location, so that no balance is shared between ledgers; here they are added up. */
export async function customerTotals(context: Context, customerIds: readonly string[]): Promise<CustomerTotals[]> {
  authorize(context, "customer:read");
  const { merchantId } = context.caller;
  const locations = await listLocations(context);
  const keys = customerIds.flatMap((id) => locations.map((at) => balanceKey(merchantId, at.id, CUSTOMER, id)));
  const items = await batchGetAll(context.table, keys);
  return customerIds.map((_, index) => {
    const own = items.slice(index * locations.length, (index + 1) * locations.length);
    return own.map((item) => readBalance(CUSTOMER, item)).reduce(added, NO_TOTALS);
  });
}

function added(one: CustomerTotals, other: CustomerTotals): CustomerTotals {
  return {
    saleCount: one.saleCount + other.saleCount,
    refundCount: one.refundCount + other.refundCount,
    gross: one.gross + other.gross,
    refunds: one.refunds + other.refunds,
  };
}
