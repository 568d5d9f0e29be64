import { api } from "./api";
import { buckets } from "./buckets";
import { workers } from "./function";
import { mailDeadQueue, mailQueue } from "./queues";
import { sockets } from "./realtime";
import { prefix, settings } from "./settings";
import { mappings } from "./stream";
import { realtimeTable, table } from "./table";

/**
 * Each alarm has a section of its name in docs/runbook.md. All alarms notify one topic; the configured address receives
 * mails after its owner confirms the first one.
 */
export const topic = new aws.sns.Topic("Alarms", { name: `${prefix}-alarms` });

new aws.sns.TopicPolicy("AlarmsPolicy", {
  arn: topic.arn,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sns:Publish"],
        principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
        resources: [topic.arn],
        conditions: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [aws.getCallerIdentityOutput().accountId] },
        ],
      },
    ],
  }).json,
});

if (settings.alarmEmail !== undefined)
  new aws.sns.TopicSubscription("AlarmsMail", {
    topic: topic.arn,
    protocol: "email",
    endpoint: settings.alarmEmail,
  });

type Dimensions = { readonly [name: string]: $util.Input<string> };

interface Watch {
  readonly metric: readonly [namespace: string, name: string];
  readonly dimensions: Dimensions;
  /** The threshold in the metric's unit. */
  readonly above: number;
  readonly statistic?: "Sum" | "Maximum" | "Average" | "p99";
  readonly minutes?: number;
  readonly means: $util.Input<string>;
}

const LAMBDA = "AWS/Lambda";
/**
 * The maximum duration in milliseconds at the 99th percentile; functions that wait for other services have a higher
 * limit.
 */
const SLOW: { readonly [name: string]: number } = {
  graphql: 1_500,
  // Includes the replays for reconnecting clients.
  socket: 10_000,
  authorize: 1_000,
  book: 10_000,
  publish: 10_000,
  mail: 60_000,
  sweep: 120_000,
  reports: 120_000,
  dashboard: 3_000,
  pictures: 5_000,
};

const names: { readonly [name: string]: $util.Input<string> } = {
  ...Object.fromEntries(Object.entries(workers).map(([name, { fn }]) => [name, fn.name])),
  dashboard: `${prefix}-dashboard`,
  pictures: `${prefix}-pictures`,
};

for (const [name, FunctionName] of Object.entries(names)) {
  const of = { dimensions: { FunctionName } };
  alarm(`${name}-errors`, { ...of, metric: [LAMBDA, "Errors"], above: 0, means: `${name} ended with an error.` });
  alarm(`${name}-throttles`, { ...of, metric: [LAMBDA, "Throttles"], above: 0, means: `${name} was throttled.` });
  alarm(`${name}-slow`, {
    ...of,
    metric: [LAMBDA, "Duration"],
    statistic: "p99",
    above: SLOW[name] ?? 10_000,
    minutes: 15,
    means: `${name} is slower than it should be.`,
  });
}

for (const [name, { uuid }] of Object.entries(mappings)) {
  const FunctionName = `${prefix}-${name}`;
  alarm(`${name}-behind`, {
    metric: [LAMBDA, "IteratorAge"],
    dimensions: { FunctionName },
    statistic: "Maximum",
    above: 60_000,
    means: `${name} is more than a minute behind the table.`,
  });
  alarm(`${name}-given-up`, {
    metric: [LAMBDA, "OnFailureDestinationDeliveredEventCount"],
    dimensions: { EventSourceMappingUUID: uuid },
    above: 0,
    means: $interpolate`${name} failed on changes after all retries: they are in the bucket ${buckets.failures.name}.`,
  });
  alarm(`${name}-dropped`, {
    metric: [LAMBDA, "DestinationDeliveryFailures"],
    dimensions: { FunctionName },
    above: 0,
    means: `Dead-letter records of ${name} could not be stored.`,
  });
}

for (const name of ["sweep", "reports"])
  alarm(`${name}-silent`, {
    metric: [LAMBDA, "Invocations"],
    dimensions: { FunctionName: `${prefix}-${name}` },
    above: 0,
    minutes: 15,
    isAbsenceBad: true,
    means: `The scheduler has not invoked ${name} for 15 minutes.`,
  });

alarm("mail-dead", {
  metric: ["AWS/SQS", "ApproximateNumberOfMessagesVisible"],
  dimensions: { QueueName: mailDeadQueue.nodes.queue.name },
  statistic: "Maximum",
  above: 0,
  means: "Mail jobs failed on every attempt and are in the dead-letter queue.",
});
alarm("mail-waiting", {
  metric: ["AWS/SQS", "ApproximateAgeOfOldestMessage"],
  dimensions: { QueueName: mailQueue.nodes.queue.name },
  statistic: "Maximum",
  above: 3_600,
  means: "A mail job has waited for an hour.",
});
alarm("mail-bounces", {
  metric: ["AWS/SES", "Reputation.BounceRate"],
  dimensions: {},
  statistic: "Maximum",
  above: 0.04,
  minutes: 60,
  means: "The bounce rate at Amazon SES is too high.",
});

alarm("api-faults", {
  metric: ["AWS/ApiGateway", "5xx"],
  dimensions: { ApiId: api.nodes.api.id },
  above: 0,
  means: "The HTTP API answered with 5xx.",
});
alarm("socket-faults", {
  metric: ["AWS/ApiGateway", "ExecutionError"],
  dimensions: { ApiId: sockets.nodes.api.id, Stage: "live" },
  above: 0,
  means: "The WebSocket API failed to process messages.",
});

/** A table's own metrics exclude its indexes. */
const watchedTables: readonly (readonly [name: string, dimensions: Dimensions])[] = [
  ["table", { TableName: table.name }],
  ["table-gsi1", { TableName: table.name, GlobalSecondaryIndexName: "gsi1" }],
  ["table-gsi2", { TableName: table.name, GlobalSecondaryIndexName: "gsi2" }],
  ["realtime", { TableName: realtimeTable.name }],
];
for (const [name, dimensions] of watchedTables) {
  for (const [word, metric] of [
    ["reads", "ReadThrottleEvents"],
    ["writes", "WriteThrottleEvents"],
  ] as const)
    alarm(`${name}-${word}-throttled`, {
      metric: ["AWS/DynamoDB", metric],
      dimensions,
      above: 0,
      means: `DynamoDB throttled ${word} of ${name}.`,
    });
}

/**
 * Metrics published by the functions themselves; see packages/functions/src/lambda/observe/observe.ts for their names.
 */
function ownAlarm(name: string, service: string, metric: string, means: string): void {
  alarm(name, { metric: ["pos", metric], dimensions: { service, stage: $app.stage }, above: 0, means });
}

ownAlarm(
  "unbooked-facts",
  "sweep",
  "UnbookedFacts",
  "The change stream lost facts; the reconciliation job booked them.",
);
ownAlarm("unbookable-facts", "sweep", "UnbookableFacts", "The reconciliation job found facts that cannot be booked.");
ownAlarm("booking-failures", "book", "BookingFailures", "Facts could not be booked and will be retried.");
ownAlarm("mails-not-sent", "mail", "MailsNotSent", "Mails were rejected or are waiting for a retry.");
ownAlarm("mail-failures", "mail", "MailFailures", "Mail jobs failed and will be retried.");
ownAlarm("unreconciled-reports", "mail", "UnreconciledReports", "A daily report does not reconcile.");

function alarm(name: string, watch: Watch & { readonly isAbsenceBad?: boolean }): void {
  const { metric, dimensions, above, statistic = "Sum", minutes = 5, means, isAbsenceBad = false } = watch;
  const [namespace, metricName] = metric;
  new aws.cloudwatch.MetricAlarm(`Alarm-${name}`, {
    name: `${prefix}-${name}`,
    alarmDescription: $interpolate`${means} See docs/runbook.md, ${name}.`,
    namespace,
    metricName,
    dimensions,
    ...(statistic === "p99" ? { extendedStatistic: "p99" } : { statistic }),
    period: minutes * 60,
    evaluationPeriods: 1,
    threshold: isAbsenceBad ? above + 1 : above,
    comparisonOperator: isAbsenceBad ? "LessThanThreshold" : "GreaterThanThreshold",
    treatMissingData: isAbsenceBad ? "breaching" : "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
}
