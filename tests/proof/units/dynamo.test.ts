import {
  BatchGetItemCommand,
  type ConsumedCapacity,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { deleteRequest, putRequest, queryRequest, updateRequest } from "@pos/core/table/dynamodb/expressions.ts";
import { marshalKey } from "@pos/core/table/dynamodb/values.ts";
import type { Item, Key, Value } from "@pos/core/table/port/port.ts";
import { readUnits, sizeOf, sizeOfAttributes } from "@pos/core/table/port/size.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { sharedDynamodb } from "../../support/shared.ts";
import { indexUnits, itemUnits } from "../../support/units.ts";

/**
 * The published rule as the tests compute it, against the capacity that Amazon's own DynamoDB Local reports for our
 * requests. For transactions it reports a constant, so that they rely on the rule alone.
 */
const TABLE = `units-${process.pid}`;
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const PLACE = { region: "eu-central-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
const TOTAL = { ReturnConsumedCapacity: "INDEXES" } as const;
/** Around each edge of a unit, and far from any. */
const SIZES = [120, 1023, 1024, 1025, 2048, 2049, 4095, 4096, 4097, 10_000, 100_000];

describe.skipIf(GIVEN === undefined && !javaIsThere())("units as DynamoDB Local counts them", () => {
  let client: DynamoDBClient;
  beforeAll(async () => {
    const endpoint = GIVEN ?? (await sharedDynamodb());
    client = new DynamoDBClient({ ...PLACE, endpoint });
    await createTableIfAbsent(createDynamoClient({ ...PLACE, endpoint }), TABLE);
  }, 300_000);
  afterAll(() => client.destroy());

  const put = async (item: Item) =>
    capacityOf(await client.send(new PutItemCommand({ ...putRequest(TABLE, { op: "put", item }), ...TOTAL })));
  const remove = async (key: Key) =>
    capacityOf(await client.send(new DeleteItemCommand({ ...deleteRequest(TABLE, { op: "delete", key }), ...TOTAL })));
  const get = async (key: Key, consistent: boolean) =>
    capacityOf(
      await client.send(
        new GetItemCommand({ TableName: TABLE, Key: marshalKey(key), ConsistentRead: consistent, ...TOTAL }),
      ),
    ).table;

  test.each(SIZES)("an item of %i bytes: put, read, replaced, changed, deleted", async (bytes) => {
    const item = itemOf(`sized-${bytes}`, bytes);
    const small = itemOf(item.pk, 120);
    const rows = {
      put: [await put(item), itemUnits(undefined, item)],
      "put again": [await put(item), itemUnits(item, item)],
      "put over by a smaller one": [await put(small), itemUnits(item, small)],
      "put over by a larger one": [await put(item), itemUnits(small, item)],
    } as const;
    for (const [name, [reported, computed]] of Object.entries(rows))
      expect([name, reported.table]).toEqual([name, computed]);
    expect(await get(item, true)).toBe(readUnits(item, true));
    expect(await get(item, false)).toBe(readUnits(item, false));
    const change = { op: "update", key: keyOf(item), set: { changed: "yes" } } as const;
    const changed = { ...item, changed: "yes" };
    const updated = await client.send(new UpdateItemCommand({ ...updateRequest(TABLE, change), ...TOTAL }));
    expect(capacityOf(updated).table).toBe(itemUnits(item, changed));
    expect((await remove(keyOf(item))).table).toBe(itemUnits(changed, undefined));
    expect((await remove(keyOf(item))).table).toBe(itemUnits(undefined, undefined));
    expect(await get(item, true)).toBe(1);
  });

  test.each<[string, { readonly [name: string]: Value }]>([
    ["texts of other alphabets", { text: "名称 é ñ 🛒" }],
    ["truths and nothing", { yes: true, no: false, none: null }],
    ["lists and maps", { list: ["a", 1, ["b"]], map: { of: { maps: [] }, empty: {} } }],
    ["whole numbers", { a: 0, b: 7, c: 12, d: 123, e: 1_000_000, f: 9_007_199_254_740_991 }],
    ["numbers below zero and between", { a: -1, b: -12.5, c: 0.25, d: 1234.5678 }],
  ])("the size of an item with %s is what it reports", async (name, attributes) => {
    for (const bytes of [1024, 1025]) {
      const item = { ...itemOf(`typed-${name}`, bytes - sizeOfAttributes(attributes)), ...attributes };
      expect(sizeOf(item)).toBe(bytes);
      expect([bytes, (await put(item)).table]).toEqual([bytes, itemUnits(undefined, item)]);
    }
  });

  test("it reports a constant for transactions of any size, so that it cannot confirm their cost", async () => {
    const reported = new Set<string>();
    for (const count of [1, 2, 5]) {
      const items = Array.from({ length: count }, (_, at) => itemOf(`together-${count}-${at}`, 900));
      const writes = items.map((item) => ({
        Put: putRequest(TABLE, { op: "put", item: { ...item, gsi1pk: "together", gsi1sk: item.pk } }),
      }));
      const answer = await client.send(new TransactWriteItemsCommand({ TransactItems: writes, ...TOTAL }));
      const [capacity] = answer.ConsumedCapacity ?? [];
      reported.add(JSON.stringify(capacityOf({ ConsumedCapacity: capacity })));
    }
    console.log("DynamoDB Local of transactions of 1, 2 and 5 items:", [...reported]);
    expect(reported.size).toBe(1);
  });

  const none = {};
  const one = { gsi1pk: "one", gsi1sk: "1" };
  const other = { gsi1pk: "other", gsi1sk: "1" };
  const two = { ...one, gsi2pk: "two", gsi2sk: "2" };
  test.each([
    ["none", none, none],
    ["one comes", none, one],
    ["one stays", one, one],
    ["one moves", one, other],
    ["one goes", one, none],
    ["both come", none, two],
    ["a second comes", one, two],
    ["a second goes", two, one],
    ["both go", two, none],
  ])("places in indexes: %s", async (name, from, to) => {
    const was = { ...itemOf(`places-${name}`, 300), ...from };
    const is = { ...itemOf(`places-${name}`, 300), ...to };
    await put(was);
    const consumed = await put(is);
    expect(consumed.indexes).toBe(indexUnits(was, is));
    expect(consumed.table).toBe(1);
    expect((await remove(keyOf(is))).indexes).toBe(indexUnits(is, undefined));
  });

  test("a query costs what it reads together, half of it through an index", async () => {
    const items = Array.from({ length: 20 }, (_, at) => ({
      ...itemOf("queried", 700, `at#${String(at).padStart(2, "0")}`),
      gsi1pk: "queried",
      gsi1sk: String(at).padStart(2, "0"),
    }));
    for (const item of items) await put(item);
    const read = items.reduce((sum, item) => sum + sizeOf(item), 0);
    const names = { pk: "pk", sk: "sk" };
    const query = { ...queryRequest(TABLE, { pk: "queried", limit: 100 }, names), ...TOTAL };
    const consistent = capacityOf(await client.send(new QueryCommand({ ...query, ConsistentRead: true })));
    expect(consistent.table).toBe(Math.ceil(read / 4096));
    const places = items.reduce((sum, { pk, sk, gsi1pk, gsi1sk }) => sum + sizeOf({ pk, sk, gsi1pk, gsi1sk }), 0);
    const indexNames = { pk: "gsi1pk", sk: "gsi1sk" };
    const asked = queryRequest(TABLE, { pk: "queried", limit: 100, index: "gsi1" } as never, indexNames);
    const through = await client.send(new QueryCommand({ ...asked, IndexName: "gsi1", ...TOTAL }));
    expect(capacityOf(through).indexes).toBe(Math.ceil(places / 4096) / 2);
  });

  test("a batch of reads costs each item by itself; it leaves out those that are not there, which the rule counts", async () => {
    const items = [300, 5000, 9000].map((bytes) => itemOf(`batch-${bytes}`, bytes));
    for (const item of items) await put(item);
    const keys = [...items.map(keyOf), { pk: "batch-absent", sk: "x" }].map(marshalKey);
    const request = { [TABLE]: { Keys: keys, ConsistentRead: true } };
    const { ConsumedCapacity } = await client.send(new BatchGetItemCommand({ RequestItems: request, ...TOTAL }));
    const computed = items.reduce((sum, item) => sum + readUnits(item, true), 0);
    expect(ConsumedCapacity?.[0]?.CapacityUnits).toBe(computed);
  });
});

/** An item of just so many bytes, by the rule. */
function itemOf(pk: string, bytes: number, sk = "x"): Item {
  const bare = { pk, sk, body: "" };
  return { ...bare, body: "b".repeat(bytes - sizeOf(bare)) };
}

function keyOf({ pk, sk }: Key): Key {
  return { pk, sk };
}

function capacityOf({ ConsumedCapacity: consumed }: { readonly ConsumedCapacity?: ConsumedCapacity | undefined }) {
  const indexes = Object.values(consumed?.GlobalSecondaryIndexes ?? {});
  return {
    table: consumed?.Table?.CapacityUnits ?? 0,
    indexes: indexes.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0),
  };
}
