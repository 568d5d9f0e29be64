import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { createPublisher } from "../jobs/publish.ts";
import { makeParts } from "./parts.ts";
import { makeRealtime } from "./realtime.ts";
import { changesOf } from "./stream.ts";

const parts = makeParts("publish");
const publish = createPublisher(makeRealtime(parts));

/**
 * Publishes the entries of a stream batch to their subscribers. Delivery is at most once: no failure fails the batch.
 */
export const handler = parts.observed(async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { changes, brought } = changesOf(event);
  parts.log({ level: "info", event: "stream", brought });
  await publish(changes);
  return { batchItemFailures: [] };
});
