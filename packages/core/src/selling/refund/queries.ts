import { isId } from "../../base/id.ts";
import { dayIndexPk, factIdOf, factKey, readChunks, readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { batchGetAll, firstKeys } from "../../table/port/port.ts";
import type { SaleFact } from "../sale/index.ts";
import { refundKind } from "./booking.ts";
import { buyerOf, goesWithSale } from "./buyer.ts";
import { isRefund, NO_REFUNDS, type RefundFact, type RefundGuard, type Reversal, voidIdOf } from "./model.ts";
import { readRefundGuard, refundGuardKey } from "./records.ts";
import { type RefundedSums, refundableLines, refundableOf, refundedSums } from "./rules.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getRefund(context: Context, refundId: string): Promise<RefundFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("ref", refundId)) return undefined;
  const stored = await readFact<RefundFact>(context.table, context.caller.merchantId, refundId);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

export interface UnlinkedRequest {
  readonly locationId: string;
  /** Business days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  /** The order key of the refund behind which the page lies. */
  readonly olderThan?: string;
}

export interface UnlinkedPage {
  /** Newest first. */
  readonly refunds: readonly { readonly orderKey: string; readonly refund: RefundFact }[];
  readonly hasMore: boolean;
  /** The order key up to which was searched. */
  readonly end?: string;
}

/** Refunds that one request reads to find some without a sale, and how many at once. */
const WALKED_MAX = 2_000;
const WALKED_AT_ONCE = 100;

/**
 * The refunds without a sale of a location, newest first, as soon as they are booked.
 * @returns undefined: there is no such location, or the caller may not see it
 */
export async function unlinkedRefunds(context: Context, request: UnlinkedRequest): Promise<UnlinkedPage | undefined> {
  authorize(context, "sale:read");
  const { locationId, from = "0", to = "", limit, olderThan = "~" } = request;
  if (!(await getLocation(context, locationId)) || !covered(context, locationId)) return undefined;
  const { table, caller } = context;
  const pk = dayIndexPk(caller.merchantId, locationId, refundKind.kind);
  const found: { orderKey: string; refund: RefundFact }[] = [];
  let end = olderThan < `${to}~` ? olderThan : `${to}~`;
  for (let walked = 0; walked < WALKED_MAX && from <= end; walked += WALKED_AT_ONCE) {
    const range = { between: [from, end] as const };
    // Both ends are included: the one that was read before comes once more.
    const keys = await firstKeys(table, { index: "gsi2", pk, range, limit: WALKED_AT_ONCE + 1, reverse: true });
    const older = keys.filter(({ indexSk }) => indexSk !== end);
    const refunds = await reversalsOfIds(context, older.map(factIdOf));
    for (const [index, { indexSk: orderKey }] of older.entries()) {
      const refund = refunds[index];
      if (refund && isRefund(refund) && refund.relatedFactId === undefined) found.push({ orderKey, refund });
    }
    if (found.length > limit) return { refunds: found.slice(0, limit), hasMore: true };
    const last = older.at(-1)?.indexSk;
    if (last === undefined || keys.length <= WALKED_AT_ONCE) return { refunds: found, hasMore: false };
    end = last;
  }
  return from <= end ? { refunds: found, hasMore: true, end } : { refunds: found, hasMore: false };
}

/** The refunds of a sale in the order in which they were recorded. */
export async function refundsOf(context: Context, saleId: string): Promise<RefundFact[]> {
  return (await reversalsOf(context, saleId)).filter(isRefund);
}

/** The refunds of a sale and what voided it, in the order in which they were recorded. */
export async function reversalsOf(context: Context, saleId: string): Promise<Reversal[]> {
  const reversals = await reversalsAnywhere(context, saleId);
  return reversals.filter(({ locationId }) => covered(context, locationId));
}

/** The same at whatever location, for the sums of a sale that the caller may see. */
export async function reversalsAnywhere(context: Context, saleId: string): Promise<Reversal[]> {
  authorize(context, "sale:read");
  const { table, caller } = context;
  return reversalsIn(context, readRefundGuard(await table.get(refundGuardKey(caller.merchantId, saleId))));
}

async function reversalsIn(context: Context, { refundIds }: RefundGuard): Promise<Reversal[]> {
  return (await reversalsOfIds(context, refundIds)).filter((refund) => refund !== undefined);
}

/** In the order of the ids. */
async function reversalsOfIds({ table, caller }: Context, ids: readonly string[]): Promise<(Reversal | undefined)[]> {
  const items = await batchGetAll(
    table,
    ids.map((id) => factKey(caller.merchantId, id)),
  );
  const refunds: (Reversal | undefined)[] = [];
  for (const item of items) refunds.push(item && (await readChunks<Reversal>(table, item)).fact);
  return refunds;
}

/** What was given back and goes with a sale to another customer, at whatever location. */
export async function reversalsWithSale(context: Context, sale: SaleFact, guard: RefundGuard): Promise<Reversal[]> {
  return (await reversalsIn(context, guard)).filter((refund) => goesWithSale(refund, sale, guard));
}

/** What became of each sale, in the order of the ids. */
export async function refundGuardsOf(context: Context, saleIds: readonly string[]): Promise<RefundGuard[]> {
  authorize(context, "sale:read");
  const keys = saleIds.map((id) => refundGuardKey(context.caller.merchantId, id));
  return (await batchGetAll(context.table, keys)).map(readRefundGuard);
}

/** Whose each sale is, in their order. */
export async function buyersOf(context: Context, sales: readonly SaleFact[]): Promise<(string | undefined)[]> {
  const ids = sales.map(({ id }) => id);
  const guards = await refundGuardsOf(context, ids);
  return sales.map((sale, index) => buyerOf(sale, guards[index] ?? NO_REFUNDS));
}

/** `void`: the sale as a whole was voided. */
export type RefundState = "none" | "part" | "all" | "void";

/** How much of each of these sales was refunded so far, wherever it was. One read for a hundred of them. */
export async function refundStatesOf(context: Context, sales: readonly SaleFact[]): Promise<RefundState[]> {
  const ids = sales.map(({ id }) => id);
  const guards = await refundGuardsOf(context, ids);
  return sales.map((sale, index) => {
    const guard = guards[index] ?? NO_REFUNDS;
    if (guard.refundIds.length === 0) return "none";
    if (voidIdOf(guard) !== undefined) return "void";
    return refundableLines(refundableOf(sale, guard)).every(({ left }) => left === 0) ? "all" : "part";
  });
}

/** What was refunded of a sale so far, wherever it was. */
export async function refundedOf(context: Context, saleId: string): Promise<RefundedSums> {
  authorize(context, "sale:read");
  const item = await context.table.get(refundGuardKey(context.caller.merchantId, saleId));
  return refundedSums(readRefundGuard(item));
}
