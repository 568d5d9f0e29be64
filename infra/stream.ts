import { buckets } from "./buckets";
import { worker } from "./function";
import { type Grant, READ, realtimeGrants, tableGrants } from "./grants";
import { socketEndpoint, socketGrants } from "./realtime";
import { realtimeTable, table } from "./table";

/** DynamoDB keeps changes for a day: what is not read by then is gone, and a batch is put aside well before. */
const HOURS_MAX = 12;

const readsStream: Grant[] = [
  {
    actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
    resources: [table.nodes.table.streamArn],
  },
  { actions: ["s3:PutObject"], resources: [$interpolate`${buckets.failures.arn}/aws/lambda/*`] },
  { actions: ["s3:ListBucket"], resources: [buckets.failures.arn] },
];

const book = worker("book", {
  memory: "1024 MB",
  timeoutSeconds: 60,
  environment: { POS_TABLE: table.name, POS_STAGE: $app.stage },
  grants: [...tableGrants({ actions: [...READ, "dynamodb:PutItem"], indexes: ["gsi1"] }), ...readsStream],
  versions: true,
});

const publish = worker("publish", {
  memory: "1024 MB",
  timeoutSeconds: 60,
  environment: {
    POS_TABLE: table.name,
    POS_STAGE: $app.stage,
    POS_REALTIME_TABLE: realtimeTable.name,
    POS_SOCKET_ENDPOINT: socketEndpoint,
  },
  grants: [
    ...tableGrants({ actions: READ, indexes: ["gsi1", "gsi2"] }),
    ...realtimeGrants(),
    ...socketGrants,
    ...readsStream,
  ],
});

/** Two readers and no more: a third would have to share what one shard gives. Each is called for its own kind of record alone. */
export const mappings = {
  // One batch at a time a shard: facts of one ledger in two batches at once would only race for its head.
  book: mapping("book", book.arn, { sortKeys: ["FACT"], atOnce: 1, retries: 10 }),
  // What is late is worth little here: who missed something asks for it by its cursor.
  publish: mapping("publish", publish.arn, { sortKeys: [{ prefix: "ENTRY#" }], atOnce: 4, retries: 2 }),
};

interface Reading {
  readonly sortKeys: readonly (string | { readonly prefix: string })[];
  readonly atOnce: number;
  readonly retries: number;
}

function mapping(name: string, functionName: $util.Input<string>, { sortKeys, atOnce, retries }: Reading) {
  const pattern = { eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: sortKeys } } } };
  return new aws.lambda.EventSourceMapping(`${name}Mapping`, {
    eventSourceArn: table.nodes.table.streamArn,
    functionName,
    // Begun at the oldest change: nothing is missed while the mapping is being made.
    startingPosition: "TRIM_HORIZON",
    batchSize: 100,
    maximumBatchingWindowInSeconds: 0,
    parallelizationFactor: atOnce,
    filterCriteria: { filters: [{ pattern: JSON.stringify(pattern) }] },
    functionResponseTypes: ["ReportBatchItemFailures"],
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: retries,
    maximumRecordAgeInSeconds: HOURS_MAX * 3600,
    // A bucket is given the records themselves; a queue would be told only where they had been.
    destinationConfig: { onFailure: { destinationArn: buckets.failures.arn } },
    metricsConfig: { metrics: ["EventCount"] },
  });
}
