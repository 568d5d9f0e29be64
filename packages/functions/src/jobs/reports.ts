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
  isReceipt,
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
import { type MailContent, reportMail } from "../mail/report-mail.ts";
import { domainOf, parseSender } from "../platform/mail-address.ts";
import type { Queue } from "./queue/port.ts";

export interface ReportsContext extends ClockContext, DeliveryOptions {}

interface ClockContext {
  readonly table: Table;
  readonly clock: Clock;
}

/** What delivery needs. */
export interface DeliveryOptions {
  readonly mailer: Mailer;
  /** An address, optionally with a name. */
  readonly from: string;
  /** Called with each report that is created. */
  readonly seeReport?: (report: DailyReport) => void;
}

/** The number of delivery attempts by their resulting status. */
export type DeliveryCounts = { readonly [status in Delivery["status"]]?: number };

/** Creates the due mail jobs and delivers the open ones in this process, without a queue. See `dispatchDue`. */
export async function sendReports(context: ReportsContext): Promise<DeliveryCounts> {
  const counted: { [status in Delivery["status"]]?: number } = {};
  await dispatchDue(context, async (office, sendings) => {
    for (const sending of sendings)
      for (const { status } of await deliver(office, sending, context)) counted[status] = (counted[status] ?? 0) + 1;
  });
  return counted;
}

/**
 * Queues one message per open mail job, for `deliverQueued`. A job that is still open at the next run is queued again:
 * a delivery is claimed before it is made, so an extra message does nothing.
 * @returns the number of queued messages
 */
export async function queueReports(context: ClockContext & { readonly queue: Queue }): Promise<number> {
  let queued = 0;
  await dispatchDue(context, async ({ caller: { merchantId } }, sendings) => {
    await context.queue.send(sendings.map(({ id: sendingId }) => JSON.stringify({ merchantId, sendingId })));
    queued += sendings.length;
  });
  return queued;
}

/**
 * Delivers the mail job that a queue message names. A job that no longer exists needs no delivery.
 * @throws if the message is not one of `queueReports`; it ends in the dead-letter queue
 */
export async function deliverQueued(context: ReportsContext, message: string): Promise<Delivery[]> {
  const { merchantId, sendingId } = parseMessage(message);
  const office = officeContext(context, merchantId);
  const sending = await getSending(office.table, merchantId, sendingId);
  return sending?.isOpen ? deliver(office, sending, context) : [];
}

/**
 * Runs on a schedule, every one to five minutes: creates the due mail jobs and passes the open ones on, one merchant
 * after the other. Safe to run at any rate, concurrently, and to kill at any point: the next run continues from the
 * records. The cost grows with merchants and schedules (two reads each) and with the mails to send.
 */
async function dispatchDue(
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
      // A failure of one merchant must not stop the others: it is thrown at the end.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Reports of some merchants could not be sent");
}

async function beginDue(office: Context): Promise<void> {
  for (const schedule of await schedulesOf(office.table, office.caller.merchantId)) {
    const location = await getLocation(office, schedule.locationId);
    if (!location) continue;
    for (const occurrence of occurrencesUntil(schedule, location, office.clock.now()))
      await beginSending(office, schedule, occurrence);
  }
}

function parseMessage(message: string): { readonly merchantId: string; readonly sendingId: string } {
  const { merchantId, sendingId } = JSON.parse(message) as { merchantId?: unknown; sendingId?: unknown };
  if (typeof merchantId !== "string" || typeof sendingId !== "string")
    throw new Error(
      "A message of the mail queue names a merchant and a mail job; this one was not written by queueReports.",
    );
  return { merchantId, sendingId };
}

/**
 * The scheduler acts as a manager without a session.
 * @param by the actor in the audit log
 */
export function officeContext({ table, clock }: ClockContext, merchantId: string, by = "schedule"): Context {
  return {
    table: tenantTable(table, merchantId),
    clock,
    caller: { kind: "staff", merchantId, staffId: by, sessionId: "", role: "MANAGER", coverage: "all" },
  };
}

/**
 * Delivers what a mail job still has to deliver.
 * @returns the attempts made
 */
export async function deliver(
  context: Context,
  sending: Sending,
  { mailer, from, seeReport }: DeliveryOptions,
): Promise<Delivery[]> {
  const { table, clock, caller } = context;
  const domain = domainOf(present(parseSender(from), "who sends mails"));
  const settled: Delivery[] = [];
  // Created once for all recipients, and only if there is one to send to.
  let mail: MailContent | undefined;
  for (const delivery of await deliveriesOf(table, caller.merchantId, sending.id)) {
    const claimed = await claimDelivery(context, sending, delivery);
    if (!claimed) continue;
    mail ??= await composed(context, sending, seeReport);
    const attempt = await beginHandOver(context, sending, claimed, domain);
    if (!attempt) continue;
    const outcome = await mailer.send({
      ...mail,
      merchantId: caller.merchantId,
      locationId: sending.locationId,
      from,
      to: attempt.recipient,
      messageId: present(attempt.messageId, "a message id"),
      sentAt: clock.now(),
    });
    settled.push(await settleDelivery(context, sending, attempt, outcome));
  }
  await closeSending(context, sending);
  return settled;
}

async function composed(
  context: Context,
  sending: Sending,
  seeReport: DeliveryOptions["seeReport"],
): Promise<MailContent> {
  // Most runs send no receipt: the words of papers are loaded by the first.
  if (isReceipt(sending)) return (await import("../api/receipt/mail.ts")).receiptMail(context, sending);
  const { name } = await getMerchant(context.table, context.caller.merchantId);
  const location = present(await getLocation(context, sending.locationId), "the location of a mail job");
  const report = present(await dailyReport(context, sending), "the report of a location");
  seeReport?.(report);
  return reportMail(report, { merchantName: name, location }, sending.language);
}
