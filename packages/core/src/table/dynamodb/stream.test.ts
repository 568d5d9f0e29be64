import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import { beforeEach, expect, test } from "vitest";
import type { ChangeStream } from "../port/port.ts";
import { createDynamoStream } from "./stream.ts";

/**
 * Covers what DynamoDB Local never does to a stream: splitting and trimming shards, expiring iterators, returning empty
 * pages. The SDK clients are real; only the HTTP layer is replaced.
 */
interface Shard {
  readonly parent?: string;
  /** Sort keys in stream order; a sequence number is an index in it, from 1. */
  readonly records: string[];
  isClosed?: boolean;
  /** The number of records trimmed from the beginning. */
  trimmed?: number;
  /** The number of empty pages before the first record. */
  emptyPages?: number;
}

let shards: Record<string, Shard>;
let isExpiring = false;
let commands: string[] = [];

const meta = { $metadata: {}, message: "as scripted" };

function answer(command: string, input: Record<string, unknown>): object {
  commands.push(command);
  if (command === "DescribeTableCommand") return { Table: { LatestStreamArn: "stream" } };
  if (command === "DescribeStreamCommand") return describe(input.ExclusiveStartShardId);
  if (command === "GetShardIteratorCommand") return iterator(input);
  const [id = "", from = "", page = ""] = String(input.ShardIterator).split("/");
  return records(id, Number(from), Number(page), Number(input.Limit));
}

/** Lists one shard per page. */
function describe(after: unknown): object {
  const ids = Object.keys(shards);
  const index = after === undefined ? 0 : ids.indexOf(String(after)) + 1;
  const id = ids[index] ?? "";
  const more = index + 1 < ids.length ? { LastEvaluatedShardId: id } : {};
  return { StreamDescription: { Shards: [{ ShardId: id, ParentShardId: shards[id]?.parent }], ...more } };
}

function iterator({ ShardId, ShardIteratorType, SequenceNumber }: Record<string, unknown>): object {
  const shard = shards[String(ShardId)];
  if (shard === undefined) throw new ResourceNotFoundException(meta);
  const trimmed = shard.trimmed ?? 0;
  if (ShardIteratorType === "TRIM_HORIZON") return { ShardIterator: `${ShardId}/${trimmed}/0` };
  if (Number(SequenceNumber) < trimmed) throw new TrimmedDataAccessException(meta);
  return { ShardIterator: `${ShardId}/${SequenceNumber}/0` };
}

function records(id: string, from: number, page: number, limit: number): object {
  const shard = shards[id];
  if (isExpiring) {
    isExpiring = false;
    throw new ExpiredIteratorException(meta);
  }
  if (shard === undefined || from < (shard.trimmed ?? 0)) throw new TrimmedDataAccessException(meta);
  if (page < (shard.emptyPages ?? 0)) return { Records: [], NextShardIterator: `${id}/${from}/${page + 1}` };
  const read = shard.records.slice(from, from + limit);
  const end = from + read.length;
  const Records = read.map((sk, index) => {
    const Keys = { pk: { S: "a" }, sk: { S: sk } };
    const image = sk.startsWith("gone") ? {} : { NewImage: Keys };
    return { dynamodb: { SequenceNumber: String(from + index + 1), Keys, ...image } };
  });
  const isAtEnd = shard.isClosed === true && end === shard.records.length;
  return isAtEnd ? { Records } : { Records, NextShardIterator: `${id}/${end}/${page}` };
}

function scripted<C extends DynamoDBClient | DynamoDBStreamsClient>(client: C): C {
  const stack: { add(middleware: unknown, options: object): void } = client.middlewareStack;
  const middleware =
    (_next: unknown, { commandName }: { commandName: string }) =>
    async ({ input }: { input: Record<string, unknown> }) => ({
      output: { $metadata: {}, ...answer(commandName, input) },
    });
  stack.add(middleware, { step: "initialize", name: "scripted", priority: "high" });
  return client;
}

function open(streamFilter?: readonly string[]): ChangeStream {
  const client = scripted(new DynamoDBClient({ region: "eu-central-1" }));
  const streams = scripted(new DynamoDBStreamsClient({ region: "eu-central-1" }));
  return createDynamoStream({
    client,
    streams,
    tableName: "pos",
    ...(streamFilter === undefined ? {} : { streamFilter }),
  });
}

/** Reads until there is nothing new. */
async function readAll(stream: ChangeStream, from: string | undefined, limit = 100) {
  const read: string[] = [];
  let checkpoint = from;
  for (;;) {
    const batch = await stream.read(checkpoint, limit);
    expect(batch.changes.length).toBeLessThanOrEqual(limit);
    checkpoint = batch.checkpoint;
    if (batch.changes.length === 0) return { read, checkpoint };
    read.push(...batch.changes.map(({ key, item }) => (item === undefined ? `-${key.sk}` : key.sk)));
  }
}

beforeEach(() => {
  shards = { root: { records: ["1", "2", "3"] } };
  isExpiring = false;
  commands = [];
});

test("createDynamoStream: reads a child shard only after its parent's end, for any batch size", async () => {
  // A child may be listed before its parent.
  shards = {
    left: { parent: "root", records: ["4", "6"] },
    root: { records: ["1", "2", "3"], isClosed: true },
    right: { parent: "root", records: ["5", "gone"] },
    grandchild: { parent: "left", records: ["7"] },
  };
  shards.left = { parent: "root", records: ["4", "6"], isClosed: true };
  for (const limit of [1, 2, 100]) {
    const { read } = await readAll(open(), undefined, limit);
    expect([...read].sort()).toEqual(["-gone", "1", "2", "3", "4", "5", "6", "7"]);
    const indexOf = (sk: string) => read.indexOf(sk);
    expect(read.slice(0, 3)).toEqual(["1", "2", "3"]);
    expect(indexOf("4")).toBeLessThan(indexOf("6"));
    expect(indexOf("6")).toBeLessThan(indexOf("7"));
    expect(indexOf("5")).toBeLessThan(indexOf("-gone"));
  }
});

test("createDynamoStream: follows a shard split, also when another consumer resumes from the checkpoint", async () => {
  const stream = open();
  const { read, checkpoint } = await readAll(stream, undefined);
  expect(read).toEqual(["1", "2", "3"]);
  shards = {
    root: { records: ["1", "2", "3", "4"], isClosed: true },
    left: { parent: "root", records: ["5"] },
    right: { parent: "root", records: ["6"] },
  };
  for (const reader of [stream, open()]) {
    const further = await readAll(reader, checkpoint);
    expect(further.read.slice(0, 1)).toEqual(["4"]);
    expect(further.read.slice(1).sort()).toEqual(["5", "6"]);
    expect((await readAll(reader, further.checkpoint)).read).toEqual([]);
    // A day later the parent is trimmed; its children must be read on.
    const before = shards;
    shards = { left: { parent: "root", records: ["5", "7"] }, right: { parent: "root", records: ["6"] } };
    expect((await readAll(reader, further.checkpoint)).read).toEqual(["7"]);
    const later = await readAll(open(), further.checkpoint);
    expect(later.read).toEqual(["7"]);
    expect(JSON.parse(later.checkpoint)).toEqual({ left: "2", right: "1" });
    shards = before;
  }
});

test("createDynamoStream: continues at the oldest record when the position was trimmed", async () => {
  const { checkpoint } = await open().read(undefined, 1);
  shards = { root: { records: ["1", "2", "3", "4"], trimmed: 2 } };
  expect((await readAll(open(), checkpoint)).read).toEqual(["3", "4"]);
  expect((await readAll(open(), undefined)).read).toEqual(["3", "4"]);
  // The shard is trimmed after the consumer got an iterator.
  const stream = open();
  const first = await stream.read(undefined, 1);
  shards = { root: { records: ["1", "2", "3", "4", "5"], trimmed: 4 } };
  expect((await readAll(stream, first.checkpoint)).read).toEqual(["5"]);
});

test("createDynamoStream: resumes at the consumer's position when an iterator has expired", async () => {
  const stream = open();
  const first = await stream.read(undefined, 2);
  isExpiring = true;
  expect((await readAll(stream, first.checkpoint)).read).toEqual(["3"]);
});

test("createDynamoStream: reads on when the shard returns empty pages", async () => {
  shards = { root: { records: ["1"], emptyPages: 3 } };
  expect((await readAll(open(), undefined)).read).toEqual(["1"]);
  shards = { root: { records: ["1"], emptyPages: 20 } };
  const stream = open();
  const read: string[] = [];
  for (let round = 0; round < 30; round++) {
    read.push(...(await stream.read(undefined, 10)).changes.map(({ key }) => key.sk));
    if (read.length > 0) break;
  }
  expect(read).toEqual(["1"]);
});

test("createDynamoStream: fills a batch when the filter drops records", async () => {
  shards = { root: { records: ["x", "x", "x", "fact#1", "x", "x"] } };
  const stream = open(["fact#"]);
  const { read, checkpoint } = await readAll(stream, undefined, 2);
  expect(read).toEqual(["fact#1"]);
  expect(JSON.parse(checkpoint)).toEqual({ root: "6" });
});

test("createDynamoStream: sends one request per read when the consumer is at the tip", async () => {
  const stream = open();
  const { checkpoint } = await readAll(stream, undefined);
  commands = [];
  for (let round = 0; round < 10; round++) await stream.read(checkpoint, 10);
  expect(commands).toEqual(Array.from({ length: 10 }, () => "GetRecordsCommand"));
});

test("createDynamoStream: reads quiet shards when another shard is busy", async () => {
  const many = Array.from({ length: 50 }, (_, index) => `busy${index}`);
  shards = { busy: { records: many }, quiet: { records: ["quiet"] } };
  const stream = open();
  let checkpoint: string | undefined;
  const read: string[] = [];
  for (let round = 0; round < 3; round++) {
    const batch = await stream.read(checkpoint, 2);
    checkpoint = batch.checkpoint;
    read.push(...batch.changes.map(({ key }) => key.sk));
  }
  expect(read).toContain("quiet");
});

test("createDynamoStream: rejects a malformed checkpoint", async () => {
  for (const checkpoint of ["", "7", "[]", "null", '{"root":7}', '{"root":"x"}']) {
    await expect(open().read(checkpoint, 10)).rejects.toMatchObject({ name: "TableLimit" });
  }
});
