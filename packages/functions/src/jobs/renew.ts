import type { Clock } from "@pos/core/base/context.ts";
import { renewCustomers } from "@pos/core/customers/customer/index.ts";
import { renewProducts, renewVariants } from "@pos/core/goods/catalog/index.ts";
import { type Double, putRenewal, raiseDoubles, readRenewal, renewCodes } from "@pos/core/people/access/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { merchantLocations } from "@pos/core/people/location/index.ts";
import { merchantTerminals } from "@pos/core/people/terminal/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";

interface Renewing {
  readonly table: Table;
  readonly clock: Clock;
}

export interface RenewalResult {
  /** Merchants whose records were brought to today's rules in this run. */
  readonly renewed: number;
  /** What shares a code with another record of its merchant. */
  readonly doubles: number;
}

/**
 * Brings what older programs and archives stored to today's rules of codes, once for each merchant: what is unique now
 * gets its uniqueness record, and doubles stay valid and become exceptions. It reads one item for a merchant that is
 * done. Safe to run at any time and to interrupt: the next run goes on.
 */
export async function renewRecords(
  context: Renewing,
  isCancelled: () => boolean = () => false,
): Promise<RenewalResult> {
  let [renewed, doubles] = [0, 0];
  for await (const merchantId of allMerchants(context.table)) {
    if (isCancelled()) break;
    const { isDone, cursor } = await readRenewal(context.table, merchantId);
    if (isDone) continue;
    const found = await renewMerchant(context, merchantId, cursor, isCancelled);
    doubles += found.doubles;
    if (found.isDone) renewed++;
  }
  return { renewed, doubles };
}

async function renewMerchant(
  context: Renewing,
  merchantId: string,
  after: string | undefined,
  isCancelled: () => boolean,
): Promise<{ readonly isDone: boolean; readonly doubles: number }> {
  const { table } = context;
  const locations = await merchantLocations(table, merchantId);
  const doubled = await doubledCodes(table, merchantId, locations);
  await raiseDoubles(context, merchantId, doubled);
  let doubles = doubled.length;
  let at: Cursor | undefined = after === undefined ? FIRST : (JSON.parse(after) as Cursor);
  while (at) {
    const found: Walked = await WALKS[at.walk](table, merchantId, at.after);
    // An exception has a location: a catalogue's is its merchant's first.
    const [first] = locations;
    const own = found.doubles ?? [];
    if (first)
      await raiseDoubles(
        context,
        merchantId,
        own.map((double) => ({ ...double, locationId: first.id })),
      );
    doubles += own.length;
    at = found.next === undefined ? nextWalk(at.walk) : { walk: at.walk, after: found.next };
    await putRenewal(table, merchantId, { isDone: at === undefined, ...(at ? { cursor: JSON.stringify(at) } : {}) });
    if (at && isCancelled()) return { isDone: false, doubles };
  }
  return { isDone: true, doubles };
}

interface Walked {
  readonly next?: string;
  readonly doubles?: readonly Omit<Double, "locationId">[];
}

type Walk = (table: Table, merchantId: string, after: string | undefined) => Promise<Walked>;

/** What is walked through, in this order. */
const WALKS = { variants: renewVariants, products: renewProducts, customers: renewCustomers } satisfies {
  readonly [name: string]: Walk;
};

interface Cursor {
  readonly walk: keyof typeof WALKS;
  readonly after?: string | undefined;
}

const FIRST: Cursor = { walk: "variants" };

function nextWalk(walk: Cursor["walk"]): Cursor | undefined {
  const names = Object.keys(WALKS) as Cursor["walk"][];
  const next = names[names.indexOf(walk) + 1];
  return next && { walk: next };
}

async function doubledCodes(
  table: Table,
  merchantId: string,
  locations: readonly { readonly id: string; readonly code: string }[],
) {
  const terminals = await merchantTerminals(table, merchantId);
  return [
    ...(await renewCodes(table, merchantId, "LOCATION", locations)).map(({ id, code }) =>
      doubleOf(id, id, "location", code),
    ),
    ...(await renewCodes(table, merchantId, "TERMINAL", terminals)).map(({ id, locationId, code }) =>
      doubleOf(id, locationId, "terminal", code),
    ),
  ];
}

function doubleOf(subject: string, locationId: string, what: string, code: string) {
  const [message, details] = [`Another ${what} has the code ${code}, too.`, { code: { text: code } }];
  return { subject, locationId, code: "CODE_TAKEN", message, details } as const;
}
