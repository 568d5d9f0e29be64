import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { createPublisher } from "../jobs/publish.ts";
import { createDependencies } from "./dependencies.ts";
import { createLambdaRealtime } from "./realtime.ts";
import { changesOf } from "./stream.ts";

const dependencies = createDependencies("publish");
const publish = createPublisher(createLambdaRealtime(dependencies));

/**
 * Publishes the entries of a stream batch to their subscribers. Delivery is at most once: no failure fails the batch.
 */
export const handler = dependencies.observed(async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { changes, brought } = changesOf(event);
  dependencies.log({ level: "info", event: "stream", brought });
  await publish(changes);
  return { batchItemFailures: [] };
});
