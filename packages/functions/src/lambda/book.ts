import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { describe } from "../graphql/errors.ts";
import { bookChanges } from "../stream/book.ts";
import { makeParts } from "./parts.ts";
import { changesOf } from "./stream.ts";

const { booking, log } = makeParts();

/** Books the facts that the table's stream carries; what fails is delivered again, and it alone. */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const { changes, sequenceOf } = changesOf(event);
  const failures = await bookChanges(booking, changes);
  for (const { change, error } of failures)
    log({ level: "error", event: "book", key: `${change.key.pk}/${change.key.sk}`, error: describe(error) });
  return { batchItemFailures: failures.map(({ change }) => ({ itemIdentifier: sequenceOf(change) })) };
}
