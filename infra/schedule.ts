import { worker } from "./function";
import { READ, tableGrants } from "./grants";
import { mailQueue } from "./queues";
import { prefix } from "./settings";
import { table } from "./table";

const EVERY = "rate(5 minutes)";

/** Scheduled jobs. Each run continues from stored records, so a failed run is not retried: the next one follows. */
const sweep = worker("sweep", {
  memory: "1024 MB",
  timeoutSeconds: 240,
  environment: { POS_TABLE: table.name, POS_STAGE: $app.stage },
  grants: tableGrants({
    actions: [...READ, "dynamodb:PutItem", "dynamodb:ConditionCheckItem"],
    indexes: ["gsi1"],
    directory: true,
  }),
});

const reports = worker("reports", {
  memory: "512 MB",
  timeoutSeconds: 240,
  environment: { POS_TABLE: table.name, POS_STAGE: $app.stage, POS_MAIL_QUEUE_URL: mailQueue.url },
  grants: [
    ...tableGrants({ actions: [...READ, "dynamodb:PutItem"], indexes: ["gsi1"], directory: true }),
    { actions: ["sqs:SendMessage"], resources: [mailQueue.arn] },
  ],
});

const role = new aws.iam.Role("ClockRole", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "scheduler.amazonaws.com" }),
  inlinePolicies: [
    {
      name: "inline",
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [{ actions: ["lambda:InvokeFunction"], resources: [sweep.arn, reports.arn] }],
      }).json,
    },
  ],
});

for (const [name, { arn }] of Object.entries({ sweep, reports })) {
  new aws.scheduler.Schedule(`${name}Clock`, {
    name: `${prefix}-${name}`,
    scheduleExpression: EVERY,
    flexibleTimeWindow: { mode: "OFF" },
    target: { arn, roleArn: role.arn, retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 240 } },
  });
  new aws.lambda.FunctionEventInvokeConfig(`${name}Once`, { functionName: arn, maximumRetryAttempts: 0 });
}
