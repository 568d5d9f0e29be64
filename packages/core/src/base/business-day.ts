import { LIMITS } from "./limits.ts";
import { dayAfter, firstInstantAt, formatInstant, instantMilliseconds, type LocalTime, localTime } from "./time.ts";

/**
 * Which instants belong to a business day. It begins when the clock of the zone shows the hour at which the day before
 * ends: a bar that closes at 3 counts what it sells at 2 to the evening before.
 */
export interface DayRule {
  readonly timeZone: string;
  /** 1 to 11; absent: 0, midnight. */
  readonly dayEndHour?: number;
}

/** The rule of today and of later days, and those of days that were before it. */
export interface BusinessDays extends DayRule {
  /** In the order of days. */
  readonly earlierDays?: readonly EarlierDays[];
}

export interface EarlierDays extends DayRule {
  /** The first business day for which the rule does not hold any more. */
  readonly before: string;
}

export const DAY_END_HOUR_MAX = 11;
/** A location's record is read with each sale, so it does not grow without end: days before the oldest rule kept follow that one. */
const EARLIER_RULES_MAX = 10;

export function dayRuleOf(day: string, { timeZone, dayEndHour, earlierDays = [] }: BusinessDays): DayRule {
  const earlier = earlierDays.find(({ before }) => day < before);
  return ruleOf(earlier ?? { timeZone, ...(dayEndHour === undefined ? {} : { dayEndHour }) });
}

/** The first instant of a business day; the day before ends here. */
export function dayStart(day: string, days: BusinessDays): string {
  const { timeZone, dayEndHour = 0 } = dayRuleOf(day, days);
  return firstInstantAt(day, dayEndHour * 60, timeZone);
}

/** The business day of an instant (the latest that has begun) and the hour that the clock shows. */
export function businessTime(instant: string, days: BusinessDays): LocalTime {
  const { timeZone, dayEndHour = 0, earlierDays = [] } = days;
  const local = localTime(instant, timeZone);
  if (earlierDays.length === 0) return local.hour < dayEndHour ? { ...local, day: dayAfter(local.day, -1) } : local;
  // Zones are up to 26 hours apart, so an earlier one may show another day.
  let day = dayAfter(local.day, 2);
  while (dayStart(day, days) > instant) day = dayAfter(day, -1);
  return { day, hour: localTime(instant, dayRuleOf(day, days).timeZone).hour };
}

/**
 * The days with another rule, which holds from the next business day on. That day has begun by neither rule, not even for a
 * terminal whose clock is as far ahead as is believed: so what is recorded later never gets an earlier day.
 */
export function withDayRule(days: BusinessDays, rule: DayRule, now: string): BusinessDays {
  const current = ruleOf(days);
  const next = ruleOf(rule);
  if (isSame(current, next)) return days;
  const believed = formatInstant(instantMilliseconds(now) + LIMITS.clockAheadMinutes * 60_000);
  let from = dayAfter(businessTime(now, days).day);
  while (hasBegun(from, days, next, believed)) from = dayAfter(from);
  const earlier: EarlierDays[] = [];
  for (const before of [...(days.earlierDays ?? []), { ...current, before: from }]) {
    if ((earlier.at(-1)?.before ?? "") >= from) break;
    earlier.push({ ...before, before: before.before < from ? before.before : from });
  }
  const last = earlier.at(-1);
  const isBack = last !== undefined && isSame(ruleOf(last), next);
  const kept = (isBack ? earlier.slice(0, -1) : earlier).slice(-EARLIER_RULES_MAX);
  return { ...next, ...(kept.length === 0 ? {} : { earlierDays: kept }) };
}

/** Whether a day, or one soon after it (a rule may have changed lately), has begun by the rules of before or by the next one. */
function hasBegun(day: string, days: BusinessDays, next: DayRule, believed: string): boolean {
  const soon = [day, dayAfter(day), dayAfter(day, 2)];
  return dayStart(day, next) <= believed || soon.some((of) => dayStart(of, days) <= believed);
}

function ruleOf({ timeZone, dayEndHour }: DayRule): DayRule {
  return dayEndHour ? { timeZone, dayEndHour } : { timeZone };
}

function isSame(one: DayRule, other: DayRule): boolean {
  return one.timeZone === other.timeZone && one.dayEndHour === other.dayEndHour;
}
