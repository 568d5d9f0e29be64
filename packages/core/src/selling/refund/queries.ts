import { isId } from "../../base/id.ts";
import { factKey, readChunks, readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import type { RefundFact } from "./model.ts";
import { readRefundGuard, refundGuardKey } from "./records.ts";
import { type RefundedSums, refundedSums } from "./rules.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getRefund(context: Context, refundId: string): Promise<RefundFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("ref", refundId)) return undefined;
  const stored = await readFact<RefundFact>(context.table, context.caller.merchantId, refundId);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

/** The refunds of a sale in the order in which they were recorded. */
export async function refundsOf(context: Context, saleId: string): Promise<RefundFact[]> {
  authorize(context, "sale:read");
  const { table, caller } = context;
  const { refundIds } = readRefundGuard(await table.get(refundGuardKey(caller.merchantId, saleId)));
  const items = await batchGetAll(
    table,
    refundIds.map((id) => factKey(caller.merchantId, id)),
  );
  const refunds: RefundFact[] = [];
  for (const item of items) if (item) refunds.push((await readChunks<RefundFact>(table, item)).fact);
  return refunds.filter(({ locationId }) => covered(context, locationId));
}

/** What was refunded of a sale so far, wherever it was. */
export async function refundedOf(context: Context, saleId: string): Promise<RefundedSums> {
  authorize(context, "sale:read");
  const item = await context.table.get(refundGuardKey(context.caller.merchantId, saleId));
  return refundedSums(readRefundGuard(item));
}
