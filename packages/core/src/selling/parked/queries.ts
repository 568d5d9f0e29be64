import { authorize, type Context } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { itemsOf } from "../../table/port/port.ts";
import { isWaiting, type ParkedSale } from "./model.ts";
import { parkedPk, readParked } from "./records.ts";

/** What waits at a location, the newest first. @returns undefined: no such location for this caller */
export async function parkedSales(context: Context, locationId: string): Promise<ParkedSale[] | undefined> {
  authorize(context, "sale:park");
  const { table, caller, clock } = context;
  if (!(await getLocation(context, locationId))) return undefined;
  const now = clock.now();
  const waiting: ParkedSale[] = [];
  for await (const item of itemsOf(table, parkedPk(caller.merchantId, locationId), { beginsWith: "prk_" })) {
    const { parked } = readParked(item);
    if (isWaiting(parked, now)) waiting.push(parked);
  }
  return waiting.sort((a, b) => (a.parkedAt > b.parkedAt ? -1 : 1));
}
