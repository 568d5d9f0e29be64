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
 * pages. The SDK clients are real; only the wire is replaced.
 */
interface Shard {
  readonly parent?: string;
  /** Sort keys in stream order; a sequence number is an index in it, from 1. */
  readonly records: string[];
  isClosed?: boolean;
  /** The number of records trimmed from the beginning. */
  trimmed?: number;
  /** The number of empty pages before the first record. */
  emptyStretches?: number;
}

let shards: Record<string, Shard>;
let isExpiring = false;
let asked: string[] = [];

const meta = { $metadata: {}, message: "as scripted" };

function answer(command: string, input: Record<string, unknown>): object {
  asked.push(command);
  if (command === "DescribeTableCommand") return { Table: { LatestStreamArn: "stream" } };
  if (command === "DescribeStreamCommand") return describe(input.ExclusiveStartShardId);
  if (command === "GetShardIteratorCommand") return iterator(input);
  const [id = "", from = "", stretch = ""] = String(input.ShardIterator).split("/");
  return records(id, Number(from), Number(stretch), Number(input.Limit));
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

function records(id: string, from: number, stretch: number, limit: number): object {
  const shard = shards[id];
  if (isExpiring) {
    isExpiring = false;
    throw new ExpiredIteratorException(meta);
  }
  if (shard === undefined || from < (shard.trimmed ?? 0)) throw new TrimmedDataAccessException(meta);
  if (stretch < (shard.emptyStretches ?? 0)) return { Records: [], NextShardIterator: `${id}/${from}/${stretch + 1}` };
  const told = shard.records.slice(from, from + limit);
  const end = from + told.length;
  const Records = told.map((sk, index) => {
    const Keys = { pk: { S: "a" }, sk: { S: sk } };
    const image = sk.startsWith("gone") ? {} : { NewImage: Keys };
    return { dynamodb: { SequenceNumber: String(from + index + 1), Keys, ...image } };
  });
  const isAtEnd = shard.isClosed === true && end === shard.records.length;
  return isAtEnd ? { Records } : { Records, NextShardIterator: `${id}/${end}/${stretch}` };
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
  const told: string[] = [];
  let checkpoint = from;
  for (;;) {
    const batch = await stream.read(checkpoint, limit);
    expect(batch.changes.length).toBeLessThanOrEqual(limit);
    checkpoint = batch.checkpoint;
    if (batch.changes.length === 0) return { told, checkpoint };
    told.push(...batch.changes.map(({ key, item }) => (item === undefined ? `-${key.sk}` : key.sk)));
  }
}

beforeEach(() => {
  shards = { root: { records: ["1", "2", "3"] } };
  isExpiring = false;
  asked = [];
});

test("dynamo stream: a child waits until its parent was read to the end, in batches of any size", async () => {
  // A child may be listed before its parent.
  shards = {
    left: { parent: "root", records: ["4", "6"] },
    root: { records: ["1", "2", "3"], isClosed: true },
    right: { parent: "root", records: ["5", "gone"] },
    grandchild: { parent: "left", records: ["7"] },
  };
  shards.left = { parent: "root", records: ["4", "6"], isClosed: true };
  for (const limit of [1, 2, 100]) {
    const { told } = await readAll(open(), undefined, limit);
    expect([...told].sort()).toEqual(["-gone", "1", "2", "3", "4", "5", "6", "7"]);
    const place = (sk: string) => told.indexOf(sk);
    expect(told.slice(0, 3)).toEqual(["1", "2", "3"]);
    expect(place("4")).toBeLessThan(place("6"));
    expect(place("6")).toBeLessThan(place("7"));
    expect(place("5")).toBeLessThan(place("-gone"));
  }
});

test("dynamo stream: a split while reading is followed, by this reader and by one that resumes", async () => {
  const stream = open();
  const { told, checkpoint } = await readAll(stream, undefined);
  expect(told).toEqual(["1", "2", "3"]);
  shards = {
    root: { records: ["1", "2", "3", "4"], isClosed: true },
    left: { parent: "root", records: ["5"] },
    right: { parent: "root", records: ["6"] },
  };
  for (const reader of [stream, open()]) {
    const further = await readAll(reader, checkpoint);
    expect(further.told.slice(0, 1)).toEqual(["4"]);
    expect(further.told.slice(1).sort()).toEqual(["5", "6"]);
    expect((await readAll(reader, further.checkpoint)).told).toEqual([]);
    // A day later the parent is trimmed; its children must be read on.
    const before = shards;
    shards = { left: { parent: "root", records: ["5", "7"] }, right: { parent: "root", records: ["6"] } };
    expect((await readAll(reader, further.checkpoint)).told).toEqual(["7"]);
    const later = await readAll(open(), further.checkpoint);
    expect(later.told).toEqual(["7"]);
    expect(JSON.parse(later.checkpoint)).toEqual({ left: "2", right: "1" });
    shards = before;
  }
});

test("dynamo stream: what was trimmed is passed over, and the rest is told", async () => {
  const { checkpoint } = await open().read(undefined, 1);
  shards = { root: { records: ["1", "2", "3", "4"], trimmed: 2 } };
  expect((await readAll(open(), checkpoint)).told).toEqual(["3", "4"]);
  expect((await readAll(open(), undefined)).told).toEqual(["3", "4"]);
  // The shard is trimmed after the consumer got an iterator.
  const stream = open();
  const first = await stream.read(undefined, 1);
  shards = { root: { records: ["1", "2", "3", "4", "5"], trimmed: 4 } };
  expect((await readAll(stream, first.checkpoint)).told).toEqual(["5"]);
});

test("dynamo stream: an expired iterator is renewed where the reader is", async () => {
  const stream = open();
  const first = await stream.read(undefined, 2);
  isExpiring = true;
  expect((await readAll(stream, first.checkpoint)).told).toEqual(["3"]);
});

test("dynamo stream: empty stretches are no end, also when they are many", async () => {
  shards = { root: { records: ["1"], emptyStretches: 3 } };
  expect((await readAll(open(), undefined)).told).toEqual(["1"]);
  shards = { root: { records: ["1"], emptyStretches: 20 } };
  const stream = open();
  const told: string[] = [];
  for (let read = 0; read < 30; read++) {
    told.push(...(await stream.read(undefined, 10)).changes.map(({ key }) => key.sk));
    if (told.length > 0) break;
  }
  expect(told).toEqual(["1"]);
});

test("dynamo stream: what the filter leaves out ends no batch", async () => {
  shards = { root: { records: ["x", "x", "x", "fact#1", "x", "x"] } };
  const stream = open(["fact#"]);
  const { told, checkpoint } = await readAll(stream, undefined, 2);
  expect(told).toEqual(["fact#1"]);
  expect(JSON.parse(checkpoint)).toEqual({ root: "6" });
});

test("dynamo stream: a reader at the tip asks once a read, and lists the shards seldom", async () => {
  const stream = open();
  const { checkpoint } = await readAll(stream, undefined);
  asked = [];
  for (let read = 0; read < 10; read++) await stream.read(checkpoint, 10);
  expect(asked).toEqual(Array.from({ length: 10 }, () => "GetRecordsCommand"));
});

test("dynamo stream: a busy shard does not keep the others waiting", async () => {
  const many = Array.from({ length: 50 }, (_, index) => `busy${index}`);
  shards = { busy: { records: many }, quiet: { records: ["quiet"] } };
  const stream = open();
  let checkpoint: string | undefined;
  const told: string[] = [];
  for (let read = 0; read < 3; read++) {
    const batch = await stream.read(checkpoint, 2);
    checkpoint = batch.checkpoint;
    told.push(...batch.changes.map(({ key }) => key.sk));
  }
  expect(told).toContain("quiet");
});

test("dynamo stream: refuses a checkpoint that is none", async () => {
  for (const checkpoint of ["", "7", "[]", "null", '{"root":7}', '{"root":"x"}']) {
    await expect(open().read(checkpoint, 10)).rejects.toMatchObject({ name: "TableLimit" });
  }
});
