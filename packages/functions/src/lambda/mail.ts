import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { deliverQueued } from "../jobs/reports.ts";
import { createMailer } from "../mail/mailer.ts";
import { describe } from "../platform/log.ts";
import { createDependencies } from "./dependencies.ts";

const { settings, table, clock, log, count, observed } = createDependencies("mail");
const { from } = settings.mail;
const mailer = createMailer(settings.mail, table);

/** Delivers the mail jobs named by queue messages; only the failed ones are delivered again. */
export const handler = observed(async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  const seeReport = ({ reconciliation }: { readonly reconciliation: { readonly reconciles: boolean } }) => {
    if (!reconciliation.reconciles) count("UnreconciledReports", 1);
  };
  for (const { messageId, body } of Records) {
    try {
      for (const { status, sendingId } of await deliverQueued({ table, clock, mailer, from, seeReport }, body)) {
        log({ level: status === "SENT" ? "info" : "warn", event: "mail", messageId, sendingId, status });
        count(status === "SENT" ? "MailsSent" : "MailsNotSent", 1);
      }
    } catch (error) {
      failed.push(messageId);
      log({ level: "error", event: "mail", messageId, error: describe(error) });
    }
  }
  count("MailFailures", failed.length);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
});
