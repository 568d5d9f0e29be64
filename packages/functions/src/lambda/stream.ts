import { present } from "@pos/core/base/result.ts";
import { changeOf } from "@pos/core/table/dynamo-values.ts";
import type { Change } from "@pos/core/table/port.ts";
import type { DynamoDBStreamEvent } from "aws-lambda";

/** The changes of a batch, and how each is named when it is to be delivered again. */
export function changesOf({ Records }: DynamoDBStreamEvent): {
  readonly changes: readonly Change[];
  readonly sequenceOf: (change: Change) => string;
} {
  const sequences = new Map<Change, string>();
  for (const { dynamodb } of Records) {
    const { Keys, NewImage, SequenceNumber } = present(dynamodb, "a record's image");
    const change = changeOf({ Keys: present(Keys, "a record's key"), NewImage });
    sequences.set(change, present(SequenceNumber, "a record's place in the stream"));
  }
  return { changes: [...sequences.keys()], sequenceOf: (change) => present(sequences.get(change), "a change's place") };
}
