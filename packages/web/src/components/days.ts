import { type BusinessDays, businessTime } from "@pos/core/base/business-day.ts";
import { formatInstant } from "@pos/core/base/time.ts";
import { now } from "@pos/web/clock.ts";

/** A business day some days later. */
export function addDays(day: string, days: number): string {
  return formatInstant(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10);
}

/** The business day at a location now. */
export function todayAt(location: BusinessDays): string {
  return businessTime(now(), location).day;
}
