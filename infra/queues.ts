import { worker } from "./function";
import { READ, tableGrants } from "./grants";
import { mailEnvironment, mailGrants } from "./mail";
import { settings } from "./settings";
import { table } from "./table";

const MAIL_SECONDS = 120;
/** A message is not handed to a second worker while the first may still be at it: AWS asks for six times its time. */
const VISIBILITY_SECONDS = 6 * MAIL_SECONDS;
const ATTEMPTS = 5;

const encrypted = { sqsManagedSseEnabled: true };

/** Messages that failed every time. They wait two weeks for somebody to look. */
export const mailDeadQueue = new sst.aws.Queue("MailDead", {
  transform: { queue: { ...encrypted, messageRetentionSeconds: 14 * 86_400 } },
});

/** Sendings of reports, one message each. */
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
  // Amazon SES takes so many mails a second and no more; what waits here is not refused there.
  scalingConfig: { maximumConcurrency: settings.isPersonal ? 2 : 5 },
});
