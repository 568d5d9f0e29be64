import { type AttributeValue, DynamoDBClient, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { present } from "@pos/core/base/result.ts";
import { type Fact, factHeaders, readHead } from "@pos/core/ledger/index.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import { epochRaiseCommand } from "@pos/host/cli/commands/epoch.ts";
import type { Output } from "@pos/host/control/command.ts";
import type { System } from "@pos/host/control/system.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { expectSound } from "../../support/books.ts";
import { homeOf, startCommand } from "../../support/processes.ts";
import { makeSale } from "../../support/sales.ts";
import type { Shop } from "../../support/shop.ts";
import { ask, type Cloud, createCloudShop, type Functions, openCloud, signIn } from "./cloud.ts";
import { Deliveries } from "./deliveries.ts";
import { socketEvent, type TableStream } from "./events.ts";

/** A table restored to a point in time: terminals send again what was acknowledged since, and subscribers receive it. */
const SELL =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { epoch replayed sale { id } userErrors { code } } }";
const EVENTS =
  "subscription ($id: ID!, $after: String) { saleRecorded(locationId: $id, after: $after) { cursor saleId } }";

describe.skipIf(!process.env.DYNAMODB_ENDPOINT && !javaIsThere())("faults: a restore to a point in time", () => {
  let cloud: Cloud;
  let shop: Shop;
  let functions: Functions;
  let stream: TableStream;
  let realtimeName: string;
  let tokens: { owner: string; operators: string[] };
  let subscribers = 0;
  const home = homeOf("epoch");

  beforeAll(async () => {
    cloud = await openCloud();
    const main = await cloud.createTable("restore");
    realtimeName = (await cloud.createTable("restore-realtime")).name;
    shop = await createCloudShop(main.table, { terminals: 1 });
    stream = main.stream();
    functions = await cloud.functions(main.name, realtimeName);
    tokens = await signIn(functions, shop);
    for (const name of ["stdout", "stderr"] as const) vi.spyOn(process[name], "write").mockReturnValue(true);
  }, 120_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await cloud.stop();
  });

  async function deliver(): Promise<void> {
    for (const [name, filter] of [
      ["book", "FACT"],
      ["publish", "ENTRY#"],
    ] as const) {
      const put = async (key: string) => {
        throw new Error(`Given up: ${key}`);
      };
      const reader = new Deliveries(
        { name, filter, handler: functions[name], batchMax: 10, retriesMax: 3 },
        { random: () => 0.99, put },
      );
      reader.take(await stream.read());
      await reader.run();
    }
  }

  type Sale = ReturnType<typeof makeSale>;

  async function send(input: Sale): Promise<{ epoch: number; replayed: boolean }> {
    const { completeSale } = await ask(functions, SELL, { input }, tokens.operators[0]);
    expect(completeSale).toMatchObject({ sale: { id: input.id }, userErrors: [] });
    return completeSale;
  }

  async function sell(count: number): Promise<Sale[]> {
    const sales: Sale[] = [];
    for (let index = 0; index < count; index++) {
      const sale = makeSale(shop);
      await send(sale);
      sales.push(sale);
    }
    return sales;
  }

  /** The events that a subscriber receives when it resumes after a cursor. */
  async function eventsAfter(after: string | null): Promise<{ cursor: string; saleId: string }[]> {
    const connection = `subscriber-${subscribers++}`;
    await functions.socket(socketEvent("CONNECT", connection));
    const say = (message: object) => functions.socket(socketEvent("MESSAGE", connection, message));
    await say({ type: "connection_init", payload: { authorization: `Bearer ${tokens.owner}` } });
    await say({
      type: "subscribe",
      id: "one",
      payload: { query: EVENTS, variables: { id: shop.locationId, after } },
    });
    await functions.socket(socketEvent("DISCONNECT", connection));
    return cloud.box.posted.flatMap(({ connectionId, frame }) => {
      const { data } = (frame.payload ?? {}) as { data?: { saleRecorded: { cursor: string; saleId: string } } };
      return connectionId === connection && data ? [data.saleRecorded] : [];
    });
  }

  /** A copy of all items, as a restore puts them into a new table: no stream has them. */
  async function copied(from: string, to: string): Promise<void> {
    const client = new DynamoDBClient({
      region: "eu-central-1",
      endpoint: cloud.endpoint,
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    });
    let after: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: from, ...(after ? { ExclusiveStartKey: after } : {}) }),
      );
      for (const Item of page.Items ?? []) await client.send(new PutItemCommand({ TableName: to, Item }));
      after = page.LastEvaluatedKey;
    } while (after);
    client.destroy();
  }

  async function raise(table: Shop["table"], ...words: string[]): Promise<string> {
    const lines: string[] = [];
    const output: Output = { line: async (text) => void lines.push(text), note: async () => {}, progress() {} };
    const code = await epochRaiseCommand.run({ table } as System, epochRaiseCommand.parse(words, "/"), output);
    expect(code).toBe(0);
    return present(lines[0], "a line");
  }

  test("restore: loses no acknowledged sale, duplicates none, and sends subscribers what was booked since", async () => {
    const before = await sell(10);
    await deliver();
    const unbooked = await sell(1);
    const backup = await cloud.createTable("restore-backup");
    const current = process.env.POS_TABLE ?? "";
    await copied(current, backup.name);
    const since = await sell(7);
    await deliver();
    const kept = [...before, ...unbooked, ...since];
    const receivedBefore = await eventsAfter("0001-000000000000");
    expect(receivedBefore.map(({ saleId }) => saleId)).toEqual(kept.map(({ id }) => id));
    const last = present(receivedBefore.at(-1), "an event").cursor;

    const restored = await cloud.createTable("restored");
    await copied(backup.name, restored.name);
    const { merchantId, locationId } = shop;
    const epochOf = async () => (await readHead(restored.table, merchantId, locationId)).epoch;
    expect(await raise(restored.table, "2026-11-24T10:00Z", "--dry-run")).toMatch(/^2 ledgers would be raised/);
    expect(await epochOf()).toBe(1);
    process.env.POS_TABLE = restored.name;
    const typed = startCommand(home, "epoch", "raise", "2026-11-24T10:00Z");
    expect(await typed.ran).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^2 ledgers raised .*, 0 were raised for it before\nTerminals send again/),
    });
    expect(await raise(restored.table, "2026-11-24T10:00Z")).toMatch(/^0 ledgers raised .*, 2 were raised/);
    expect(await epochOf()).toBe(2);

    // Everything goes on over the restored table.
    shop = { ...shop, table: restored.table, engine: { table: restored.table } as unknown as LocalEngine };
    stream = restored.stream();
    await stream.read();
    functions = await cloud.functions(restored.name, realtimeName);
    const next = makeSale(shop);
    expect(await send(next)).toMatchObject({ epoch: 2, replayed: false });
    // The terminal saw the epoch rise: it sends all that it has, and once more where the answer was lost.
    const replayed: boolean[] = [];
    for (const sale of kept) replayed.push((await send(sale)).replayed);
    expect(replayed.filter((isReplayed) => isReplayed)).toHaveLength(before.length + unbooked.length);
    for (const sale of since) expect(await send(sale)).toMatchObject({ replayed: true });
    await deliver();
    // What was recorded and not yet booked at that moment is in no stream any more.
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    expect(await functions.sweep({})).toMatchObject({ booked: 1 });
    await deliver();

    const ids: string[] = [];
    for await (const { body } of factHeaders(restored.table, shop.ledger)) {
      const { kind, id } = JSON.parse(String(body)) as Fact;
      if (kind === "sale") ids.push(id);
    }
    const all = [...kept, next].map(({ id }) => id);
    expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)));
    await expectSound(shop);
    const received = await eventsAfter(last);
    expect(received.map(({ saleId }) => saleId).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      [...since, ...unbooked, next].map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(received.every(({ cursor }) => cursor > last && cursor.startsWith("0002-"))).toBe(true);
    expect(await raise(restored.table, "2026-11-25")).toMatch(/^2 ledgers raised/);
    expect(await epochOf()).toBe(3);
  }, 120_000);

  test("beside sales that are booked meanwhile each epoch rises once, however many run it", async () => {
    const { table } = shop;
    const { epoch } = await readHead(table, shop.merchantId, shop.locationId);
    await sell(6);
    const [lines] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, () => raise(table, "at-once"))),
      deliver(),
    ]);
    const raised = lines.map((line) => Number(line.split(" ")[0]));
    expect(raised.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect((await readHead(table, shop.merchantId, shop.locationId)).epoch).toBe(epoch + 1);
    await expectSound(shop);
  }, 60_000);
});
