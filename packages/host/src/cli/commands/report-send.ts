import { isMailAddress } from "@pos/core/base/email.ts";
import { isCalendarDate } from "@pos/core/base/time.ts";
import { deliveriesOf, type MailLanguage, schedulesOf, sendReport } from "@pos/core/office/mail/index.ts";
import type { Context } from "@pos/core/people/access/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { type Location, listLocations } from "@pos/core/people/location/index.ts";
import { deliver, officeContext } from "@pos/functions/jobs/reports.ts";
import { createMailer } from "@pos/functions/mail/mailer.ts";
import { readSettings } from "@pos/functions/platform/settings.ts";
import { type Command, CommandFailed, UsageError, withArguments } from "../../control/command.ts";
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
  ...withArguments(
    {
      name: "report send",
      about: `
Makes the report of that business day and sends it, to each recipient a mail of their own. Without a mail server (SMTP_URL),
mails stay on this machine, where npm start shows them at /mail. Run again, it sends again.`,
      options: {
        location: { type: "string", value: "CODE|ID", required: true, help: "the location's code or id" },
        date: { type: "string", value: "YYYY-MM-DD", required: true, help: "the business day" },
        to: {
          type: "string",
          value: "ADDRESS",
          multiple: true,
          help: "a recipient, as often as needed, at most 20; absent: those of the location's schedules",
        },
        language: { type: "string", choices: ["en", "zh"], default: "en", help: "of the mail" },
      },
      examples: ["npm run -s pos -- report send --location HIGH-ST --date 2026-06-15 --to owner@shop.example"],
      exits: "0 sent to all, 1 not sent to all or a failure, 2 not understood",
    },
    ({ location, date, to, language }) => {
      if (!isCalendarDate(date)) throw new UsageError("--date takes a day as YYYY-MM-DD.");
      const wrong = to.find((address) => !isMailAddress(address));
      if (wrong !== undefined) throw new UsageError(`"${wrong}" is no mail address.`);
      return { location, date, to, language: LANGUAGES[language] };
    },
  ),
  summary: "sends the daily report of a location by mail",
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

const LANGUAGES = { en: "EN", zh: "ZH_HANS" } as const;

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
