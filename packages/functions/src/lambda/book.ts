import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { bookChanges } from "../jobs/book.ts";
import { describe } from "../platform/log.ts";
import { createDependencies } from "./dependencies.ts";
import { changesOf } from "./stream.ts";

const { booking, log, count, observed } = createDependencies("book");

/** Books the facts of a stream batch; only the failed ones are delivered again. */
export const handler = observed(async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const { changes, brought, sequenceOf } = changesOf(event);
  log({ level: "info", event: "stream", brought });
  const failures = await bookChanges(booking, changes);
  for (const { change, error } of failures)
    log({ level: "error", event: "book", key: `${change.key.pk}/${change.key.sk}`, error: describe(error) });
  count("BookingFailures", failures.length);
  return { batchItemFailures: failures.map(({ change }) => ({ itemIdentifier: sequenceOf(change) })) };
});
