/**
 * Instants are canonical strings: UTC with milliseconds ("2026-11-23T09:30:00.000Z"), so that they sort as text. A business
 * day is a calendar date in a location's zone. Nothing here reads a clock: the time comes with the context.
 */

/** Any RFC 3339 instant as its canonical string, cut (not rounded) to milliseconds. Undefined: not an instant. */
export function parseInstant(text: string): string | undefined {
  if (isCanonicalInstant(text)) return text;
  const match = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, date = "", hour = "", minute = "", second = "", fraction = "", zone = ""] = match;
  if (!isCalendarDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  // A leap second has no place on this clock: it is the second that follows.
  const isLeap = second === "60";
  const utc = Date.parse(`${date}T${hour}:${minute}:${isLeap ? "59" : second}.${milliseconds}Z`) + (isLeap ? 1000 : 0);
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const instant = utc - offset * 60_000;
  return instant < INSTANT_MIN || instant > INSTANT_MAX ? undefined : formatInstant(instant);
}

/** What terminals send: it stays as it is. */
function isCanonicalInstant(text: string): boolean {
  return CANONICAL.test(text) && isCalendarDate(text.slice(0, 10));
}

const CANONICAL = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Years 0001 to 9999: outside of them ISO strings no longer sort. */
const INSTANT_MIN = Date.parse("0001-01-01T00:00:00.000Z");
const INSTANT_MAX = Date.parse("9999-12-31T23:59:59.999Z");

function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

export function formatInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function instantMilliseconds(instant: string): number {
  return Date.parse(instant);
}

/** YYYY-MM-DD and a day that the calendar has. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** An IANA zone that this platform knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false; // The platform's only way to say that it does not know a zone.
  }
}

export interface LocalTime {
  /** The business day, YYYY-MM-DD. */
  readonly day: string;
  /** 0 to 23. */
  readonly hour: number;
}

/** The wall clock of a zone at an instant. */
export function localTime(instant: string, zone: string): LocalTime {
  const milliseconds = instantMilliseconds(instant);
  const local = milliseconds + zoneOffset(milliseconds, zone);
  const number = Math.floor(local / DAY);
  return { day: dayOf(number), hour: Math.floor((local - number * DAY) / HOUR) };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nearly always it is the same day as the last time. */
let latest = { number: Number.NaN, day: "" };

function dayOf(number: number): string {
  if (number !== latest.number) latest = { number, day: formatInstant(number * DAY).slice(0, 10) };
  return latest.day;
}

/**
 * The first instant at which the clock of a zone shows that day and minute of the day, or a later one: a time that is skipped
 * is when it has been skipped, of a time that comes twice the first counts.
 * @param minute of the day, 0 to 1439
 */
export function firstInstantAt(day: string, minute: number, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + minute * 60_000;
  const shownAt = (milliseconds: number) => milliseconds + zoneOffset(milliseconds, zone);
  const around = [wanted - OFFSET_MAX, wanted + OFFSET_MAX].map((near) => wanted - zoneOffset(near, zone));
  let [low, high] = [Math.min(...around), Math.max(...around)];
  for (const instant of [low, high]) if (shownAt(instant) === wanted) return formatInstant(instant);
  // Skipped: the clock jumps somewhere in between.
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (shownAt(middle) >= wanted) high = middle;
    else low = middle;
  }
  return formatInstant(high);
}

/** No zone is further from UTC, and none changes its clock twice within so long. */
const OFFSET_MAX = 15 * 3_600_000;

/** The calendar day so many days later, or earlier. */
export function dayAfter(day: string, days = 1): string {
  return formatInstant(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).slice(0, 10);
}

/** Zones change their offset at full quarters of an hour at the finest, so one look at the calendar serves a quarter. */
const QUARTER = 900_000;
const OFFSETS_KEPT = 4096;
const offsets = new Map<string, number>();
const formats = new Map<string, Intl.DateTimeFormat>();

function zoneOffset(milliseconds: number, zone: string): number {
  const quarter = Math.floor(milliseconds / QUARTER);
  const key = `${zone}/${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = computeOffset(quarter * QUARTER, zone);
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function computeOffset(milliseconds: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(milliseconds)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  // Not Date.UTC: it takes the years 1 to 99 for 1901 to 1999.
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  return local.setUTCHours(hour, minute, second) - milliseconds;
}
