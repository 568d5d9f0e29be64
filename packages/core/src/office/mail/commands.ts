import { canonicalJson } from "../../base/canonical.ts";
import { isId } from "../../base/id.ts";
import { LIMITS } from "../../base/limits.ts";
import { patched } from "../../base/patch.ts";
import { type Failure, failure, ok, present, type Result, refused } from "../../base/result.ts";
import {
  authorize,
  type Context,
  covered,
  createOnce,
  limitReached,
  quotaCount,
  quotaKey,
  requestHashOf,
} from "../../people/access/index.ts";
import { auditWrite } from "../../people/audit/index.ts";
import { getLocation } from "../../people/location/index.ts";
import { findDocument } from "../../selling/receipt/index.ts";
import type { Item, Write } from "../../table/port/port.ts";
import { changeVersioned, retrying } from "../../table/port/versioned.ts";
import {
  changeProblems,
  type Delivery,
  encodedRecipients,
  type MailOutcome,
  type NewReportSchedule,
  type ReceiptRequest,
  type ReceiptSending,
  type ReportRequest,
  type ReportSchedule,
  type ReportScheduleChange,
  type ReportSchedulePatch,
  type ReportSending,
  receiptRequestProblems,
  requestProblems,
  type Sending,
  scheduleProblems,
} from "./model.ts";
import { deliveriesOf, schedulesOf } from "./queries.ts";
import {
  deliveryItem,
  mailCountWrite,
  messageIdOf,
  readReceiptSending,
  readReportSending,
  readSchedule,
  readSending,
  scheduleItem,
  scheduleKey,
  sendingIdOf,
  sendingItem,
  sendingKey,
  sendingWrites,
} from "./records.ts";
import { handedOver, isDone, nextStep, type Occurrence, settled } from "./rules.ts";

const SCHEDULES_MAX = 100;
/** Of a new schedule, where it names none. */
const DEFAULTS = { reportedDay: "DAY_BEFORE", enabled: true } as const;

export async function createReportSchedule(
  context: Context,
  input: NewReportSchedule,
): Promise<Result<ReportSchedule>> {
  authorize(context, "report:schedule");
  const problems = scheduleProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const check = async () => {
    if (!(await getLocation(context, input.locationId))) return [unknownLocation()];
    const schedules = await schedulesOf(table, merchantId);
    const message = `A merchant has at most ${SCHEDULES_MAX} report schedules.`;
    if (schedules.length >= SCHEDULES_MAX) return [failure("TOO_MANY_REPORT_SCHEDULES", message)];
    const tooMany = tooManyScheduled(schedules, input);
    return tooMany ? [tooMany] : [];
  };
  const recipients = encodedRecipients(input.recipients);
  const schedule: ReportSchedule = { ...DEFAULTS, ...input, recipients, since: clock.now(), version: 1 };
  const record = scheduleItem(merchantId, schedule, requestHashOf({ ...input, recipients: [...input.recipients] }));
  const audit = auditWrite(context, merchantId, "report-schedule:create", input.id);
  const created = await createOnce(context, record, [audit], () => undefined, check);
  return created.ok ? ok(readSchedule(created.value)) : created;
}

function unknownLocation() {
  return failure("UNKNOWN_LOCATION", "There is no such location.", ["input", "locationId"]);
}

/** Replaces what a schedule contains. */
export function updateReportSchedule(context: Context, input: ReportScheduleChange): Promise<Result<ReportSchedule>> {
  return patchReportSchedule(context, input);
}

/**
 * Changes a schedule. It counts from now: what it would have been due for before is not sent. What is removed becomes the
 * default of a new schedule.
 */
export async function patchReportSchedule(
  context: Context,
  input: ReportSchedulePatch,
): Promise<Result<ReportSchedule>> {
  authorize(context, "report:schedule");
  const problems = changeProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { reportScheduleId: id, version, reportedDay, enabled, ...given } = input;
  const patch = given.recipients ? { ...given, recipients: encodedRecipients(given.recipients) } : given;
  const { merchantId } = context.caller;
  const changed = (schedule: ReportSchedule): ReportSchedule =>
    patched(
      schedule,
      {
        ...patch,
        reportedDay: reportedDay === null ? DEFAULTS.reportedDay : reportedDay,
        enabled: enabled === null ? DEFAULTS.enabled : enabled,
      },
      ["timeOfDay", "recipients", "language"],
    );
  return changeVersioned(context, {
    what: "schedule",
    version,
    read: () => findSchedule(context, id),
    ifApplied: ({ schedule }) =>
      schedule.version === version + 1 && isSame(schedule, changed(schedule)) ? schedule : undefined,
    async change({ schedule, requestHash }) {
      const { recipients } = changed(schedule);
      if (recipients.length > schedule.recipients.length) {
        const tooMany = tooManyScheduled(await schedulesOf(context.table, merchantId), { id, recipients });
        if (tooMany) return refused(tooMany);
      }
      const next: ReportSchedule = { ...changed(schedule), since: context.clock.now(), version: version + 1 };
      const put: Write = {
        op: "put",
        item: scheduleItem(merchantId, next, requestHash),
        if: { is: "equal", to: { version } },
      };
      const audit = auditWrite(context, merchantId, "report-schedule:update", id);
      return ok({ writes: [{ write: put }, { write: audit }], value: next });
    },
  });
}

function isSame(one: ReportSchedule, other: ReportSchedule): boolean {
  const content = ({ recipients, ...rest }: ReportSchedule) => canonicalJson({ ...rest, recipients: [...recipients] });
  return content(one) === content(other);
}

/** Deletes a schedule. What is on its way already still arrives. */
export async function deleteReportSchedule(
  context: Context,
  input: { readonly reportScheduleId: string; readonly version: number },
): Promise<Result<string>> {
  authorize(context, "report:schedule");
  const { merchantId } = context.caller;
  const { reportScheduleId: id, version } = input;
  return changeVersioned<StoredSchedule, string>(context, {
    what: "schedule",
    version,
    read: () => findSchedule(context, id),
    ifApplied: () => undefined,
    async change() {
      const writes: Write[] = [
        { op: "delete", key: scheduleKey(merchantId, id), if: { is: "equal", to: { version } } },
        auditWrite(context, merchantId, "report-schedule:delete", id),
      ];
      return ok({ writes: writes.map((write) => ({ write })), value: id });
    },
  });
}

interface StoredSchedule {
  readonly schedule: ReportSchedule;
  readonly requestHash: string;
  readonly version: number;
}

async function findSchedule(context: Context, id: string): Promise<Result<StoredSchedule>> {
  const item = isId("rsc", id) ? await context.table.get(scheduleKey(context.caller.merchantId, id)) : undefined;
  const schedule = item && readSchedule(item);
  if (schedule && covered(context, schedule.locationId))
    return ok({ schedule, requestHash: String(item.requestHash), version: schedule.version });
  return refused(
    failure("UNKNOWN_REPORT_SCHEDULE", "There is no such report schedule.", ["input", "reportScheduleId"]),
  );
}

/** What was asked for, and whether the same request was accepted before. */
export interface Requested<S> {
  readonly sending: S;
  readonly replayed: boolean;
}

/** Requests a report by hand: its mail job waits for the mail scheduler. */
export async function sendReport(context: Context, input: ReportRequest): Promise<Result<Requested<ReportSending>>> {
  authorize(context, "report:schedule");
  const problems = requestProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { recipients, ...request } = input;
  const job: HandJob<ReportSending> = {
    ...{ id: input.id, recipients, requestHash: requestHashOf({ ...request, recipients: [...recipients] }) },
    ...{ read: readReportSending, deed: "report:send" },
    ...{ counted: "mail", max: LIMITS.mailsPerDayMax, path: ["input", "recipients"] },
  };
  return sendOnce(context, job, async (open) =>
    (await getLocation(context, input.locationId)) ? ok({ ...request, ...open }) : refused(unknownLocation()),
  );
}

/**
 * Requests the paper of a sale, a refund or a void for the customer: its mail job waits for the mail scheduler.
 * @param linkTo the address of a document's e-receipt; undefined: the request reached no host of pages
 */
export async function sendReceipt(
  context: Context,
  input: ReceiptRequest,
  linkTo: (factId: string) => Promise<string | undefined>,
): Promise<Result<Requested<ReceiptSending>>> {
  authorize(context, "sale:read");
  const problems = receiptRequestProblems(input);
  if (problems.length > 0) return refused(...problems);
  const { recipient, ...request } = input;
  const job: HandJob<ReceiptSending> = {
    ...{ id: input.id, recipients: [recipient], requestHash: requestHashOf({ ...input }) },
    ...{ read: readReceiptSending, deed: "receipt:send" },
    ...{ counted: "receipt mail", max: LIMITS.receiptMailsPerDayMax, path: ["input", "recipient"] },
  };
  return sendOnce(context, job, async (open) => {
    const document = await findDocument(context, input.factId);
    if (!document) return refused(failure("UNKNOWN_DOCUMENT", "There is no such sale or refund.", ["input", "factId"]));
    const link = await linkTo(document.id);
    const { locationId } = document;
    return ok({ ...request, ...open, locationId, ...(link === undefined ? {} : { link }) });
  });
}

interface HandJob<S> {
  readonly id: string;
  readonly recipients: readonly string[];
  readonly requestHash: string;
  readonly read: (item: Item) => S;
  /** In the audit log. */
  readonly deed: string;
  /** Which mails are counted together, and how many a day there may be. */
  readonly counted: string;
  readonly max: number;
  readonly path: readonly string[];
}

type OpenJob = Pick<Sending, "dueAt" | "createdAt" | "isOpen" | "version">;

/** Creates a mail job once, within what a day may have. A known id is answered first, whatever the request names now. */
async function sendOnce<S extends Sending>(
  context: Context,
  { id, recipients, requestHash, read, deed, counted, max, path }: HandJob<S>,
  sendingOf: (open: OpenJob) => Promise<Result<S>>,
): Promise<Result<Requested<S>>> {
  const { table, clock, caller } = context;
  const { merchantId } = caller;
  const now = clock.now();
  const key = quotaKey(merchantId, `${counted} ${now.slice(0, 10)}`);
  return retrying<Result<Requested<S>>>(clock, "mail job", async () => {
    // Before the id, so that a request which this count contains is found to be known.
    const counter = await table.get(key);
    const known = await table.get(sendingKey(merchantId, id));
    if (known?.requestHash === requestHash) return ok({ sending: read(known), replayed: true });
    if (known) return refused(failure("ID_CONFLICT", "Something else was sent with this id.", ["input", "id"]));
    const made = await sendingOf({ dueAt: now, createdAt: now, isOpen: true, version: 1 });
    if (!made.ok) return made;
    const count = quotaCount(counter) + recipients.length;
    if (count > max) return refused(limitReached(`At most ${max} such mails a day are sent by hand.`, path));
    const done = await table.transact([
      ...sendingWrites(merchantId, made.value, encodedRecipients(recipients), requestHash),
      auditWrite(context, merchantId, deed, id),
      mailCountWrite(key, counter, { count, now }),
    ]);
    return done.ok ? ok({ sending: made.value, replayed: false }) : undefined;
  });
}

/** Whether all schedules together would have too many recipients if one had these. */
function tooManyScheduled(
  schedules: readonly ReportSchedule[],
  { id, recipients }: Pick<ReportSchedule, "id" | "recipients">,
): Failure | undefined {
  const others = schedules.filter((schedule) => schedule.id !== id);
  const count = others.reduce((sum, schedule) => sum + schedule.recipients.length, recipients.length);
  if (count <= LIMITS.scheduledRecipientsMax) return undefined;
  const message = `All report schedules together have at most ${LIMITS.scheduledRecipientsMax} recipients.`;
  return limitReached(message, ["input", "recipients"]);
}

/**
 * Creates the mail job that a schedule is due for, unless it exists, or as many mails of schedules as a day may have were due
 * that day: one that is deleted and created again is due again.
 */
export async function beginSending(
  { table, clock, caller }: Context,
  schedule: ReportSchedule,
  { dueAt, day }: Occurrence,
): Promise<void> {
  const { id: scheduleId, locationId, report, language, recipients } = schedule;
  const { merchantId } = caller;
  const id = sendingIdOf(scheduleId, day);
  if (await table.get(sendingKey(merchantId, id))) return;
  const now = clock.now();
  const common = { id, scheduleId, locationId, report, day, language, dueAt, createdAt: now };
  const sending: ReportSending = { ...common, isOpen: true, version: 1 };
  const key = quotaKey(merchantId, `scheduled mail ${dueAt.slice(0, 10)}`);
  const counter = await table.get(key);
  const count = quotaCount(counter) + recipients.length;
  if (count > LIMITS.scheduledMailsPerDayMax) return;
  // Where it fails, another was faster: the next run looks again.
  await table.transact([
    ...sendingWrites(merchantId, sending, recipients, ""),
    mailCountWrite(key, counter, { count, now }),
  ]);
}

/**
 * What is to be done about a delivery now: claims it, or gives it up.
 * @returns the claimed one; undefined if there is nothing to do or another process has the lease
 */
export async function claimDelivery(
  context: Context,
  sending: Sending,
  delivery: Delivery,
): Promise<Delivery | undefined> {
  const decided = nextStep(sending, delivery, context.clock.now());
  if (decided.step === "none") return undefined;
  const isGivenUp = decided.step === "give up";
  const to = isGivenUp ? decided.given : decided.claimed;
  return (await moveDelivery(context, sending, delivery, to)) && !isGivenUp ? to : undefined;
}

/** Records the attempt before the mail server is called. Returns undefined if another process took the lease meanwhile. */
export async function beginHandOver(
  context: Context,
  sending: Sending,
  delivery: Delivery,
  domain: string,
): Promise<Delivery | undefined> {
  const to = handedOver(delivery, delivery.messageId ?? messageIdOf(delivery, domain), context.clock.now());
  return (await moveDelivery(context, sending, delivery, to)) ? to : undefined;
}

export async function settleDelivery(
  context: Context,
  sending: Sending,
  delivery: Delivery,
  outcome: MailOutcome,
): Promise<Delivery> {
  const to = settled(delivery, outcome, context.clock.now());
  await moveDelivery(context, sending, delivery, to);
  return to;
}

async function moveDelivery(
  { table, caller }: Context,
  sending: Sending,
  from: Delivery,
  to: Delivery,
): Promise<boolean> {
  const item = deliveryItem(caller.merchantId, sending, to);
  return (await table.write({ op: "put", item, if: { is: "equal", to: { version: from.version } } })).ok;
}

/** A sending whose deliveries are all done is looked at no more. */
export async function closeSending({ table, caller }: Context, { id }: Sending): Promise<void> {
  const { merchantId } = caller;
  const deliveries = await deliveriesOf(table, merchantId, id);
  if (!deliveries.every(isDone)) return;
  const item = present(await table.get(sendingKey(merchantId, id)), "a sending");
  const sending = readSending(item);
  const closed = { ...sending, isOpen: false, version: sending.version + 1 };
  await table.write({
    op: "put",
    item: sendingItem(merchantId, closed, String(item.requestHash)),
    if: { is: "equal", to: { version: sending.version } },
  });
}
