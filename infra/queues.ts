import { worker } from "./function";
import { READ, tableGrants } from "./grants";
import { mailEnvironment, mailGrants } from "./mail";
import { settings } from "./settings";
import { table } from "./table";

const MAIL_SECONDS = 120;
/**
 * A message stays invisible while its consumer may still be running: AWS recommends six times the function's timeout.
 */
const VISIBILITY_SECONDS = 6 * MAIL_SECONDS;
const ATTEMPTS = 5;

const encrypted = { sqsManagedSseEnabled: true };

/** Messages that failed on every attempt. They are kept for two weeks for an operator. */
export const mailDeadQueue = new sst.aws.Queue("MailDead", {
  transform: { queue: { ...encrypted, messageRetentionSeconds: 14 * 86_400 } },
});

/** Mail jobs of reports, one message each. */
export const mailQueue = new sst.aws.Queue("MailQueue", {
  visibilityTimeout: `${VISIBILITY_SECONDS} seconds`,
  dlq: { queue: mailDeadQueue.arn, retry: ATTEMPTS },
  transform: { queue: { ...encrypted, messageRetentionSeconds: 4 * 86_400 } },
});

const mail = worker("mail", {
  memory: "1024 MB",
  timeoutSeconds: MAIL_SECONDS,
  environment: { POS_TABLE: table.name, POS_STAGE: $app.stage, ...mailEnvironment },
  grants: [
    ...tableGrants({ actions: [...READ, "dynamodb:PutItem"], indexes: ["gsi1", "gsi2"] }),
    ...mailGrants,
    {
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
      resources: [mailQueue.arn],
    },
  ],
});

new aws.lambda.EventSourceMapping("MailMapping", {
  eventSourceArn: mailQueue.arn,
  functionName: mail.arn,
  batchSize: 5,
  functionResponseTypes: ["ReportBatchItemFailures"],
  // SES limits mails per second; bounded concurrency lets messages wait in the queue instead of failing.
  scalingConfig: { maximumConcurrency: settings.isPersonal ? 2 : 5 },
});
