import * as v from "valibot";
import { sha256 } from "../../ledger/index.ts";
import { quotaCount } from "../../people/access/index.ts";
import { recordCodec } from "../../table/port/codec.ts";
import { tenantPk } from "../../table/port/keys.ts";
import type { Item, Key, Write } from "../../table/port/port.ts";
import type { Delivery, ReceiptSending, ReportSchedule, ReportSending, Sending } from "./model.ts";

export function schedulesPk(merchantId: string): string {
  return tenantPk(merchantId, "REPORT_SCHEDULE");
}

export function scheduleKey(merchantId: string, scheduleId: string): Key {
  return { pk: schedulesPk(merchantId), sk: scheduleId };
}

export function scheduleItem(merchantId: string, schedule: ReportSchedule, requestHash: string) {
  const { recipients, ...rest } = schedule;
  return { ...scheduleKey(merchantId, schedule.id), ...rest, recipients: [...recipients], requestHash };
}

const readStored = recordCodec(
  "report schedule",
  v.object({
    id: v.string(),
    locationId: v.string(),
    report: v.picklist(["DAILY"]),
    reportedDay: v.picklist(["SAME_DAY", "DAY_BEFORE"]),
    timeOfDay: v.string(),
    recipients: v.array(v.string()),
    language: v.picklist(["EN", "ZH_HANS"]),
    enabled: v.boolean(),
    since: v.string(),
    version: v.number(),
  }),
);

export function readSchedule(item: Item): ReportSchedule {
  const { pk: _, sk: __, requestHash: ___, ...schedule } = readStored(item);
  return schedule;
}

/** A sending and its deliveries share a partition. */
export function sendingPk(merchantId: string, sendingId: string): string {
  return tenantPk(merchantId, "SENDING", sendingId);
}

export function sendingKey(merchantId: string, sendingId: string): Key {
  return { pk: sendingPk(merchantId, sendingId), sk: SENDING_SK };
}

const SENDING_SK = "SENDING";
export const DELIVERY_SK_PREFIX = "TO#";

/** The id depends on schedule and day only, so two processes create the same mail job. */
export function sendingIdOf(scheduleId: string, day: string): string {
  return `${scheduleId}.${day}`;
}

/** Sendings that are not done yet. */
export function openSendingsPk(merchantId: string): string {
  return tenantPk(merchantId, "SENDINGS", "open");
}

/** The reports of a location that were sent, by reported day. */
export function locationSendingsPk(merchantId: string, locationId: string): string {
  return tenantPk(merchantId, "SENDINGS", locationId);
}

/** The mails with a document's paper, by when they were asked for. */
export function receiptSendingsPk(merchantId: string, factId: string): string {
  return tenantPk(merchantId, "SENDINGS", factId);
}

const KEPT_SECONDS = 400 * 86_400;

function ttlOf({ createdAt }: Pick<Sending, "createdAt">): number {
  return Math.ceil(Date.parse(createdAt) / 1000) + KEPT_SECONDS;
}

export function sendingItem(merchantId: string, sending: Sending, requestHash: string): Item {
  const { id, locationId, dueAt, createdAt, isOpen, version } = sending;
  return {
    ...sendingKey(merchantId, id),
    ...(isOpen ? { gsi1pk: openSendingsPk(merchantId), gsi1sk: `${dueAt}#${id}` } : {}),
    ...(isReceipt(sending) ? receiptFields(merchantId, sending) : reportFields(merchantId, sending)),
    ttl: ttlOf(sending),
    ...{ id, locationId, dueAt, createdAt, isOpen, version, requestHash },
  };
}

/** What it sends, and where it is listed: among its location's reports, or with its document. */
function reportFields(merchantId: string, { id, locationId, dueAt, scheduleId, report, day, language }: ReportSending) {
  const list = { gsi2pk: locationSendingsPk(merchantId, locationId), gsi2sk: `${day}#${dueAt}#${id}` };
  return { ...list, ...(scheduleId === undefined ? {} : { scheduleId }), report, day, language };
}

function receiptFields(merchantId: string, { id, dueAt, factId, link, language }: ReceiptSending) {
  const list = { gsi2pk: receiptSendingsPk(merchantId, factId), gsi2sk: `${dueAt}#${id}` };
  return { ...list, factId, ...(link === undefined ? {} : { link }), ...(language === undefined ? {} : { language }) };
}

export function isReceipt(sending: Sending): sending is ReceiptSending {
  return "factId" in sending;
}

const JOB = {
  id: v.string(),
  locationId: v.string(),
  dueAt: v.string(),
  createdAt: v.string(),
  isOpen: v.boolean(),
  version: v.number(),
};
const LANGUAGE = v.picklist(["EN", "ZH_HANS"]);

export const readReportSending: (item: Item) => ReportSending = recordCodec(
  "mail job",
  v.object({
    ...JOB,
    scheduleId: v.exactOptional(v.string()),
    report: v.picklist(["DAILY"]),
    day: v.string(),
    language: LANGUAGE,
  }),
);

export const readReceiptSending: (item: Item) => ReceiptSending = recordCodec(
  "mail job of a receipt",
  v.object({ ...JOB, factId: v.string(), link: v.exactOptional(v.string()), language: v.exactOptional(LANGUAGE) }),
);

export function readSending(item: Item): Sending {
  return item.factId === undefined ? readReportSending(item) : readReceiptSending(item);
}

function deliveryKey(merchantId: string, sendingId: string, recipient: string): Key {
  return { pk: sendingPk(merchantId, sendingId), sk: `${DELIVERY_SK_PREFIX}${sha256(recipient.toLowerCase())}` };
}

export function deliveryItem(merchantId: string, sending: Sending, delivery: Delivery): Item {
  return { ...deliveryKey(merchantId, delivery.sendingId, delivery.recipient), ttl: ttlOf(sending), ...delivery };
}

const readStoredDelivery = recordCodec(
  "delivery",
  v.object({
    sendingId: v.string(),
    recipient: v.string(),
    status: v.picklist(["WAITING", "CLAIMED", "HANDED_OVER", "SENT", "UNKNOWN", "REFUSED", "EXPIRED"]),
    attempts: v.number(),
    answersLost: v.number(),
    notBefore: v.string(),
    messageId: v.exactOptional(v.string()),
    detail: v.exactOptional(v.string()),
    sentAt: v.exactOptional(v.string()),
    version: v.number(),
  }),
);

export function readDelivery(item: Item): Delivery {
  const { pk: _, sk: __, ttl: ___, ...delivery } = readStoredDelivery(item);
  return delivery;
}

/** The sending with a delivery for each recipient, all of them or none. */
export function sendingWrites(
  merchantId: string,
  sending: Sending,
  recipients: readonly string[],
  requestHash: string,
): Write[] {
  const deliveries = recipients.map(
    (recipient): Delivery => ({
      sendingId: sending.id,
      recipient,
      status: "WAITING",
      attempts: 0,
      answersLost: 0,
      notBefore: sending.createdAt,
      version: 1,
    }),
  );
  return [
    { op: "put", item: sendingItem(merchantId, sending, requestHash), if: { is: "absent" } },
    ...deliveries.map(
      (delivery): Write => ({ op: "put", item: deliveryItem(merchantId, sending, delivery), if: { is: "absent" } }),
    ),
  ];
}

/** The same for every attempt at a delivery, and for no other. */
export function messageIdOf({ sendingId, recipient }: Delivery, domain: string): string {
  return `<${sha256(`${sendingId}\n${recipient.toLowerCase()}`)}@${domain}>`;
}

const COUNTED_SECONDS = 7 * 86_400;

/** A day's count of mails, which is read on its own day only. */
export function mailCountWrite(
  key: Key,
  counter: Item | undefined,
  { count, now }: { readonly count: number; readonly now: string },
): Write {
  const ttl = Math.ceil(Date.parse(now) / 1000) + COUNTED_SECONDS;
  const before = quotaCount(counter);
  return {
    op: "put",
    item: { ...key, count, ttl },
    if: counter ? { is: "equal", to: { count: before } } : { is: "absent" },
  };
}
