import { formatInstant, instantMilliseconds, localTime } from "@pos/core/base/time.ts";

/** Where the shop's clock hangs. */
export const TIME_ZONE = "Europe/London";
const HOUR = 3_600_000;

/**
 * When London's clock showed a time ("2011-03-28 09:15:00"). In spring an hour is skipped: a time in it is counted on from
 * before. In autumn an hour comes twice: it is taken for the first.
 */
export function londonInstant(wallClock: string): string {
  const [day = "", time = ""] = wallClock.split(" ");
  const asUtc = instantMilliseconds(`${day}T${time}.000Z`);
  const hour = Number(time.slice(0, 2));
  const inSummer = formatInstant(asUtc - HOUR);
  const shown = localTime(inSummer, TIME_ZONE);
  return shown.day === day && shown.hour === hour ? inSummer : formatInstant(asUtc);
}
