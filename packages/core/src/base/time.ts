/**
 * Instants are canonical strings: UTC with milliseconds ("2026-11-23T09:30:00.000Z"), so that they sort as text. A
 * business day is a calendar date in a location's time zone. No function here reads a clock: the caller passes the
 * time.
 */

/**
 * Converts an RFC 3339 instant to its canonical string, truncated (not rounded) to milliseconds.
 * @returns undefined if the text is not an instant
 */
export function parseInstant(text: string): string | undefined {
  if (isCanonicalInstant(text)) return text;
  const match = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, date = "", hour = "", minute = "", second = "", fraction = "", zone = ""] = match;
  if (!isCalendarDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const milliseconds = fraction.slice(0, 3).padEnd(3, "0");
  // `Date` cannot represent a leap second: it is converted to the following second.
  const isLeap = second === "60";
  const utc = Date.parse(`${date}T${hour}:${minute}:${isLeap ? "59" : second}.${milliseconds}Z`) + (isLeap ? 1000 : 0);
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const instant = utc - offset * 60_000;
  return instant < INSTANT_MIN || instant > INSTANT_MAX ? undefined : formatInstant(instant);
}

/** Terminals send canonical instants, which need no conversion. */
function isCanonicalInstant(text: string): boolean {
  return CANONICAL.test(text) && isCalendarDate(text.slice(0, 10));
}

const CANONICAL = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Years 0001 to 9999: ISO strings outside this range do not sort as text. */
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

/** When something happened by a clock that does not run ahead: what is not over yet happens now at the latest. */
export function notAhead(instant: string, now: string): string {
  return instant < now ? instant : now;
}

export function instantMilliseconds(instant: string): number {
  return Date.parse(instant);
}

/** Whether the text is YYYY-MM-DD and a day of the calendar. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Whether the platform knows this IANA time zone. */
export function isTimeZone(zone: string): boolean {
  // Newer platforms take offsets for zones, which have no daylight saving time.
  if (/^[+-]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false; // The platform offers no other way to test a zone.
  }
}

export interface LocalTime {
  /** The business day, YYYY-MM-DD. */
  readonly day: string;
  /** 0 to 23. */
  readonly hour: number;
}

/** The wall-clock time of a zone at an instant. */
export function localTime(instant: string, zone: string): LocalTime {
  const milliseconds = instantMilliseconds(instant);
  const local = milliseconds + zoneOffset(milliseconds, zone);
  const dayNumber = Math.floor(local / DAY);
  return { day: dayOf(dayNumber), hour: Math.floor((local - dayNumber * DAY) / HOUR) };
}

/** How long a zone's clock has run since its midnight, as it shows the time at an instant. */
export function timeOfDay(instant: string, zone: string): number {
  const milliseconds = instantMilliseconds(instant);
  const local = milliseconds + zoneOffset(milliseconds, zone);
  return local - Math.floor(local / DAY) * DAY;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The most recently formatted day: consecutive calls nearly always need the same one. */
let cachedDay = { dayNumber: Number.NaN, day: "" };

/** @param dayNumber days since 1970-01-01 */
function dayOf(dayNumber: number): string {
  if (dayNumber !== cachedDay.dayNumber) cachedDay = { dayNumber, day: formatInstant(dayNumber * DAY).slice(0, 10) };
  return cachedDay.day;
}

/**
 * The first instant at which a zone's clock shows that day and minute of the day, or a later one. For a time that
 * daylight saving skips, this is the end of the gap; for a time that occurs twice, the first occurrence.
 * @param minute of the day, 0 to 1439
 */
export function firstInstantAt(day: string, minute: number, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + minute * 60_000;
  const shownAt = (milliseconds: number) => milliseconds + zoneOffset(milliseconds, zone);
  const around = [wanted - OFFSET_MAX, wanted + OFFSET_MAX].map((near) => wanted - zoneOffset(near, zone));
  let [low, high] = [Math.min(...around), Math.max(...around)];
  for (const instant of [low, high]) if (shownAt(instant) === wanted) return formatInstant(instant);
  // The time was skipped: search for the moment at which the clock jumps.
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (shownAt(middle) >= wanted) high = middle;
    else low = middle;
  }
  return formatInstant(high);
}

/**
 * The last instant at which a zone's clock shows that day and time. For a time that daylight saving skips, this is the
 * end of the gap; for a time that occurs twice, the second occurrence.
 * @param milliseconds since midnight, as the clock shows them
 */
export function lastInstantAt(day: string, milliseconds: number, zone: string): string {
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + milliseconds;
  const instants = [wanted - OFFSET_MAX, wanted + OFFSET_MAX].map((near) => wanted - zoneOffset(near, zone));
  const shown = instants.filter((instant) => instant + zoneOffset(instant, zone) === wanted);
  return shown.length > 0
    ? formatInstant(Math.max(...shown))
    : firstInstantAt(day, Math.floor(milliseconds / 60_000), zone);
}

/** No zone is further from UTC, and none changes its clock twice within this period. */
const OFFSET_MAX = 15 * 3_600_000;

/** Minute of the day; undefined: no time of day. */
export function minuteOf(timeOfDay: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(timeOfDay);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

/** @param days later; earlier if negative */
export function dayAfter(day: string, days = 1): string {
  return formatInstant(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).slice(0, 10);
}

const QUARTER_HOUR = 900_000;
const CACHED_OFFSETS_MAX = 4096;
/** By zone and quarter of an hour; undefined: the offset changes within it, as St. John's did at 00:01 until 2011. */
const offsets = new Map<string, number | undefined>();
const formats = new Map<string, Intl.DateTimeFormat>();

function zoneOffset(milliseconds: number, zone: string): number {
  const quarter = Math.floor(milliseconds / QUARTER_HOUR);
  const key = `${zone}/${quarter}`;
  if (!offsets.has(key)) {
    const start = computeOffset(quarter * QUARTER_HOUR, zone);
    const isConstant = start === computeOffset((quarter + 1) * QUARTER_HOUR - 1, zone);
    if (offsets.size >= CACHED_OFFSETS_MAX) offsets.clear();
    offsets.set(key, isConstant ? start : undefined);
  }
  return offsets.get(key) ?? computeOffset(milliseconds, zone);
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
  const wholeSecond = Math.floor(milliseconds / 1000) * 1000;
  for (const { type, value } of format.formatToParts(wholeSecond)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  // Date.UTC would map the years 1 to 99 to 1901 to 1999.
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  return local.setUTCHours(hour, minute, second) - wholeSecond;
}
