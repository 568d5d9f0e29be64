import { present } from "@pos/core/base/result.ts";
import { changeOf } from "@pos/core/table/dynamodb/values.ts";
import type { Change } from "@pos/core/table/port/port.ts";
import type { DynamoDBStreamEvent } from "aws-lambda";

/** Converts a stream batch to changes, with the ids that name failed records for redelivery. */
export function changesOf({ Records }: DynamoDBStreamEvent): {
  readonly changes: readonly Change[];
  /** For the log: from the stream record's id to the key of its item. */
  readonly brought: { readonly [eventId: string]: string };
  readonly sequenceOf: (change: Change) => string;
} {
  const sequences = new Map<Change, string>();
  const brought: { [eventId: string]: string } = {};
  for (const { eventID, dynamodb } of Records) {
    const { Keys, NewImage, SequenceNumber } = present(dynamodb, "a record's image");
    const change = changeOf({ Keys: present(Keys, "a record's key"), NewImage });
    const sequence = present(SequenceNumber, "a record's place in the stream");
    sequences.set(change, sequence);
    brought[eventID ?? sequence] = `${change.key.pk}/${change.key.sk}`;
  }
  return {
    changes: [...sequences.keys()],
    brought,
    sequenceOf: (change) => present(sequences.get(change), "a change's place"),
  };
}
