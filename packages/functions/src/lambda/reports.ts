import { createMailer } from "../mail/mailer.ts";
import { type Reported, sendReports } from "../schedule/reports.ts";
import { makeParts } from "./parts.ts";

const { settings, table, clock, log } = makeParts();
const { mail } = settings;
const mailer = createMailer(mail, table);

/** By the clock: sends the reports that are due. */
export async function handler(): Promise<Reported> {
  const reported = await sendReports({ table, clock, mailer, from: mail.from });
  log({ level: "info", event: "reports", ...reported });
  return reported;
}
