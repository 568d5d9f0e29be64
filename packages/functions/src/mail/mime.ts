import type { Mail, MailFile } from "@pos/core/office/mail/index.ts";
import MailComposer from "nodemailer/lib/mail-composer";
import { oneLine } from "../platform/mail-address.ts";

/** A mail as MIME: plain text and HTML as alternatives, images inline, files attached. */
export function mimeOf(mail: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from: oneLine(mail.from),
    to: { name: "", address: mail.to },
    subject: oneLine(mail.subject),
    messageId: mail.messageId,
    date: new Date(mail.sentAt),
    text: mail.text,
    html: mail.html,
    headers: {
      "Content-Language": mail.language === "EN" ? "en" : "zh-Hans",
      // Suppresses automatic replies such as out-of-office notices.
      "Auto-Submitted": "auto-generated",
    },
    attachments: [
      ...mail.images.map((image) => ({ ...fileOf(image), cid: image.name, contentDisposition: "inline" as const })),
      ...mail.attachments.map(fileOf),
    ],
    // Content of a mail must never be treated as a path or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function fileOf({ name, contentType, content }: MailFile) {
  return { filename: oneLine(name), contentType, content: Buffer.from(content) };
}
