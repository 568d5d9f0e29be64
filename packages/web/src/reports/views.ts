import type { KnownSession } from "@pos/web/session/known.ts";

export type ReportView = "daily" | "period" | "schedules" | "sent";

/** A daily report and its mails are of one location. */
export function viewsOf({ isAll, me }: KnownSession): readonly ReportView[] {
  if (isAll) return ["period"];
  return me.permissions.includes("report:schedule") ? ["daily", "period", "schedules", "sent"] : ["daily", "period"];
}

/** @param get a parameter of the page's address */
export function viewOf(session: KnownSession, get: (name: string) => string | undefined): ReportView {
  const views = viewsOf(session);
  return views.find((view) => view === get("view")) ?? views[0] ?? "daily";
}
