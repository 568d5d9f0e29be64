import type { Mailer } from "@pos/core/office/mail/index.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { MailSettings } from "../platform/settings.ts";
import { createMailbox } from "./mailbox.ts";
import { createSesMailer } from "./ses.ts";
import { createSmtpMailer } from "./smtp.ts";

/** Creates the mailer that the settings select. */
export function createMailer({ by }: MailSettings, table: Table): Mailer {
  if (by === "ses") return createSesMailer();
  return by === "mailbox" ? createMailbox(table) : createSmtpMailer({ url: by });
}
