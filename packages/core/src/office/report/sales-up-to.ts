import { firstInstantAt, lastInstantAt, timeOfDay } from "../../base/time.ts";
import { balanceKey, readBalance } from "../../ledger/index.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { DAY, type DayTotals } from "../../selling/day/index.ts";
import { isRefund, refundKind } from "../../selling/refund/index.ts";
import { isSale, saleKind } from "../../selling/sale/index.ts";
import { averageOf } from "./figures.ts";
import type { SalesUpTo } from "./model.ts";
import { bookedFacts } from "./records.ts";

const HOUR_MILLISECONDS = 3_600_000;
const MINUTES_OF_HOUR = 60;

/**
 * What a location sold on a business day until its clock showed the time of day that it shows at an instant, so that a day that
 * still goes on is compared with as much of another. Where daylight saving shows that time twice, until the second; where it
 * skips it, until the clock jumps. Whole hours come from the day's totals; read are the sales of the hour that is cut, and the
 * day's refunds.
 * @param at absent: now
 * @returns undefined: no such location for this caller
 */
export async function salesUpTo(
  context: Context,
  {
    locationId,
    day,
    at = context.clock.now(),
  }: { readonly locationId: string; readonly day: string; readonly at?: string },
): Promise<SalesUpTo | undefined> {
  authorize(context, "report:read");
  const location = await getLocation(context, locationId);
  if (!location) return undefined;
  const { table, caller } = context;
  const time = timeOfDay(at, location.timeZone);
  const until = lastInstantAt(day, time, location.timeZone);
  const item = await table.get(balanceKey(caller.merchantId, locationId, DAY, day));
  const whole = wholeHours({ ...DAY.zero, ...readBalance(DAY, item) }, Math.floor(time / HOUR_MILLISECONDS));
  let { saleCount, sales } = whole;
  const cutFrom = firstInstantAt(day, whole.hours * MINUTES_OF_HOUR, location.timeZone);
  for await (const { fact } of bookedFacts(context, locationId, saleKind.kind, keysOf(day, cutFrom, until))) {
    if (!isSale(fact)) continue;
    saleCount++;
    sales += fact.total;
  }
  const dayFrom = firstInstantAt(day, 0, location.timeZone);
  let [refundCount, returns] = [0, 0];
  for await (const { fact } of bookedFacts(context, locationId, refundKind.kind, keysOf(day, dayFrom, until))) {
    if (!isRefund(fact)) continue;
    refundCount++;
    returns -= fact.total;
  }
  const averageSale = averageOf(sales, saleCount);
  const average = averageSale === undefined ? {} : { averageSale };
  return { day, until, saleCount, refundCount, returns, total: sales - returns, ...average };
}

function keysOf(day: string, from: string, until: string) {
  return { from: `${day}#${from}`, to: `${day}#${until}` };
}

/** The sales of the hours before one. Totals that were stored before hours were counted have none: then no hour is whole. */
function wholeHours({ saleCount: ofDay, hours }: DayTotals, before: number) {
  const counted = Object.values(hours).reduce((sum, [count]) => sum + count, 0);
  let [saleCount, sales] = [0, 0];
  if (counted !== ofDay) return { hours: 0, saleCount, sales };
  for (let hour = 0; hour < before; hour++) {
    const [count, amount] = hours[hour] ?? [0, 0];
    saleCount += count;
    sales += amount;
  }
  return { hours: before, saleCount, sales };
}
