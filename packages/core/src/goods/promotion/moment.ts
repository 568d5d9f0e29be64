import { type BusinessDays, businessTime } from "../../base/business-day.ts";
import { timeOfDay } from "../../base/time.ts";
import type { PromotionMoment, Timing } from "./model.ts";

/** Dates and weekdays are those of the business day; hours are those that the clock shows. */
export function momentAt(instant: string, location: BusinessDays): PromotionMoment {
  const { day } = businessTime(instant, location);
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
  return { instant, day, weekday, minute: Math.floor(timeOfDay(instant, location.timeZone) / 60_000) };
}

/** Whether its dates, weekdays and hours are now, and it is switched on. */
export function isOn(timing: Timing, moment: PromotionMoment): boolean {
  const { isEnabled, startsOn, endsOn, createdAt, endedAt, weekdays } = timing;
  const { day, weekday, instant } = moment;
  if (!isEnabled || (startsOn !== undefined && day < startsOn) || (endsOn !== undefined && day > endsOn)) return false;
  if (instant < createdAt || (endedAt !== undefined && instant >= endedAt)) return false;
  return (weekdays.length === 0 || weekdays.includes(weekday)) && isInHours(timing, moment.minute);
}

function isInHours({ startTime, endTime }: Timing, minute: number): boolean {
  if (startTime === undefined || endTime === undefined) return true;
  const [start, end] = [storedMinute(startTime), storedMinute(endTime)];
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

/** Of a time that was checked when it was stored: this is computed for every promotion of every cart. */
function storedMinute(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
