import { isCalendarDate } from "@pos/core/base/time.ts";
import { todayAt } from "@pos/web/components/days.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import type { RangeAddress } from "./address.ts";
import {
  type Comparison,
  comparedRange,
  comparisonsOf,
  type DayRange,
  dayCount,
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

/** @param address what the page's address states of it */
export function chosenRange(session: KnownSession, address: RangeAddress): ChosenRange {
  const today = todayOf(session);
  const { period, from, to } = address;
  const own = { ...(isDay(from) ? { from } : {}), ...(isDay(to) ? { to } : {}) };
  const range = rangeOf(period, today, own);
  const comparison = comparisonsOf(range).find((one) => one === address.compare) ?? usualComparison(range);
  return {
    ...{ period, range, comparison, today },
    compared: comparedRange(range, comparison),
    isPartial: range.to === today,
  };
}

function isDay(text: string | null): text is string {
  return text !== null && isCalendarDate(text);
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
