import { createHash } from "node:crypto";
import type { Mail, Mailer, MailFile } from "@pos/core/office/mail/index.ts";
import { tenantPk } from "@pos/core/table/port/keys.ts";
import type { Item, Key, Table } from "@pos/core/table/port/port.ts";

/**
 * The mailbox of a machine without a mail server: mails are stored in the table and shown on a page. Duplicates by
 * Message-ID are stored once, as mail servers do.
 */
export interface MailRow {
  readonly id: string;
  readonly merchantId: string;
  /** Absent: the mail is of no location, or was stored before this was. */
  readonly locationId?: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: string;
}

export interface KeptMail extends MailRow {
  readonly from: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
  readonly images: readonly KeptFile[];
  readonly attachments: readonly KeptFile[];
}

export interface KeptFile {
  readonly name: string;
  readonly contentType: string;
  /** base64 */
  readonly content: string;
}

const MAILS_KEPT = 500;
/** A mail is stored as one item; an attachment that would not fit is omitted, and its file name states that. */
const FILES_CHARACTERS_MAX = 250_000;
const TEXT_CHARACTERS_MAX = 40_000;

export function createMailbox(table: Table): Mailer {
  return {
    async send(mail) {
      const kept = keptMail(mail);
      const { id, merchantId, to, subject, sentAt } = kept;
      const row: Item = { ...rowKey(kept), id, merchantId, ...ofLocation(mail), to, subject, sentAt };
      const done = await table.transact([
        { op: "put", item: { ...mailKey(merchantId, id), body: JSON.stringify(kept) }, if: { is: "absent" } },
        { op: "put", item: row },
      ]);
      if (done.ok) await dropOldest(table, merchantId);
      return { is: "sent" };
    },
  };
}

/** Newest first. */
export async function listMails(table: Table, merchantId: string, limit = MAILS_KEPT): Promise<MailRow[]> {
  const page = await table.query({ pk: mailboxPk(merchantId), limit, reverse: true });
  return page.items.map((item) => item as unknown as MailRow);
}

export async function readMail(table: Table, merchantId: string, id: string): Promise<KeptMail | undefined> {
  const item = await table.get(mailKey(merchantId, id));
  return item && (JSON.parse(String(item.body)) as KeptMail);
}

async function dropOldest(table: Table, merchantId: string): Promise<void> {
  const rows = await listMails(table, merchantId, MAILS_KEPT + 1);
  for (const row of rows.slice(MAILS_KEPT)) {
    await table.transact([
      { op: "delete", key: rowKey(row) },
      { op: "delete", key: mailKey(merchantId, row.id) },
    ]);
  }
}

function ofLocation({ locationId }: Pick<Mail, "locationId">) {
  return locationId === undefined ? {} : { locationId };
}

function mailboxPk(merchantId: string): string {
  return tenantPk(merchantId, "MAILBOX");
}

function rowKey({ merchantId, sentAt, id }: MailRow): Key {
  return { pk: mailboxPk(merchantId), sk: `${sentAt}#${id}` };
}

function mailKey(merchantId: string, id: string): Key {
  return { pk: tenantPk(merchantId, "MAIL", id), sk: "MAIL" };
}

function keptMail(mail: Mail): KeptMail {
  const { merchantId, from, to, subject, sentAt, messageId, text, html } = mail;
  const id = createHash("sha256").update(messageId).digest("hex").slice(0, 32);
  let left = FILES_CHARACTERS_MAX;
  const keep = ({ name, contentType, content }: MailFile): KeptFile => {
    const encoded = Buffer.from(content).toString("base64");
    if (encoded.length > left) return { name: `${name} (too large to keep)`, contentType, content: "" };
    left -= encoded.length;
    return { name, contentType, content: encoded };
  };
  return {
    id,
    ...{ merchantId, from, to, subject, sentAt, messageId, ...ofLocation(mail) },
    text: text.slice(0, TEXT_CHARACTERS_MAX),
    html,
    images: mail.images.map(keep),
    attachments: mail.attachments.map(keep),
  };
}
