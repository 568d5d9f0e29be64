import { formatInstant, instantMilliseconds, localTime } from "@pos/core/base/time.ts";
import type { DemoSale } from "./data.ts";

/**
 * Moves the sales to the days that end now, from old to new. What would lie in the future is left out; before the day's
 * first sale, all move back by a day, so that there are always as many days with sales.
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

/** When a zone's clock shows a minute of a day. For zones some whole hours from UTC, in opening hours: no change falls there. */
function instantAt(day: string, minute: number, zone: string): string {
  const utc = instantMilliseconds(`${day}T00:00:00.000Z`) + minute * 60_000;
  const ahead = localTime(formatInstant(utc), zone).hour - Math.floor(minute / 60);
  // Around midnight the hours wrap.
  const hours = ahead > 12 ? ahead - 24 : ahead < -12 ? ahead + 24 : ahead;
  return formatInstant(utc - hours * 3_600_000);
}
