import { isCalendarDate } from "@pos/core/base/time.ts";
import { todayAt } from "@pos/web/components/days.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import {
  type Comparison,
  comparedRange,
  comparisonsOf,
  type DayRange,
  dayCount,
  PERIODS,
  type Period,
  rangeOf,
  usualComparison,
} from "./range.ts";

/** The period that a page shows, as its address names it. */
export interface ChosenRange {
  readonly period: Period;
  readonly range: DayRange;
  readonly comparison: Comparison;
  readonly compared: DayRange;
  readonly today: string;
  /** It still goes on. */
  readonly isPartial: boolean;
}

/** @param get a parameter of the page's address */
export function chosenRange(session: KnownSession, get: (name: string) => string | undefined): ChosenRange {
  const today = todayOf(session);
  const period = PERIODS.find((one) => one === get("period")) ?? "today";
  const dayIn = (name: string) => {
    const day = get(name);
    return day !== undefined && isCalendarDate(day) ? day : undefined;
  };
  const [from, to] = [dayIn("from"), dayIn("to")];
  const own = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const range = rangeOf(period, today, own);
  const comparison = comparisonsOf(range).find((one) => one === get("compare")) ?? usualComparison(range);
  return {
    ...{ period, range, comparison, today },
    compared: comparedRange(range, comparison),
    isPartial: range.to === today,
  };
}

/** Of several locations, the latest business day that has begun. */
function todayOf({ isAll, locations, location }: KnownSession): string {
  return (isAll ? locations : [location]).map(todayAt).reduce((latest, day) => (day > latest ? day : latest));
}

/** The variables of the queries of a period. */
export function rangeVariables({ isAll, location }: KnownSession, { range, compared, isPartial }: ChosenRange) {
  const locationId = isAll ? null : location.id;
  return { now: { locationId, ...range }, before: { locationId, ...compared, isPartial } };
}

/** Whether its chart has a bar for each hour. */
export function isByHour({ range }: ChosenRange): boolean {
  return dayCount(range) === 1;
}
