import { addDays } from "@pos/web/components/days.ts";

/** Business days from one to another, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export const PERIODS = ["today", "yesterday", "week", "month30", "month", "lastMonth", "custom"] as const;
export type Period = (typeof PERIODS)[number];

/** What a period is compared with: the days before it, the same weekdays a week before, or the same days of the year before. */
export const COMPARISONS = ["before", "weekBefore", "yearBefore"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The most that the API sums. */
const RANGE_DAYS_MAX = 366;
const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

/** @param own the days of a period of one's own; what is missing or too long is made good */
export function rangeOf(period: Period, today: string, own: Partial<DayRange> = {}): DayRange {
  const yesterday = addDays(today, -1);
  switch (period) {
    case "today":
      return { from: today, to: today };
    case "yesterday":
      return { from: yesterday, to: yesterday };
    case "week":
      return { from: addDays(today, 1 - WEEK_DAYS), to: today };
    case "month30":
      return { from: addDays(today, 1 - MONTH_DAYS), to: today };
    case "month":
      return { from: monthStart(today), to: today };
    case "lastMonth": {
      const to = addDays(monthStart(today), -1);
      return { from: monthStart(to), to };
    }
    case "custom":
      return bounded({ from: own.from ?? today, to: own.to ?? today }, today);
  }
}

function bounded({ from, to }: DayRange, today: string): DayRange {
  const last = to < today ? to : today;
  const first = from < last ? from : last;
  const earliest = addDays(last, 1 - RANGE_DAYS_MAX);
  return { from: first > earliest ? first : earliest, to: last };
}

function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function dayCount({ from, to }: DayRange): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** A week before is for periods within a week: a longer one would overlap itself. */
export function comparisonsOf(range: DayRange): Comparison[] {
  return COMPARISONS.filter((comparison) => comparison !== "weekBefore" || dayCount(range) <= WEEK_DAYS);
}

/** A day is best compared with the same weekday, a longer period with the one before it. */
export function usualComparison(range: DayRange): Comparison {
  return dayCount(range) === 1 ? "weekBefore" : "before";
}

/** The days that a period is compared with. A month, or its beginning, is compared with as much of the month before. */
export function comparedRange(range: DayRange, comparison: Comparison): DayRange {
  const { from, to } = range;
  if (comparison === "weekBefore") return { from: addDays(from, -WEEK_DAYS), to: addDays(to, -WEEK_DAYS) };
  if (comparison === "yearBefore") return { from: monthsBefore(from, 12), to: monthsBefore(to, 12) };
  if (isOfOneMonth(range)) {
    const isWhole = addDays(to, 1) === monthStart(addDays(to, 1));
    return { from: monthsBefore(from, 1), to: isWhole ? addDays(from, -1) : monthsBefore(to, 1) };
  }
  const days = dayCount(range);
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

/** More than the first day: that one alone is compared with the day before it. */
function isOfOneMonth({ from, to }: DayRange): boolean {
  return from === monthStart(to) && to > from;
}

/** The same day of an earlier month, or its last day where it is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const index = year * 12 + month - 1 - months;
  const start = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  const length = Number(addDays(monthStart(addDays(start, 31)), -1).slice(8));
  return addDays(start, Math.min(date, length) - 1);
}

/** From this on a chart has a bar for each month. */
const DAY_BARS_MAX = 62;

export function isByMonth(range: DayRange): boolean {
  return dayCount(range) > DAY_BARS_MAX;
}

/** @returns the days of each bar of a chart */
export function barsOf<Row extends { readonly day: string }>(rows: readonly Row[]): Row[][] {
  if (rows.length <= DAY_BARS_MAX) return rows.map((row) => [row]);
  const months = new Map<string, Row[]>();
  for (const row of rows) months.set(row.day.slice(0, 7), [...(months.get(row.day.slice(0, 7)) ?? []), row]);
  return [...months.values()];
}
