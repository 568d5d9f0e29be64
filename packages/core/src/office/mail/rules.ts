import { type BusinessDays, businessTime } from "../../base/business-day.ts";
import { present } from "../../base/result.ts";
import { dayAfter, firstInstantAt, formatInstant, instantMilliseconds, localTime, minuteOf } from "../../base/time.ts";
import type { Delivery, MailOutcome, ReportSchedule, Sending } from "./model.ts";

const DAYS_BACK = 2;
const GIVE_UP_MILLISECONDS = DAYS_BACK * 86_400_000;
/** Longer than a report takes to make and a mail server to answer. */
export const LEASE_MILLISECONDS = 5 * 60_000;
const PAUSE_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS_MAX = 30 * 60_000;
/** A mail whose answer was lost is handed over once more; when that answer is lost too, people are to look. */
const ANSWERS_LOST_MAX = 2;
/** Limits the attempts of a process that crashes each time it sends. */
const ATTEMPTS_CUT_SHORT_MAX = 10;

export interface Occurrence {
  readonly dueAt: string;
  /** The business day that the report covers. */
  readonly day: string;
}

/** When a schedule was due in the last two days, from old to new; what was due before it was made or changed is none of it. */
export function occurrencesUntil(schedule: ReportSchedule, location: BusinessDays, now: string): Occurrence[] {
  if (!schedule.enabled) return [];
  const oldest = later(now, -GIVE_UP_MILLISECONDS);
  const { day: today } = localTime(now, location.timeZone);
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, index) => dayAfter(today, index - DAYS_BACK));
  return days
    .map((day) => occurrenceOn(schedule, location, day))
    .filter(({ dueAt }) => dueAt > oldest && dueAt <= now && dueAt >= schedule.since);
}

/** The next time that it will be due; undefined: it is not enabled. */
export function nextOccurrence(schedule: ReportSchedule, location: BusinessDays, now: string): Occurrence | undefined {
  if (!schedule.enabled) return undefined;
  const { day: today } = localTime(now, location.timeZone);
  return [0, 1, 2]
    .map((days) => occurrenceOn(schedule, location, dayAfter(today, days)))
    .find(({ dueAt }) => dueAt > now);
}

/** The business day that still goes on at the time of day, or the one before it. */
function occurrenceOn({ timeOfDay, reportedDay }: ReportSchedule, location: BusinessDays, date: string): Occurrence {
  const minute = present(minuteOf(timeOfDay), "a time of day");
  const dueAt = firstInstantAt(date, minute, location.timeZone);
  const { day } = businessTime(dueAt, location);
  return { dueAt, day: reportedDay === "SAME_DAY" ? day : dayAfter(day, -1) };
}

/** Nothing more will be done about it. */
export function isDone({ status, answersLost }: Delivery): boolean {
  if (status === "UNKNOWN") return answersLost >= ANSWERS_LOST_MAX;
  return status === "SENT" || status === "REFUSED" || status === "EXPIRED";
}

export type NextStep =
  /** It is closed, or another process has the lease. */
  | { readonly step: "none" }
  | { readonly step: "claim"; readonly claimed: Delivery }
  | { readonly step: "give up"; readonly given: Delivery };

/** What is to be done about a delivery now. */
export function nextStep(sending: Sending, delivery: Delivery, now: string): NextStep {
  if (isDone(delivery) || delivery.notBefore > now) return { step: "none" };
  const isLate = later(sending.createdAt, GIVE_UP_MILLISECONDS) <= now;
  if (isLate || (delivery.status === "HANDED_OVER" && delivery.attempts >= ATTEMPTS_CUT_SHORT_MAX)) {
    // A mail that the server may have accepted is not reported as failed.
    const mayHaveArrived = delivery.status === "HANDED_OVER" || delivery.answersLost > 0;
    const given = mayHaveArrived
      ? { ...delivery, status: "UNKNOWN" as const, answersLost: ANSWERS_LOST_MAX }
      : { ...delivery, status: "EXPIRED" as const };
    return { step: "give up", given: next(given) };
  }
  const claimed: Delivery = {
    ...delivery,
    status: "CLAIMED",
    attempts: delivery.attempts + 1,
    notBefore: later(now, LEASE_MILLISECONDS),
  };
  return { step: "claim", claimed: next(claimed) };
}

/** From here on the mail server may be called: the lease starts again. */
export function handedOver(delivery: Delivery, messageId: string, now: string): Delivery {
  return next({ ...delivery, status: "HANDED_OVER", messageId, notBefore: later(now, LEASE_MILLISECONDS) });
}

export function settled(delivery: Delivery, outcome: MailOutcome, now: string): Delivery {
  if (outcome.is === "sent") {
    const { detail: _, ...rest } = delivery;
    return next({ ...rest, status: "SENT", sentAt: now });
  }
  const { detail } = outcome;
  if (outcome.is === "refused") return next({ ...delivery, status: "REFUSED", detail });
  if (outcome.is === "again") {
    const pause = Math.min(PAUSE_MILLISECONDS * 2 ** (delivery.attempts - 1), PAUSE_MILLISECONDS_MAX);
    return next({ ...delivery, status: "WAITING", detail, notBefore: later(now, pause) });
  }
  return next({
    ...delivery,
    status: "UNKNOWN",
    detail,
    answersLost: delivery.answersLost + 1,
    notBefore: later(now, LEASE_MILLISECONDS),
  });
}

function next(delivery: Delivery): Delivery {
  return { ...delivery, version: delivery.version + 1 };
}

function later(instant: string, milliseconds: number): string {
  return formatInstant(instantMilliseconds(instant) + milliseconds);
}
