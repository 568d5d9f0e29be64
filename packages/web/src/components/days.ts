import { formatInstant } from "@pos/core/base/time.ts";

/** A business day some days later. */
export function addDays(day: string, days: number): string {
  return formatInstant(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).slice(0, 10);
}
