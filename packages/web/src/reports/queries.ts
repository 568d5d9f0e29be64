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
import type { ReportsAddress } from "./address.ts";
import { viewOf } from "./views.ts";

/**
 * The business day that the page shows.
 * @param chosen the day that the address names
 */
export function reportDay({ location }: KnownSession, chosen: string | null): string {
  const today = todayAt(location);
  return chosen !== null && isCalendarDate(chosen) && chosen < today ? chosen : today;
}

export function reportQueries(session: KnownSession, address: ReportsAddress): readonly Asked[] {
  if (!session.me.permissions.includes("report:read")) return [];
  const view = viewOf(session, address.view);
  if (view === "daily")
    return [asked(DailyReportDocument, { locationId: session.location.id, day: reportDay(session, address.day) })];
  if (view !== "period") return [];
  const { now, before } = rangeVariables(session, chosenRange(session, address));
  return [asked(SalesOfRangeDocument, now), asked(SalesComparedDocument, before), asked(ReportOfRangeDocument, now)];
}
