import { asciiAddress } from "../../base/email.ts";
import { isId } from "../../base/id.ts";
import type { Patch } from "../../base/patch.ts";
import { type Failure, failure } from "../../base/result.ts";
import { minuteOf } from "../../base/time.ts";

/** A report that goes out by mail every day, at a time of day by its location's clock. */
export interface ReportSchedule {
  readonly id: string;
  readonly locationId: string;
  readonly report: ReportKind;
  readonly reportedDay: ReportedDay;
  /** HH:MM */
  readonly timeOfDay: string;
  readonly recipients: readonly string[];
  readonly language: MailLanguage;
  readonly enabled: boolean;
  /** When it was last changed: what was due before is none of it. */
  readonly since: string;
  readonly version: number;
}

export type ReportKind = "DAILY";
export type ReportedDay = "SAME_DAY" | "DAY_BEFORE";
export type MailLanguage = "EN" | "ZH_HANS";

export interface NewReportSchedule {
  readonly id: string;
  readonly locationId: string;
  readonly report: ReportKind;
  /** Absent: the day before. */
  readonly reportedDay?: ReportedDay;
  readonly timeOfDay: string;
  readonly recipients: readonly string[];
  readonly language: MailLanguage;
  /** Absent: it is. */
  readonly enabled?: boolean;
}

export interface ReportScheduleChange {
  readonly reportScheduleId: string;
  readonly version: number;
  readonly reportedDay: ReportedDay;
  readonly timeOfDay: string;
  readonly recipients: readonly string[];
  readonly language: MailLanguage;
  readonly enabled: boolean;
}

export interface ReportSchedulePatch
  extends Patch<Pick<ReportSchedule, "reportedDay" | "timeOfDay" | "recipients" | "language" | "enabled">> {
  readonly reportScheduleId: string;
  readonly version: number;
}

/** A receipt asked for by mail. */
export interface ReceiptRequest {
  readonly id: string;
  readonly factId: string;
  readonly recipient: string;
  /** Absent: the language of the shop's receipts. */
  readonly language?: MailLanguage;
}

/** A report asked for by hand. */
export interface ReportRequest {
  readonly id: string;
  readonly locationId: string;
  readonly report: ReportKind;
  readonly day: string;
  readonly recipients: readonly string[];
  readonly language: MailLanguage;
}

/** Something on its way to its recipients, who are those of the moment when it was due. */
export type Sending = ReportSending | ReceiptSending;

export interface ReportSending extends MailJob {
  readonly scheduleId?: string;
  readonly report: ReportKind;
  /** The business day that it reports on. */
  readonly day: string;
  readonly language: MailLanguage;
}

/** The paper of a sale, a refund or a void for the customer. */
export interface ReceiptSending extends MailJob {
  readonly factId: string;
  /** Of the e-receipt. Absent: the request named no host of pages. */
  readonly link?: string;
  /** Absent: the language of the shop's receipts. */
  readonly language?: MailLanguage;
}

interface MailJob {
  readonly id: string;
  readonly locationId: string;
  readonly dueAt: string;
  readonly createdAt: string;
  /** Whether a delivery is still to be looked at. */
  readonly isOpen: boolean;
  readonly version: number;
}

/**
 * One mail to one recipient. It is claimed by a conditional write before anything is done, and noted as handed over before
 * the mail server is called: after a crash, the next process can see whether a mail may be on its way.
 */
export interface Delivery {
  readonly sendingId: string;
  readonly recipient: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** How many of them ended without the mail server's answer. */
  readonly answersLost: number;
  /** No process claims it before this instant: a lease, or the pause before the next attempt. */
  readonly notBefore: string;
  /** Made once, kept for every attempt, so that mail servers may tell a mail that comes twice. Absent: none was made yet. */
  readonly messageId?: string;
  readonly detail?: string;
  readonly sentAt?: string;
  readonly version: number;
}

export type DeliveryStatus = "WAITING" | "CLAIMED" | "HANDED_OVER" | "SENT" | "UNKNOWN" | "REFUSED" | "EXPIRED";

/** A mail, before it becomes text on a wire. Every name in it may hold anything. */
export interface Mail {
  readonly merchantId: string;
  /** Whose figures it has. Absent: it is of no location. */
  readonly locationId?: string;
  /** With or without a name: "The Shop <reports@shop.example>". */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly language: MailLanguage;
  readonly messageId: string;
  readonly sentAt: string;
  readonly text: string;
  readonly html: string;
  /** Shown in the HTML by `cid:`. */
  readonly images: readonly MailFile[];
  readonly attachments: readonly MailFile[];
}

export interface MailFile {
  /** Of an image its content id too. */
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/**
 * What came of handing a mail over. `refused`: for good. `again`: it was certainly not taken; later it may be. `unknown`: it
 * may have been taken, and the answer was lost.
 */
export type MailOutcome =
  | { readonly is: "sent" }
  | { readonly is: "refused" | "again" | "unknown"; readonly detail: string };

/** The port to the mail server. It answers within two minutes, and throws for bugs only. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

const RECIPIENTS_MAX = 20;
const ADDRESS_CHARACTERS_MAX = 254;
/** What mail servers agree on, in ASCII: nothing in it can end a header or begin another address. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/;

/** Whether mails may have this sender, which may be of the machine itself (pos@localhost). */
export function isSenderAddress(text: string): boolean {
  return text.length <= ADDRESS_CHARACTERS_MAX && ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);
}

export function scheduleProblems(input: NewReportSchedule): Failure[] {
  const problems = changeProblems(input);
  if (isId("rsc", input.id)) return problems;
  return [failure("INVALID_ID", "The id is not rsc_ and a ULID.", ["input", "id"]), ...problems];
}

/** What is wrong with the fields that are there. */
export function changeProblems({
  timeOfDay,
  recipients,
}: Patch<Pick<NewReportSchedule, "timeOfDay" | "recipients">>): Failure[] {
  const problems = Array.isArray(recipients) ? recipientProblems(recipients) : [];
  if (typeof timeOfDay !== "string" || minuteOf(timeOfDay) !== undefined) return problems;
  return [failure("INVALID_TIME", "A time of day is HH:MM, 00:00 to 23:59.", ["input", "timeOfDay"]), ...problems];
}

export function requestProblems(input: ReportRequest): Failure[] {
  const problems = recipientProblems(input.recipients);
  if (isId("rsn", input.id)) return problems;
  return [failure("INVALID_ID", "The id is not rsn_ and a ULID.", ["input", "id"]), ...problems];
}

export function receiptRequestProblems({ id, recipient }: ReceiptRequest): Failure[] {
  const problems: Failure[] = isId("rml", id)
    ? []
    : [failure("INVALID_ID", "The id is not rml_ and a ULID.", ["input", "id"])];
  if (asciiAddress(recipient) !== undefined) return problems;
  return [...problems, failure("INVALID_RECIPIENTS", "This is no mail address.", ["input", "recipient"])];
}

/** Recipients as they are stored and as mail servers take them: with internationalized domains encoded. */
export function encodedRecipients(recipients: readonly string[]): string[] {
  return recipients.map((recipient) => asciiAddress(recipient) ?? recipient);
}

function recipientProblems(recipients: readonly string[]): Failure[] {
  const path = ["input", "recipients"];
  if (recipients.length < 1 || recipients.length > RECIPIENTS_MAX)
    return [failure("INVALID_RECIPIENTS", `There are 1 to ${RECIPIENTS_MAX} recipients.`, path)];
  const seen = new Set<string>();
  return recipients.flatMap((recipient, index) => {
    const at = [...path, String(index)];
    const address = asciiAddress(recipient);
    if (address === undefined) return [failure("INVALID_RECIPIENTS", "This is no mail address.", at)];
    const isTwice = seen.has(address.toLowerCase());
    seen.add(address.toLowerCase());
    return isTwice ? [failure("INVALID_RECIPIENTS", "This address stands twice.", at)] : [];
  });
}
