import { businessTime, dayRuleOf, dayStart } from "../../base/business-day.ts";
import { dayAfter, firstInstantAt, lastInstantAt, timeOfDay } from "../../base/time.ts";
import type { Context } from "../../people/access/index.ts";
import type { Location } from "../../people/location/index.ts";
import { type DayTotals, dayTotals } from "../../selling/day/index.ts";
import { isReversal, REVERSAL_KINDS } from "../../selling/refund/index.ts";
import { isSale, saleKind } from "../../selling/sale/index.ts";
import { issuedOn } from "../../selling/stored-value/index.ts";
import { averageOf } from "./figures.ts";
import type { SalesUpTo } from "./model.ts";
import { bookedFacts } from "./records.ts";
import { DAYS_MAX, limitDays, locationsOf } from "./spans.ts";

const HOUR_MILLISECONDS = 3_600_000;
const MINUTES_OF_HOUR = 60;

/**
 * What was sold on a business day until its clock showed the time of day that it shows at an instant, so that a day that still
 * goes on is compared with as much of another; with `from`, together with the days before it. Where daylight saving shows that
 * time twice, until the second; where it skips it, until the clock jumps. Whole days and hours come from the totals of days; read
 * are the sales of the hour that is cut, and the day's refunds.
 * @returns undefined: no such location for this caller
 */
export async function salesUpTo(
  context: Context,
  {
    locationId,
    day,
    from = day,
    at = context.clock.now(),
  }: {
    /** Absent: all that the caller may see. */
    readonly locationId?: string;
    /** The first business day. Absent: `day` alone. */
    readonly from?: string;
    readonly day: string;
    /** Absent: now. */
    readonly at?: string;
  },
): Promise<SalesUpTo | undefined> {
  limitDays({ from, to: day }, DAYS_MAX);
  const locations = await locationsOf(context, locationId, from, day);
  if (!locations) return undefined;
  const sums = { saleCount: 0, refundCount: 0, returns: 0, sales: 0 };
  let until = "";
  for (const location of locations) {
    const cut = cutOf(location, day, at);
    if (cut.until > until) until = cut.until;
    for (const { day: of, totals } of await dayTotals(context, location.id, from, day)) {
      const part = of < day ? wholeDay(totals) : await partOfDay(context, location, totals, { day, ...cut });
      sums.saleCount += part.saleCount;
      sums.refundCount += part.refundCount;
      sums.returns += part.returns;
      sums.sales += part.sales;
    }
  }
  const { sales, ...shown } = sums;
  const averageSale = averageOf(sales, sums.saleCount);
  const average = averageSale === undefined ? {} : { averageSale };
  return { day, until, ...shown, total: sales - sums.returns, ...average };
}

type Part = Pick<SalesUpTo, "saleCount" | "refundCount" | "returns"> & { readonly sales: number };

function wholeDay({ saleCount, refundCount, refunds, gross }: DayTotals): Part {
  return { saleCount, refundCount, returns: refunds, sales: gross };
}

async function partOfDay(
  context: Context,
  location: Location,
  totals: DayTotals,
  { day, hours, from, until }: ReturnType<typeof cutOf> & { readonly day: string },
): Promise<Part> {
  const whole = wholeHours(totals, hours);
  let { saleCount, sales } = whole;
  const dayFrom = dayStart(day, location);
  const cutFrom = whole.isCounted ? from : dayFrom;
  for await (const { fact } of bookedFacts(context, location.id, saleKind.kind, keysOf(day, cutFrom, until))) {
    if (!isSale(fact)) continue;
    saleCount++;
    sales += fact.total - issuedOn(fact.lines);
  }
  let [refundCount, returns] = [0, 0];
  for (const kind of REVERSAL_KINDS)
    for await (const { fact } of bookedFacts(context, location.id, kind, keysOf(day, dayFrom, until))) {
      if (!isReversal(fact)) continue;
      refundCount++;
      returns -= fact.total - issuedOn(fact.lines);
    }
  return { saleCount, refundCount, returns, sales };
}

function keysOf(day: string, from: string, until: string) {
  return { from: `${day}#${from}`, to: `${day}#${until}` };
}

/** Where a day is cut: the hours of the clock that are over by then, and the instants at which the cut hour begins and is cut. */
function cutOf(location: Location, day: string, at: string) {
  const { timeZone, dayEndHour = 0 } = dayRuleOf(day, location);
  const time = timeOfDay(at, dayRuleOf(businessTime(at, location).day, location).timeZone);
  const hour = Math.floor(time / HOUR_MILLISECONDS);
  const calendarDay = hour < dayEndHour ? dayAfter(day) : day;
  const from = firstInstantAt(calendarDay, hour * MINUTES_OF_HOUR, timeZone);
  const count = (hour - dayEndHour + HOURS) % HOURS;
  const hours = Array.from({ length: count }, (_, index) => (dayEndHour + index) % HOURS);
  return { hours: isEven(location, day) ? hours : [], from, until: lastInstantAt(calendarDay, time, timeZone) };
}

const HOURS = 24;

/** A day after which another rule holds is longer or shorter than others, and may have an hour of the clock twice. */
function isEven(location: Location, day: string): boolean {
  const [rule, next] = [dayRuleOf(day, location), dayRuleOf(dayAfter(day), location)];
  return rule.timeZone === next.timeZone && rule.dayEndHour === next.dayEndHour;
}

/** The sales of some hours. Totals that were stored before hours were counted have none. */
function wholeHours({ saleCount: ofDay, hours: totals }: DayTotals, hours: readonly number[]) {
  const counted = Object.values(totals).reduce((sum, [count]) => sum + count, 0);
  let [saleCount, sales] = [0, 0];
  const isCounted = counted === ofDay && hours.length > 0;
  if (!isCounted) return { isCounted, saleCount, sales };
  for (const hour of hours) {
    const [count, amount] = totals[hour] ?? [0, 0];
    saleCount += count;
    sales += amount;
  }
  return { isCounted, saleCount, sales };
}
