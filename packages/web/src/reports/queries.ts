import { isCalendarDate } from "@pos/core/base/time.ts";
import { todayAt } from "@pos/web/components/days.ts";
import { chosenRange, rangeVariables } from "@pos/web/figures/chosen-range.ts";
import { type Asked, asked } from "@pos/web/graphql/asked.ts";
import {
  DailyReportDocument,
  ReportOfRangeDocument,
  SalesComparedDocument,
  SalesOfRangeDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import type { KnownSession } from "@pos/web/session/known.ts";
import { viewOf } from "./views.ts";

/** The business day that the page shows. */
export function reportDay({ location }: KnownSession, get: (name: string) => string | undefined): string {
  const today = todayAt(location);
  const day = get("day");
  return day !== undefined && isCalendarDate(day) && day < today ? day : today;
}

/** @param get a parameter of the page's address */
export function reportQueries(session: KnownSession, get: (name: string) => string | undefined): readonly Asked[] {
  if (!session.me.permissions.includes("report:read")) return [];
  const view = viewOf(session, get);
  if (view === "daily")
    return [asked(DailyReportDocument, { locationId: session.location.id, day: reportDay(session, get) })];
  if (view !== "period") return [];
  const { now, before } = rangeVariables(session, chosenRange(session, get));
  return [asked(SalesOfRangeDocument, now), asked(SalesComparedDocument, before), asked(ReportOfRangeDocument, now)];
}
