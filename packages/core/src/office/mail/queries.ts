import { isId } from "../../base/id.ts";
import { authorize, type Context, covered } from "../../people/access/index.ts";
import { getLocation, listLocations } from "../../people/location/index.ts";
import { firstKeys, itemsNamed, itemsOf, type Table } from "../../table/port/port.ts";
import { recordsById } from "../../table/records.ts";
import type { Delivery, ReceiptSending, ReportSchedule, ReportSending, Sending } from "./model.ts";
import {
  DELIVERY_SK_PREFIX,
  isReceipt,
  locationSendingsPk,
  openSendingsPk,
  readDelivery,
  readReceiptSending,
  readReportSending,
  readSchedule,
  readSending,
  receiptSendingsPk,
  scheduleKey,
  schedulesPk,
  sendingKey,
  sendingPk,
} from "./records.ts";
import { nextOccurrence } from "./rules.ts";

/**
 * What this caller may see, by when it is due next; what is not enabled comes last.
 * @returns undefined: no such location for this caller
 */
export async function listReportSchedules(
  context: Context,
  locationId?: string,
): Promise<ReportSchedule[] | undefined> {
  authorize(context, "report:schedule");
  if (locationId !== undefined && !(await getLocation(context, locationId))) return undefined;
  const locations = new Map((await listLocations(context)).map((location) => [location.id, location]));
  const now = context.clock.now();
  const dueAt = (schedule: ReportSchedule) =>
    nextOccurrence(schedule, locations.get(schedule.locationId) ?? { timeZone: "UTC" }, now)?.dueAt ?? LAST;
  const schedules = (await schedulesOf(context.table, context.caller.merchantId)).filter(
    (schedule) => covered(context, schedule.locationId) && (locationId ?? schedule.locationId) === schedule.locationId,
  );
  return schedules.sort((a, b) => (dueAt(a) + a.id < dueAt(b) + b.id ? -1 : 1));
}

const LAST = "~";

export async function schedulesOf(table: Table, merchantId: string): Promise<ReportSchedule[]> {
  const schedules: ReportSchedule[] = [];
  for await (const item of itemsOf(table, schedulesPk(merchantId))) schedules.push(readSchedule(item));
  return schedules;
}

/** Each schedule in the order of the distinct ids; undefined if not found or not visible to this caller. */
export async function findReportSchedules(
  context: Context,
  ids: readonly string[],
): Promise<(ReportSchedule | undefined)[]> {
  authorize(context, "report:schedule");
  const { table, caller } = context;
  const schedules = await recordsById(table, ids, {
    prefix: "rsc",
    keyOf: (id) => scheduleKey(caller.merchantId, id),
    read: readSchedule,
  });
  return schedules.map((schedule) => (schedule && covered(context, schedule.locationId) ? schedule : undefined));
}

export interface SendingsPage {
  /** Newest first, by the reported day. */
  readonly sendings: readonly { readonly orderKey: string; readonly sending: ReportSending }[];
  readonly hasMore: boolean;
}

/** @returns undefined: no such location for this caller */
export async function listSendings(
  context: Context,
  locationId: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<SendingsPage | undefined> {
  authorize(context, "report:schedule");
  if (!(await getLocation(context, locationId))) return undefined;
  const found = await firstKeys(context.table, {
    index: "gsi2",
    pk: locationSendingsPk(context.caller.merchantId, locationId),
    limit: limit + 1,
    reverse: true,
    ...(before === undefined ? {} : { range: { below: before } }),
  });
  const items = await itemsNamed(context.table, found.slice(0, limit));
  return {
    sendings: items.map((item) => ({ orderKey: item.gsi2sk ?? "", sending: readReportSending(item) })),
    hasMore: found.length > limit,
  };
}

export async function getSending(table: Table, merchantId: string, sendingId: string): Promise<Sending | undefined> {
  const item = await table.get(sendingKey(merchantId, sendingId));
  return item && readSending(item);
}

/** A report's mail job, of a location that this caller may see. */
export async function findSending(context: Context, id: string): Promise<ReportSending | undefined> {
  authorize(context, "report:schedule");
  if (!isId("rsn", id)) return undefined;
  const sending = await getSending(context.table, context.caller.merchantId, id);
  return sending && !isReceipt(sending) && covered(context, sending.locationId) ? sending : undefined;
}

/** The mails with a document's paper, newest first, at most 20; the caller has read the document. */
export async function receiptSendingsOf({ table, caller }: Context, factId: string): Promise<ReceiptSending[]> {
  const pk = receiptSendingsPk(caller.merchantId, factId);
  const items = await itemsNamed(table, await firstKeys(table, { index: "gsi2", pk, limit: 20, reverse: true }));
  return items.map(readReceiptSending);
}

export async function deliveriesOf(table: Table, merchantId: string, sendingId: string): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for await (const item of itemsOf(table, sendingPk(merchantId, sendingId), { beginsWith: DELIVERY_SK_PREFIX }))
    deliveries.push(readDelivery(item));
  return deliveries.sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
}

/** Sendings with deliveries that are not done, by when they were due. */
export async function openSendings(table: Table, merchantId: string): Promise<Sending[]> {
  const sendings: Sending[] = [];
  let after: string | undefined;
  do {
    const page = await table.queryIndex({
      index: "gsi1",
      pk: openSendingsPk(merchantId),
      limit: 100,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of await itemsNamed(table, page.items)) sendings.push(readSending(item));
    after = page.next;
  } while (after !== undefined);
  return sendings.filter(({ isOpen }) => isOpen);
}
