import { buckets } from "./buckets";
import { worker } from "./function";
import { type Grant, READ, realtimeGrants, tableGrants } from "./grants";
import { socketEndpoint, socketGrants } from "./realtime";
import { realtimeTable, table } from "./table";

/** DynamoDB keeps changes for a day: a batch goes to the dead-letter bucket well before that. */
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

/**
 * Two consumers at most: a third would compete for a shard's read throughput. Each receives only its own kind of
 * record.
 */
export const mappings = {
  // One concurrent batch per shard: facts of one ledger in two batches would only compete for its head.
  book: mapping("book", book.arn, { sortKeys: ["FACT"], atOnce: 1, retries: 10 }),
  // Late events have little value: clients that miss events resume from their cursors.
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
    // Starts at the oldest change, so that none is missed while the mapping is created.
    startingPosition: "TRIM_HORIZON",
    batchSize: 100,
    maximumBatchingWindowInSeconds: 0,
    parallelizationFactor: atOnce,
    filterCriteria: { filters: [{ pattern: JSON.stringify(pattern) }] },
    functionResponseTypes: ["ReportBatchItemFailures"],
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: retries,
    maximumRecordAgeInSeconds: HOURS_MAX * 3600,
    // A bucket receives the records themselves; a queue would receive only a reference to them.
    destinationConfig: { onFailure: { destinationArn: buckets.failures.arn } },
    metricsConfig: { metrics: ["EventCount"] },
  });
}
