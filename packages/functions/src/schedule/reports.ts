import type { Clock } from "@pos/core/base/context.ts";
import { present } from "@pos/core/base/result.ts";
import {
  beginHandOver,
  beginSending,
  claimDelivery,
  closeSending,
  type Delivery,
  deliveriesOf,
  type Mailer,
  occurrencesUntil,
  openSendings,
  type Sending,
  schedulesOf,
  settleDelivery,
} from "@pos/core/office/mail/index.ts";
import { dailyReport } from "@pos/core/office/report/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { getLocation } from "@pos/core/people/location/index.ts";
import { getMerchant } from "@pos/core/people/merchant/index.ts";
import type { Table } from "@pos/core/table/port.ts";
import { tenantTable } from "@pos/core/table/tenant.ts";
import { domainOf, parseSender } from "../mail/address.ts";
import { type ReportMail, reportMail } from "../mail/report-mail.ts";

export interface ReportsContext {
  readonly table: Table;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** An address, with a name or without. */
  readonly from: string;
}

/** What became of the deliveries that this run had. */
export type Reported = { readonly [status in Delivery["status"]]?: number };

/**
 * Runs by the clock, every minute or five: sends the reports that are due. Safe to run as often as one likes, at once, and
 * killed anywhere in between: whatever comes next goes on from the records. Cost grows with the merchants and their schedules,
 * two reads each, and with what is to be sent.
 */
export async function sendReports(context: ReportsContext): Promise<Reported> {
  const counted: { [status in Delivery["status"]]?: number } = {};
  const failures: unknown[] = [];
  for await (const merchantId of allMerchants(context.table)) {
    try {
      for (const { status } of await sendReportsOf(context, merchantId)) counted[status] = (counted[status] ?? 0) + 1;
    } catch (error) {
      // One merchant's trouble is not to keep the others' reports: it is thrown when they had their turn.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Reports of some merchants could not be sent");
  return counted;
}

async function sendReportsOf(deps: ReportsContext, merchantId: string): Promise<Delivery[]> {
  const context = officeContext(deps, merchantId);
  for (const schedule of await schedulesOf(context.table, merchantId)) {
    const location = await getLocation(context, schedule.locationId);
    if (!location) continue;
    for (const occurrence of occurrencesUntil(schedule, location.timeZone, deps.clock.now()))
      await beginSending(context, schedule, occurrence);
  }
  const settled: Delivery[] = [];
  for (const sending of await openSendings(context.table, merchantId))
    settled.push(...(await deliver(context, sending, deps)));
  return settled;
}

/**
 * The clock calls as a manager, by no session that anybody could come with.
 * @param by what the audit says of who did it
 */
export function officeContext(
  { table, clock }: Pick<ReportsContext, "table" | "clock">,
  merchantId: string,
  by = "schedule",
): Context {
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
  { mailer, from }: Pick<ReportsContext, "mailer" | "from">,
): Promise<Delivery[]> {
  const { table, clock, caller } = context;
  const domain = domainOf(present(parseSender(from), "who sends mails"));
  const settled: Delivery[] = [];
  // Made once for all its recipients, and only where there is one to send to.
  let mail: ReportMail | undefined;
  for (const delivery of await deliveriesOf(table, caller.merchantId, sending.id)) {
    const claimed = await claimDelivery(context, sending, delivery);
    if (!claimed) continue;
    mail ??= await composed(context, sending);
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

async function composed(context: Context, sending: Sending): Promise<ReportMail> {
  const { name } = await getMerchant(context.table, context.caller.merchantId);
  const location = present(await getLocation(context, sending.locationId), "the location of a sending");
  const report = present(await dailyReport(context, sending), "the report of a location");
  return reportMail(report, { merchantName: name, location }, sending.language);
}
