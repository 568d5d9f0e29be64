import { randomUUID } from "node:crypto";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";

/** A reader of the stream as it is deployed. */
export interface Mapping {
  readonly name: string;
  /** What it is sent: records whose sort key begins so. */
  readonly filter: string;
  readonly handler: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  readonly batchMax: number;
  readonly retriesMax: number;
}

export interface DeliveryOptions {
  readonly random: () => number;
  /** How often a batch that was done is delivered once more. Default: 0. */
  readonly againRate?: number;
  /** Where Lambda puts what it gives up. */
  readonly put: (key: string, body: string) => Promise<void>;
}

export interface DeliveryCounters {
  batches: number;
  /** Deliveries because of a failure; and of what was done already. */
  retries: number;
  again: number;
  givenUp: number;
}

/**
 * What Lambda does between a stream and a function: batches in order, at least once. After a failure it goes on from the record
 * that the function names first, and what comes behind it is delivered again too; after too many of them it puts all of that
 * into the failure destination and goes on.
 */
export class Deliveries {
  readonly counters: DeliveryCounters = { batches: 0, retries: 0, again: 0, givenUp: 0 };
  readonly #mapping: Mapping;
  readonly #options: DeliveryOptions;
  readonly #mappingId = randomUUID();
  #waiting: DynamoDBRecord[] = [];

  constructor(mapping: Mapping, options: DeliveryOptions) {
    this.#mapping = mapping;
    this.#options = options;
  }

  take(records: readonly DynamoDBRecord[]): void {
    const { filter } = this.#mapping;
    this.#waiting.push(...records.filter((record) => isPassed(record, filter)));
  }

  get isQuiet(): boolean {
    return this.#waiting.length === 0;
  }

  /** Delivers until nothing waits. */
  async run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const size = 1 + Math.floor(this.#options.random() * this.#mapping.batchMax);
      await this.#deliver(this.#waiting.splice(0, size));
    }
  }

  async #deliver(batch: DynamoDBRecord[]): Promise<void> {
    const { handler, retriesMax } = this.#mapping;
    let left = batch;
    for (let retries = 0; left.length > 0; retries++) {
      this.counters.batches++;
      const failed = await outcome(handler, left);
      if (failed === "none") break;
      if (failed !== "all") left = left.slice(firstOf(left, failed));
      if (retries >= retriesMax) return this.#giveUp(left, retries + 1);
      this.counters.retries++;
    }
    if (this.#options.random() >= (this.#options.againRate ?? 0)) return;
    this.counters.again++;
    await outcome(handler, batch);
  }

  async #giveUp(records: readonly DynamoDBRecord[], invokes: number): Promise<void> {
    this.counters.givenUp++;
    const { key, body } = failureObject(records, { name: this.#mapping.name, mappingId: this.#mappingId, invokes });
    await this.#options.put(key, body);
  }
}

function isPassed({ eventName, dynamodb }: DynamoDBRecord, filter: string): boolean {
  return eventName === "INSERT" && dynamodb?.Keys?.sk?.S?.startsWith(filter) === true;
}

async function outcome(
  handler: Mapping["handler"],
  Records: DynamoDBRecord[],
): Promise<"none" | "all" | readonly string[]> {
  try {
    // As it comes off the wire: no function may keep or change what another delivery is given.
    const event = JSON.parse(JSON.stringify({ Records })) as DynamoDBStreamEvent;
    const { batchItemFailures } = await handler(event);
    return batchItemFailures.length === 0 ? "none" : batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  } catch {
    return "all";
  }
}

/** A name that is none of the batch's counts as a failure of all of it. */
function firstOf(batch: readonly DynamoDBRecord[], failed: readonly string[]): number {
  const places = failed.map((name) => batch.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === name));
  return places.includes(-1) ? 0 : Math.min(...places);
}

/** An object of the failure destination, by the published format: the key contains consumer, shard and time, the payload is text. */
export function failureObject(
  records: readonly DynamoDBRecord[],
  { name, mappingId, invokes }: { readonly name: string; readonly mappingId: string; readonly invokes: number },
): { readonly key: string; readonly body: string } {
  const now = new Date().toISOString();
  const shardId = "shardId-00000001795514400000-864758bb";
  const sequences = records.map(({ dynamodb }) => dynamodb?.SequenceNumber);
  const [day = "", time = ""] = now.split("T");
  const arrived = `${now.slice(0, 19)}Z`;
  return {
    key: `aws/lambda/${mappingId}/${shardId}/${day.replaceAll("-", "/")}/${day}T${time.slice(0, 8).replaceAll(":", ".")}-${randomUUID()}`,
    body: JSON.stringify({
      requestContext: {
        requestId: randomUUID(),
        functionArn: `arn:aws:lambda:eu-central-1:123456789012:function:pos-production-${name}`,
        condition: "RetryAttemptsExhausted",
        approximateInvokeCount: invokes,
      },
      responseContext: { statusCode: 200, executedVersion: "$LATEST" },
      version: "1.0",
      timestamp: now,
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: sequences[0],
        endSequenceNumber: sequences.at(-1),
        approximateArrivalOfFirstRecord: arrived,
        approximateArrivalOfLastRecord: arrived,
        batchSize: records.length,
        streamArn: "arn:aws:dynamodb:eu-central-1:123456789012:table/pos/stream/2026-11-24T00:00:00.000",
      },
      payload: JSON.stringify({ Records: records }),
    }),
  };
}
