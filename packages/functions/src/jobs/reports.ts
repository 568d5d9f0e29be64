import type { Clock } from "@pos/core/base/context.ts";
import { present } from "@pos/core/base/result.ts";
import {
  beginHandOver,
  beginSending,
  claimDelivery,
  closeSending,
  type Delivery,
  deliveriesOf,
  getSending,
  type Mailer,
  occurrencesUntil,
  openSendings,
  type Sending,
  schedulesOf,
  settleDelivery,
} from "@pos/core/office/mail/index.ts";
import { type DailyReport, dailyReport } from "@pos/core/office/report/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { getLocation } from "@pos/core/people/location/index.ts";
import { getMerchant } from "@pos/core/people/merchant/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import { type ReportMail, reportMail } from "../mail/report-mail.ts";
import { domainOf, parseSender } from "../platform/mail-address.ts";
import type { Queue } from "./queue/port.ts";

export interface ReportsContext extends ClockContext, Delivering {}

interface ClockContext {
  readonly table: Table;
  readonly clock: Clock;
}

/** How a sending is delivered. */
export interface Delivering {
  readonly mailer: Mailer;
  /** An address, with a name or without. */
  readonly from: string;
  /** Told of each report that is made. */
  readonly seeReport?: (report: DailyReport) => void;
}

/** What became of the deliveries that this run had. */
export type Reported = { readonly [status in Delivery["status"]]?: number };

/** Sends the reports that are due: whoever has no queue delivers what is open itself. See `handDue`. */
export async function sendReports(context: ReportsContext): Promise<Reported> {
  const counted: { [status in Delivery["status"]]?: number } = {};
  await handDue(context, async (office, sendings) => {
    for (const sending of sendings)
      for (const { status } of await deliver(office, sending, context)) counted[status] = (counted[status] ?? 0) + 1;
  });
  return counted;
}

/**
 * Queues what is open, a message each, for `deliverQueued`. What is still open the next time is queued again: a delivery is
 * claimed before it is made, so a message too many does nothing.
 * @returns how many were queued
 */
export async function queueReports(context: ClockContext & { readonly queue: Queue }): Promise<number> {
  let queued = 0;
  await handDue(context, async ({ caller: { merchantId } }, sendings) => {
    await context.queue.send(sendings.map(({ id: sendingId }) => JSON.stringify({ merchantId, sendingId })));
    queued += sendings.length;
  });
  return queued;
}

/**
 * Delivers the sending that a queued message names. One that is not there any more has nothing to deliver.
 * @throws when the message is none of `queueReports`: it will never be, and ends where failed messages go
 */
export async function deliverQueued(context: ReportsContext, message: string): Promise<Delivery[]> {
  const { merchantId, sendingId } = parseMessage(message);
  const office = officeContext(context, merchantId);
  const sending = await getSending(office.table, merchantId, sendingId);
  return sending?.isOpen ? deliver(office, sending, context) : [];
}

/**
 * Runs by the clock, every minute or five: begins the sendings that are due and hands over those that are open, one merchant's
 * after the other's. Safe to run as often as one likes, at once, and killed anywhere in between: whatever comes next goes on from
 * the records. Cost grows with the merchants and their schedules, two reads each, and with what is to be sent.
 */
async function handDue(
  deps: ClockContext,
  hand: (office: Context, sendings: readonly Sending[]) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for await (const merchantId of allMerchants(deps.table)) {
    try {
      const office = officeContext(deps, merchantId);
      await beginDue(office);
      await hand(office, await openSendings(office.table, merchantId));
    } catch (error) {
      // One merchant's trouble is not to keep the others' reports: it is thrown when they had their turn.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Reports of some merchants could not be sent");
}

async function beginDue(office: Context): Promise<void> {
  for (const schedule of await schedulesOf(office.table, office.caller.merchantId)) {
    const location = await getLocation(office, schedule.locationId);
    if (!location) continue;
    for (const occurrence of occurrencesUntil(schedule, location.timeZone, office.clock.now()))
      await beginSending(office, schedule, occurrence);
  }
}

function parseMessage(message: string): { readonly merchantId: string; readonly sendingId: string } {
  const { merchantId, sendingId } = JSON.parse(message) as { merchantId?: unknown; sendingId?: unknown };
  if (typeof merchantId !== "string" || typeof sendingId !== "string")
    throw new Error(
      "A message of the mail queue names a merchant and a sending: this one was put there by somebody else.",
    );
  return { merchantId, sendingId };
}

/**
 * The clock calls as a manager, by no session that anybody could come with.
 * @param by what the audit says of who did it
 */
export function officeContext({ table, clock }: ClockContext, merchantId: string, by = "schedule"): Context {
  return {
    table: tenantTable(table, merchantId),
    clock,
    caller: { kind: "staff", merchantId, staffId: by, sessionId: "", role: "MANAGER", coverage: "all" },
  };
}

/** Hands over what is to be handed over of a sending now. Answers with the deliveries that it had. */
export async function deliver(
  context: Context,
  sending: Sending,
  { mailer, from, seeReport }: Delivering,
): Promise<Delivery[]> {
  const { table, clock, caller } = context;
  const domain = domainOf(present(parseSender(from), "who sends mails"));
  const settled: Delivery[] = [];
  // Made once for all its recipients, and only where there is one to send to.
  let mail: ReportMail | undefined;
  for (const delivery of await deliveriesOf(table, caller.merchantId, sending.id)) {
    const claimed = await claimDelivery(context, sending, delivery);
    if (!claimed) continue;
    mail ??= await composed(context, sending, seeReport);
    const handing = await beginHandOver(context, sending, claimed, domain);
    if (!handing) continue;
    const outcome = await mailer.send({
      ...mail,
      merchantId: caller.merchantId,
      from,
      to: handing.recipient,
      messageId: present(handing.messageId, "a message id"),
      sentAt: clock.now(),
    });
    settled.push(await settleDelivery(context, sending, handing, outcome));
  }
  await closeSending(context, sending);
  return settled;
}

async function composed(context: Context, sending: Sending, seeReport: Delivering["seeReport"]): Promise<ReportMail> {
  const { name } = await getMerchant(context.table, context.caller.merchantId);
  const location = present(await getLocation(context, sending.locationId), "the location of a sending");
  const report = present(await dailyReport(context, sending), "the report of a location");
  seeReport?.(report);
  return reportMail(report, { merchantName: name, location }, sending.language);
}
