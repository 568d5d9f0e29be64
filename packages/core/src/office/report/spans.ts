import { type DayRule, dayRuleOf } from "../../base/business-day.ts";
import { RequestError } from "../../base/result.ts";
import { dayAfter } from "../../base/time.ts";
import { authorize, type Context } from "../../people/access/index.ts";
import { getLocation, type Location, listLocations } from "../../people/location/index.ts";
import { type DayTotals, dayTotals } from "../../selling/day/index.ts";
import { isTaking, methodsOf, PAYMENT_ACCOUNTS } from "../../selling/payment/index.ts";
import { summaryOf } from "./figures.ts";
import type { AccountPayments, DayOfSales, HourOfSales, SalesRange, SalesSummary } from "./model.ts";

export interface Span {
  readonly locationId?: string;
  /** Business days, both included. */
  readonly from: string;
  readonly to: string;
}

/** @returns undefined: no such location for this caller */
export async function salesSummary(context: Context, span: Span): Promise<SalesSummary | undefined> {
  const found = await daysOf(context, span);
  return found && summaryOf(found.flatMap(totalsOf));
}

export const DAYS_MAX = 366;

/** @returns undefined: no such location for this caller */
export async function salesByDay(context: Context, span: Span): Promise<DayOfSales[] | undefined> {
  limitDays(span, DAYS_MAX);
  const found = await daysOf(context, span);
  return found && byDay(found);
}

/** @returns undefined: no such location for this caller */
export async function salesByHour(context: Context, span: Span): Promise<HourOfSales[] | undefined> {
  limitDays(span, DAYS_MAX);
  const found = await daysOf(context, span);
  return found && byHour(found, span);
}

/**
 * What a span of days comes to: the sums of their totals, which are read once.
 * @returns undefined: no such location for this caller
 */
export async function salesRange(context: Context, span: Span): Promise<SalesRange | undefined> {
  limitDays(span, DAYS_MAX);
  const found = await daysOf(context, span);
  if (!found) return undefined;
  const totals = found.flatMap(totalsOf);
  const stored = new Map(byDay(found).map((of) => [of.day, of]));
  return {
    ...{ from: span.from, to: span.to, summary: summaryOf(totals) },
    days: daysBetween(span).map((day) => stored.get(day) ?? { day, summary: summaryOf([]), payments: [] }),
    hours: byHour(found, span),
    payments: paymentsOf(totals),
    locations: found.map((of) => ({ locationId: of.location.id, summary: summaryOf(totalsOf(of)) })),
  };
}

function daysBetween({ from, to }: Span): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = dayAfter(day)) days.push(day);
  return [...days, to];
}

interface LocationDays {
  readonly location: Location;
  readonly days: readonly { readonly day: string; readonly totals: DayTotals }[];
}

function totalsOf({ days }: LocationDays): DayTotals[] {
  return days.map(({ totals }) => totals);
}

function byDay(found: readonly LocationDays[]): DayOfSales[] {
  const byDay = new Map<string, DayTotals[]>();
  for (const { days } of found) for (const { day, totals } of days) byDay.set(day, [...(byDay.get(day) ?? []), totals]);
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, totals]) => ({ day, summary: summaryOf(totals), payments: paymentsOf(totals) }));
}

function byHour(found: readonly LocationDays[], { locationId, to }: Span): HourOfSales[] {
  const [only] = locationId === undefined ? [] : found;
  return hoursOf(found.flatMap(totalsOf), only && dayRuleOf(to, only.location));
}

/** In the order in which a business day has them: from the hour on at which the day before ends. */
export function hoursOf(
  days: readonly Pick<DayTotals, "hours">[],
  { dayEndHour = 0 }: Partial<DayRule> = {},
): HourOfSales[] {
  return Array.from({ length: 24 }, (_, index) => {
    const hour = (dayEndHour + index) % 24;
    let [saleCount, grossSales] = [0, 0];
    for (const { hours } of days) {
      const [count, gross] = hours[hour] ?? [0, 0];
      saleCount += count;
      grossSales += gross;
    }
    return { hour, saleCount, grossSales };
  });
}

const ACCOUNTS = PAYMENT_ACCOUNTS.filter((account) => methodsOf(account).every(isTaking));

/** Totals keep payments by account, and some methods share one. Accounts that come to nothing are left out. */
function paymentsOf(days: readonly DayTotals[]): AccountPayments[] {
  const sums = new Map<string, number>();
  for (const { payments } of days)
    for (const [account, amount] of Object.entries(payments)) sums.set(account, (sums.get(account) ?? 0) + amount);
  return ACCOUNTS.flatMap((account) => {
    const net = sums.get(account) ?? 0;
    return net === 0 ? [] : [{ methods: methodsOf(account), net }];
  });
}

/** Day totals of one location, or of all that the caller may see. */
async function daysOf(context: Context, { locationId, from, to }: Span): Promise<LocationDays[] | undefined> {
  const locations = await locationsOf(context, locationId, from, to);
  return (
    locations &&
    Promise.all(
      locations.map(async (location) => ({ location, days: await dayTotals(context, location.id, from, to) })),
    )
  );
}

/** @returns undefined: no such location for this caller */
export async function locationsOf(
  context: Context,
  locationId: string | undefined,
  from: string,
  to: string,
): Promise<Location[] | undefined> {
  authorize(context, "report:read");
  if (from > to) throw new RequestError("BAD_REQUEST", "The first day is after the last.");
  if (locationId === undefined) return listLocations(context);
  const location = await getLocation(context, locationId);
  return location && [location];
}

export function limitDays({ from, to }: Span, max: number): void {
  // Counted back from the end: no day after the last of year 9999 compares as text.
  if (dayAfter(to, -max) >= from) throw new RequestError("BAD_REQUEST", `At most ${max} days can be asked for.`);
}
