import { formatInstant, instantMilliseconds, localTime } from "@pos/core/base/time.ts";
import type { DemoSale } from "./data.ts";

/**
 * Moves the sales to the most recent days, oldest first. Sales that would lie in the future are omitted; before the
 * day's first sale all sales move back by a day, so that the number of days with sales is constant.
 */
export function timedSales(
  sales: readonly DemoSale[],
  now: string,
  zone: string,
): (DemoSale & { readonly occurredAt: string })[] {
  const today = localTime(now, zone).day;
  const moved = (back: number) =>
    sales.map((sale) => ({ ...sale, occurredAt: instantAt(daysBefore(today, sale.day + back), sale.minute, zone) }));
  const ending = moved(0);
  const hasOpened = ending.some(({ day, occurredAt }) => day === 0 && occurredAt <= now);
  const past = (hasOpened ? ending : moved(1)).filter(({ occurredAt }) => occurredAt <= now);
  return past.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
}

function daysBefore(day: string, count: number): string {
  return formatInstant(Date.parse(`${day}T00:00:00.000Z`) - count * 86_400_000).slice(0, 10);
}

/**
 * The instant of a minute of the day in a zone. Valid for zones a whole number of hours from UTC and for opening hours,
 * in which no clock change falls.
 */
function instantAt(day: string, minute: number, zone: string): string {
  const utc = instantMilliseconds(`${day}T00:00:00.000Z`) + minute * 60_000;
  const ahead = localTime(formatInstant(utc), zone).hour - Math.floor(minute / 60);
  // Hour differences wrap at midnight.
  const hours = ahead > 12 ? ahead - 24 : ahead < -12 ? ahead + 24 : ahead;
  return formatInstant(utc - hours * 3_600_000);
}
