import { createSqsQueue } from "../jobs/queue/sqs.ts";
import { queueReports } from "../jobs/reports.ts";
import { createDependencies } from "./dependencies.ts";

const { settings, table, clock, log, count, observed } = createDependencies("reports");
const queue = createSqsQueue({ url: settings.mailQueueUrl });

/** Runs on a schedule: finds the due reports and queues their mail jobs, which the function `mail` delivers. */
export const handler = observed(async (): Promise<{ readonly queued: number }> => {
  const queued = await queueReports({ table, clock, queue });
  log({ level: "info", event: "reports", queued });
  count("SendingsQueued", queued);
  return { queued };
});
