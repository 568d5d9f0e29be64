import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import type { Change, ChangeStream, StreamFilter } from "../port/port.ts";
import { TableUnavailable } from "../port/port.ts";
import { clientConfig, type DynamoEndpoint } from "./client.ts";
import { ENDED, formatPositions, type ListedShard, type Position, parsePositions, readableShards } from "./shards.ts";
import { changeOf } from "./values.ts";

/**
 * Reads DynamoDB's change stream without Lambda, for self-hosted processes and for replays. At least once: a consumer
 * that passes an older checkpoint receives the changes after it again.
 */
export type DynamoStreamOptions = (
  | { readonly client: DynamoDBClient; readonly streams: DynamoDBStreamsClient }
  | DynamoEndpoint
) & {
  readonly tableName: string;
  /** Delivers only items whose sort key begins with one of these prefixes. Default: all items. */
  readonly streamFilter?: StreamFilter;
};

const RECORDS_MAX = 1000;
/**
 * A shard may return empty pages before its next record: the limit of pages to read on while its position is unknown.
 */
const EMPTY_READS_MAX = 5;
/** The limit of rounds in which a batch continues after reading only filtered records or the ends of shards. */
const ROUNDS_MAX = 100;
/** Children of ended shards trigger a listing at once; this interval finds other new shards. */
const READS_PER_LISTING = 100;

interface StreamContext {
  readonly streams: DynamoDBStreamsClient;
  readonly findStream: () => Promise<string>;
  /** The current iterator of each shard, so that a consumer at the tip does not request a new one for each read. */
  readonly iterators: Map<string, { readonly position: Position | undefined; readonly iterator: string }>;
}

interface ShardRead {
  readonly records: readonly _Record[];
  readonly position: Position | undefined;
}

export function createDynamoStream(options: DynamoStreamOptions): ChangeStream {
  const client = "client" in options ? options.client : new DynamoDBClient(clientConfig(options));
  const streams = "client" in options ? options.streams : createDynamoStreamsClient(options);
  const { tableName, streamFilter } = options;
  let arn: string | undefined;
  const context: StreamContext = {
    streams,
    iterators: new Map(),
    async findStream() {
      arn ??= await streamOf(client, tableName);
      return arn;
    },
  };
  let listed: readonly ListedShard[] = [];
  let readsLeft = 0;
  let turn = 0;

  async function list(): Promise<void> {
    listed = await listShards(context);
    readsLeft = READS_PER_LISTING;
  }

  async function read(checkpoint: string | undefined, limit: number) {
    const positions = parsePositions(checkpoint);
    const isListed = (shard: string) => listed.some(({ id }) => id === shard);
    if (readsLeft-- <= 0 || listed.length === 0 || ![...positions.keys()].every(isListed)) await list();
    const changes: Change[] = [];
    for (let round = 0; round < ROUNDS_MAX; round++) {
      let hasMoved = false;
      // A busy shard must not starve the others: each batch begins with the next shard.
      for (const shard of rotated(readableShards(listed, positions), turn++)) {
        if (changes.length >= limit) break;
        const before = positions.get(shard);
        const { records, position } = await readShard(
          context,
          shard,
          before,
          Math.min(RECORDS_MAX, limit - changes.length),
        );
        for (const record of records) {
          const change = changeOf(record.dynamodb);
          if (isIncluded(change, streamFilter)) changes.push(change);
        }
        if (position === undefined || position === before) continue;
        positions.set(shard, position);
        hasMoved = true;
        if (position === ENDED) await list();
      }
      if (changes.length > 0 || !hasMoved) break;
    }
    return { changes, checkpoint: formatPositions(positions, listed) };
  }

  return {
    async read(checkpoint, limit) {
      try {
        return await read(checkpoint, limit);
      } catch (error) {
        throw readingError(error);
      }
    },
  };
}

function createDynamoStreamsClient(endpoint: DynamoEndpoint): DynamoDBStreamsClient {
  return new DynamoDBStreamsClient(clientConfig(endpoint));
}

async function streamOf(client: DynamoDBClient, tableName: string): Promise<string> {
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  const arn = described?.LatestStreamArn;
  if (arn === undefined) throw new Error(`The table ${tableName} has no stream: deploy it with one`);
  return arn;
}

async function listShards({ streams, findStream }: StreamContext): Promise<ListedShard[]> {
  const listed: ListedShard[] = [];
  const arn = await findStream();
  let after: string | undefined;
  do {
    const request = { StreamArn: arn, ...(after === undefined ? {} : { ExclusiveStartShardId: after }) };
    const { StreamDescription: page } = await streams.send(new DescribeStreamCommand(request));
    for (const { ShardId: id, ParentShardId: parent } of page?.Shards ?? []) {
      if (id !== undefined) listed.push({ id, parent });
    }
    after = page?.LastEvaluatedShardId;
  } while (after !== undefined);
  return listed;
}

/** @returns the shard's next records and the consumer's new position; `ENDED` if no record can follow */
async function readShard(
  context: StreamContext,
  shard: string,
  from: Position | undefined,
  max: number,
): Promise<ShardRead> {
  const { iterators } = context;
  const kept = iterators.get(shard);
  const isKept = kept !== undefined && kept.position === from;
  let iterator: string | undefined = isKept ? kept.iterator : await freshIterator(context, shard, from);
  let emptyReads = isKept ? EMPTY_READS_MAX : 1;
  while (emptyReads <= EMPTY_READS_MAX) {
    // The shard was trimmed after it was listed.
    if (iterator === undefined) return { records: [], position: ENDED };
    const answer = await records(context, iterator, max);
    if (answer === "lost") {
      // If this read fails, the next one requests a new iterator.
      if (!iterators.delete(shard)) break;
      iterator = await freshIterator(context, shard, from);
      continue;
    }
    const position = answer.records.at(-1)?.dynamodb?.SequenceNumber ?? from;
    if (answer.next === undefined) {
      iterators.delete(shard);
      return { records: answer.records, position: ENDED };
    }
    iterators.set(shard, { position, iterator: answer.next });
    if (answer.records.length > 0) return { records: answer.records, position };
    iterator = answer.next;
    emptyReads += 1;
  }
  return { records: [], position: from };
}

/** @returns "lost" if the iterator has expired (after minutes) or its records were trimmed (after a day) */
async function records({ streams }: StreamContext, iterator: string, max: number) {
  try {
    const answer = await streams.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: max }));
    return { records: answer.Records ?? [], next: answer.NextShardIterator };
  } catch (error) {
    if (error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException) return "lost";
    throw error;
  }
}

/**
 * An iterator after a position; if that position was trimmed, from the oldest record. The reconciliation job finds the
 * facts that were trimmed before the consumer read them.
 */
async function freshIterator(
  context: StreamContext,
  shard: string,
  from: Position | undefined,
): Promise<string | undefined> {
  const shardRef = { StreamArn: await context.findStream(), ShardId: shard };
  const oldest = { ...shardRef, ShardIteratorType: "TRIM_HORIZON" } as const;
  const after = { ...shardRef, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: from } as const;
  try {
    return await askIterator(context, from === undefined ? oldest : after);
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    if (!(error instanceof TrimmedDataAccessException)) throw error;
    return askIterator(context, oldest);
  }
}

async function askIterator(
  { streams }: StreamContext,
  request: ConstructorParameters<typeof GetShardIteratorCommand>[0],
): Promise<string | undefined> {
  return (await streams.send(new GetShardIteratorCommand(request))).ShardIterator;
}

function isIncluded({ key }: Change, filter: StreamFilter | undefined): boolean {
  return filter === undefined || filter.some((prefix) => key.sk.startsWith(prefix));
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const from = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}

/** A checkpoint that this stream did not create is the caller's mistake. Every other failure may be transient. */
function readingError(error: unknown): Error {
  if (error instanceof Error && error.name === "TableLimit") return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new TableUnavailable("none", `The change stream cannot be read (${reason})`, { cause: error });
}
