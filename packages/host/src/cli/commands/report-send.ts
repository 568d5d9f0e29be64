import { isCalendarDate } from "@pos/core/base/time.ts";
import {
  deliveriesOf,
  isMailAddress,
  type MailLanguage,
  schedulesOf,
  sendReport,
} from "@pos/core/office/mail/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { type Location, listLocations } from "@pos/core/people/location/index.ts";
import { deliver, officeContext } from "@pos/functions/jobs/reports.ts";
import { createMailer } from "@pos/functions/mail/mailer.ts";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { type Command, CommandFailed, UsageError } from "../../control/command.ts";
import type { System } from "../../control/system.ts";
import { MAILBOX } from "../../node/reports.ts";

type Wanted = {
  readonly location: string;
  readonly date: string;
  readonly to: readonly string[];
  readonly language: MailLanguage;
};

/** Sends one daily report by hand. */
export const reportSendCommand: Command<Wanted> = {
  name: "report send",
  summary: "sends the daily report of a location by mail",
  help: `
Usage: npm run -s pos -- report send --location CODE|ID --date YYYY-MM-DD [--to ADDRESS]... [--language en|zh]

Makes the report of that business day and sends it, to each recipient a mail of their own. Without a mail server (SMTP_URL),
mails stay on this machine, where npm start shows them at /mail. Run again, it sends again.

  --location  the location's code or id
  --date      the business day
  --to        a recipient, as often as needed, at most 20; absent: those of the location's schedules
  --language  en or zh; absent: en

Example:
  npm run -s pos -- report send --location HIGH-ST --date 2026-06-15 --to owner@shop.example

Exit codes: 0 sent to all, 1 not sent to all or a failure, 2 not understood.`,
  parse(words) {
    const to: string[] = [];
    const said: { [name: string]: string | undefined } = {};
    for (let at = 0; at < words.length; at += 2) {
      const [name = "", value] = words.slice(at, at + 2);
      if (!OPTIONS.has(name)) throw new UsageError(`report send knows nothing of "${name}".`);
      if (value === undefined || value === "") throw new UsageError(`${name} needs a value.`);
      if (name === "--to") to.push(value);
      else said[name] = value;
    }
    const { "--location": location, "--date": date, "--language": language = "en" } = said;
    if (location === undefined) throw new UsageError("Say --location, with the location's code or id.");
    if (date === undefined || !isCalendarDate(date)) throw new UsageError("Say --date, as YYYY-MM-DD.");
    const wrong = to.find((address) => !isMailAddress(address));
    if (wrong !== undefined) throw new UsageError(`"${wrong}" is no mail address.`);
    const of = LANGUAGES[language];
    if (of === undefined) throw new UsageError(`There is no language "${language}": en or zh.`);
    return { location, date, to, language: of };
  },
  async run(system, { location: wanted, date, to, language }, output) {
    await system.reader.caughtUp();
    const { context, location } = await findLocation(system, wanted);
    const { merchantId } = context.caller;
    const recipients = to.length > 0 ? to : await recipientsOf(context, location);
    if (recipients.length === 0)
      throw new CommandFailed(`No schedule of ${location.code} names anybody: say who gets it with --to.`);
    const id = system.clock.newId("rsn");
    const asked = await sendReport(context, {
      ...{ id, locationId: location.id, report: "DAILY", day: date, recipients, language },
    });
    if (!asked.ok) throw new CommandFailed(asked.failures.map(({ message }) => message).join(" "));
    const { mail = MAILBOX } = readSettings({ onLambda: false });
    await deliver(context, asked.value.sending, { mailer: createMailer(mail, system.table), from: mail.from });
    const deliveries = await deliveriesOf(system.table, merchantId, id);
    for (const { recipient, status, detail } of deliveries)
      await output.line(`${recipient}: ${status}${detail === undefined ? "" : ` (${detail})`}`);
    const left = deliveries.filter(({ status }) => status !== "SENT");
    if (left.some(({ status }) => status !== "REFUSED"))
      await output.note("What is not sent yet is tried again while npm start runs.");
    return left.length === 0 ? 0 : 1;
  },
};

const OPTIONS = new Set(["--location", "--date", "--to", "--language"]);
const LANGUAGES: { readonly [name: string]: MailLanguage | undefined } = { en: "EN", zh: "ZH_HANS" };

async function findLocation(system: System, wanted: string): Promise<{ context: Context; location: Location }> {
  const found: { context: Context; location: Location }[] = [];
  for await (const merchantId of allMerchants(system.table)) {
    const context = officeContext(system, merchantId, "command");
    for (const location of await listLocations(context))
      if (location.id === wanted || location.code === wanted) found.push({ context, location });
  }
  const [first, ...more] = found;
  if (!first) throw new CommandFailed(`There is no location ${wanted}.`);
  if (more.length > 0) throw new CommandFailed(`Several merchants have a location ${wanted}: say its id.`);
  return first;
}

async function recipientsOf({ table, caller }: Context, { id }: Location): Promise<string[]> {
  const schedules = (await schedulesOf(table, caller.merchantId)).filter((of) => of.locationId === id && of.enabled);
  return [...new Map(schedules.flatMap(({ recipients }) => recipients).map((to) => [to.toLowerCase(), to])).values()];
}
