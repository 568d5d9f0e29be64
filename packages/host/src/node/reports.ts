import { sendReports } from "@pos/functions/jobs/reports.ts";
import { createMailer } from "@pos/functions/mail/mailer.ts";
import { describe } from "@pos/functions/platform/log.ts";
import type { MailSettings } from "@pos/functions/platform/settings.ts";
import { yielding } from "@pos/functions/platform/yielding.ts";
import type { System } from "../control/system.ts";

export const MAILBOX: MailSettings = { by: "mailbox", from: "POS <pos@localhost>" };

/** Who sends a report by hand waits for it; a look costs two reads a schedule. */
const EVERY_MILLISECONDS = 3_000;
const END_MILLISECONDS = 10_000;

/**
 * Sends the reports that are due, now and every few seconds: what was missed while the machine was off goes out at once.
 * @returns ends it: no mail is begun any more, and one that is under way has a few seconds
 */
export function startReports(
  { table, clock, log }: Pick<System, "table" | "clock" | "log">,
  mail: MailSettings = MAILBOX,
  everyMilliseconds = EVERY_MILLISECONDS,
): () => Promise<void> {
  const mailer = createMailer(mail, table);
  let ending = false;
  const context = {
    table: yielding(table),
    clock,
    from: mail.from,
    mailer: {
      send: async (one: Parameters<typeof mailer.send>[0]) =>
        ending ? ({ is: "again", detail: "The host was stopping." } as const) : mailer.send(one),
    },
  };
  async function tick(): Promise<void> {
    if (ending) return;
    try {
      const { SENT = 0, ...other } = await sendReports(context);
      const isOdd = Object.keys(other).length > 0;
      if (SENT > 0 || isOdd) log({ level: isOdd ? "warn" : "info", event: "reports", SENT, ...other });
    } catch (error) {
      log({ level: "error", event: "reports", error: describe(error) });
    }
  }
  let isBusy = false;
  async function look(): Promise<void> {
    isBusy = true;
    await tick();
    isBusy = false;
  }
  let running = look();
  const timer = setInterval(() => {
    // A mail server may take its time: the next look comes when this one is over.
    if (!isBusy) running = look();
  }, everyMilliseconds);
  timer.unref();
  return async () => {
    ending = true;
    clearInterval(timer);
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      late = setTimeout(resolve, END_MILLISECONDS);
    });
    await Promise.race([running, patience]);
    clearTimeout(late);
  };
}
