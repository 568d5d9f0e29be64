import type { KnownSession } from "@pos/web/session/known.ts";

export const REPORT_VIEWS = ["daily", "period", "schedules", "sent"] as const;

export type ReportView = (typeof REPORT_VIEWS)[number];

/** A daily report and its mails are of one location. */
export function viewsOf({ isAll, me }: KnownSession): readonly ReportView[] {
  if (isAll) return ["period"];
  return me.permissions.includes("report:schedule") ? REPORT_VIEWS : ["daily", "period"];
}

/** @param chosen the view that the address names */
export function viewOf(session: KnownSession, chosen: ReportView | null): ReportView {
  const views = viewsOf(session);
  return views.find((view) => view === chosen) ?? views[0] ?? "daily";
}
