import { isId } from "../../base/id.ts";
import { factKey, readChunks, readFact } from "../../ledger/index.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { batchGetAll } from "../../table/port/port.ts";
import { refundGuardsOf } from "../refund/index.ts";
import type { AttributionFact } from "./model.ts";

/** Returns undefined if not found, or if the caller may not see it. */
export async function getAttribution(context: Context, id: string): Promise<AttributionFact | undefined> {
  authorize(context, "sale:read");
  if (!isId("att", id)) return undefined;
  const stored = await readFact<AttributionFact>(context.table, context.caller.merchantId, id);
  return stored && covered(context, stored.fact.locationId) ? stored.fact : undefined;
}

/** On whom a sale was put after it was recorded, in that order. */
export async function attributionsOf(context: Context, saleId: string): Promise<AttributionFact[]> {
  authorize(context, "sale:read");
  const { table, caller } = context;
  const [guard] = await refundGuardsOf(context, [saleId]);
  const keys = (guard?.customers ?? []).map(([id]) => factKey(caller.merchantId, id));
  const found: AttributionFact[] = [];
  for (const item of await batchGetAll(table, keys))
    if (item) found.push((await readChunks<AttributionFact>(table, item)).fact);
  return found;
}
