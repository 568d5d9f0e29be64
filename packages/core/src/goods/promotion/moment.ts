import { type BusinessDays, businessTime } from "../../base/business-day.ts";
import { present } from "../../base/result.ts";
import { minuteOf, timeOfDay } from "../../base/time.ts";
import type { PromotionMoment, Timing } from "./model.ts";

/** Dates and weekdays are those of the business day; hours are those that the clock shows. */
export function momentAt(instant: string, location: BusinessDays): PromotionMoment {
  const { day } = businessTime(instant, location);
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
  return { instant, day, weekday, minute: Math.floor(timeOfDay(instant, location.timeZone) / 60_000) };
}

/** When a rule counts, in one shape whatever it has: a cart asks every rule that may touch it. */
export interface ReadyTiming {
  readonly isEnabled: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  /** A bit for each weekday, 1 (Monday) to 7. */
  readonly weekdays: number;
  /** Minutes of the clock's day, the end excluded; the same: all day. */
  readonly start: number;
  readonly end: number;
  readonly createdAt: string;
  readonly endedAt: string;
}

const EVERY_DAY = 0b11111110;
/** After every day and instant, as texts are compared. */
const NEVER = "~";

export function readyTiming(timing: Timing): ReadyTiming {
  const { isEnabled, startsOn, endsOn, weekdays, startTime, endTime, createdAt, endedAt } = timing;
  const hasHours = startTime !== undefined && endTime !== undefined;
  return {
    ...{ isEnabled, createdAt, firstDay: startsOn ?? "", lastDay: endsOn ?? NEVER, endedAt: endedAt ?? NEVER },
    weekdays: weekdays.length === 0 ? EVERY_DAY : weekdays.reduce((days, day) => days | (1 << day), 0),
    start: hasHours ? storedMinute(startTime) : 0,
    end: hasHours ? storedMinute(endTime) : 0,
  };
}

/** Of a time that was checked when it was stored. */
function storedMinute(time: string): number {
  return present(minuteOf(time), "a stored time of a promotion or a price list");
}

/** Whether its dates, weekdays and hours are now, and it is switched on. */
export function isOn(timing: ReadyTiming, { day, weekday, instant, minute }: PromotionMoment): boolean {
  if (!timing.isEnabled || day < timing.firstDay || day > timing.lastDay) return false;
  if (instant < timing.createdAt || instant >= timing.endedAt || (timing.weekdays & (1 << weekday)) === 0) return false;
  const { start, end } = timing;
  if (start === end) return true;
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}
