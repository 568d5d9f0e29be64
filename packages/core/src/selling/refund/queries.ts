import { isId } from "../../base/id.ts";
import { factKey, readChunks, readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import type { SaleFact } from "../sale/index.ts";
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

async function reversalsIn({ table, caller }: Context, { refundIds }: RefundGuard): Promise<Reversal[]> {
  const items = await batchGetAll(
    table,
    refundIds.map((id) => factKey(caller.merchantId, id)),
  );
  const refunds: Reversal[] = [];
  for (const item of items) if (item) refunds.push((await readChunks<Reversal>(table, item)).fact);
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
