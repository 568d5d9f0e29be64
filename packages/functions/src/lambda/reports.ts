import { createSqsQueue } from "../jobs/queue/sqs.ts";
import { queueReports } from "../jobs/reports.ts";
import { makeParts } from "./parts.ts";

const { settings, table, clock, log, count, observed } = makeParts("reports");
const queue = createSqsQueue({ url: settings.mailQueueUrl });

/** By the clock: finds the reports that are due and queues their sendings, each of which the function `mail` delivers. */
export const handler = observed(async (): Promise<{ readonly queued: number }> => {
  const queued = await queueReports({ table, clock, queue });
  log({ level: "info", event: "reports", queued });
  count("SendingsQueued", queued);
  return { queued };
});
