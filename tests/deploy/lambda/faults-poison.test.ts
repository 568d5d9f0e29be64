import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as passTime } from "node:timers/promises";
import { present } from "@pos/core/base/result.ts";
import { bookedParts, factKey, readFact } from "@pos/core/ledger/index.ts";
import type { Item } from "@pos/core/table/port/port.ts";
import { failuresListCommand, failuresReplayCommand } from "@pos/host/cli/commands/failures.ts";
import type { Output } from "@pos/host/control/command.ts";
import type { System } from "@pos/host/control/system.ts";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { expectSound } from "../../support/books.ts";
import { homeOf, startCommand } from "../../support/processes.ts";
import { makeSale } from "../../support/sales.ts";
import type { Shop } from "../../support/shop.ts";
import { type Bucket, openBucket } from "../failures/bucket.ts";
import { ask, type Cloud, createCloudShop, type Functions, openCloud, signIn } from "./cloud.ts";
import { Deliveries, failureObject } from "./deliveries.ts";
import type { TableStream } from "./events.ts";

/** What cannot be booked ends in the failures bucket and is booked from there; what the stream loses is booked by the sweep. */
const SELL =
  "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } userErrors { code } } }";
/** A fact younger than this may still be on its way, so the sweep leaves it. */
const GRACE_MILLISECONDS = 5_000;

describe.skipIf(!process.env.DYNAMODB_ENDPOINT && !javaIsThere())("faults: poison and loss", () => {
  let cloud: Cloud;
  let shop: Shop;
  let stream: TableStream;
  let functions: Functions;
  let bucket: Bucket;
  let token: string;
  const home = homeOf("failures");

  beforeAll(async () => {
    cloud = await openCloud();
    bucket = await openBucket("pos-failures");
    const main = await cloud.createTable("poison");
    const realtime = await cloud.createTable("poison-realtime");
    shop = await createCloudShop(main.table, { terminals: 1 });
    stream = main.stream();
    functions = await cloud.functions(main.name, realtime.name);
    Object.assign(process.env, { POS_FAILURES_BUCKET: bucket.name, S3_ENDPOINT: bucket.endpoint });
    const { operators } = await signIn(functions, shop);
    token = present(operators[0], "a token");
    for (const name of ["stdout", "stderr"] as const) vi.spyOn(process[name], "write").mockReturnValue(true);
    await deliveries().run();
  }, 120_000);
  afterEach(() => bucket.objects.clear());
  afterAll(async () => {
    vi.restoreAllMocks();
    await bucket.stop();
    await cloud.stop();
  });

  async function sell(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const input = makeSale(shop, { method: "CARD" });
      const { completeSale } = await ask(functions, SELL, { input }, token);
      expect(completeSale.userErrors).toEqual([]);
      ids.push(completeSale.sale.id);
    }
    return ids;
  }

  function deliveries(name: "book" | "publish" = "book"): Deliveries {
    const filter = name === "book" ? "FACT" : "ENTRY#";
    const put = async (key: string, body: string) => void bucket.objects.set(key, body);
    return new Deliveries(
      { name, filter, handler: functions[name], batchMax: 8, retriesMax: 3 },
      { random: () => 0.99, put },
    );
  }

  async function deliver(records: readonly DynamoDBRecord[]): Promise<Deliveries> {
    const reader = deliveries();
    reader.take(records);
    await reader.run();
    return reader;
  }

  /** On its way to the reader a byte went wrong. */
  const damaged = (records: readonly DynamoDBRecord[], id: string) =>
    records.map((record): DynamoDBRecord => {
      const image = record.dynamodb?.NewImage;
      if (record.dynamodb?.Keys?.pk?.S !== `${shop.merchantId}#${id}` || !image) return record;
      return { ...record, dynamodb: { ...record.dynamodb, NewImage: { ...image, body: { S: "{" } } } };
    });

  async function isBooked(id: string): Promise<boolean> {
    const { table } = shop.engine;
    const { fact } = present(await readFact(table, shop.merchantId, id), id);
    return (await bookedParts(table, fact)).every((entry) => entry !== undefined);
  }

  const bookedOf = async (ids: readonly string[]) => (await Promise.all(ids.map(isBooked))).filter(Boolean).length;

  /** The command in this process, over the table of the deployment. */
  async function pos(...words: readonly string[]): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const output: Output = {
      line: async (text) => void lines.push(text),
      note: async (text) => void lines.push(text),
      progress() {},
    };
    const system = { table: shop.engine.table, booking: shop.booking } as System;
    const [verb, ...rest] = words;
    if (verb === "list")
      return { code: await failuresListCommand.run(system, failuresListCommand.parse(rest, "/"), output), lines };
    return { code: await failuresReplayCommand.run(system, failuresReplayCommand.parse(rest, "/"), output), lines };
  }

  /** As a user types it. */
  async function typed(...words: readonly string[]): Promise<{ code: number | string; lines: string[] }> {
    const { code, stdout, stderr } = await startCommand(home, "failures", ...words).ran;
    return { code, lines: `${stdout}${code === 0 ? "" : stderr}`.trim().split("\n") };
  }

  test("one poisonous record of a batch: the others land, it ends in the bucket, the replay drains it, twice is once", async () => {
    const ids = await sell(12);
    const poison = present(ids[3], "a sale");
    const reader = await deliver(damaged(await stream.read(), poison));
    expect(reader.counters).toMatchObject({ givenUp: 1, retries: 3 });
    expect([await bookedOf(ids), await isBooked(poison)]).toEqual([11, false]);
    expect([...bucket.objects.keys()]).toEqual([
      expect.stringMatching(
        /^aws\/lambda\/[0-9a-f-]{36}\/shardId-\d+-\w+\/\d{4}\/\d\d\/\d\d\/\d{4}-\d\d-\d\dT\d\d\.\d\d\.\d\d-[0-9a-f-]{36}$/,
      ),
    ]);

    const listed = await typed("list");
    expect(listed.lines).toEqual([
      expect.stringMatching(/^\S+Z {2}book {2}RetryAttemptsExhausted after 4 {2}\d+ records {2}aws\/lambda\//),
      "1 objects",
    ]);
    const dry = await typed("replay", "--dry-run");
    expect(dry.lines.at(-1)).toMatch(
      /^1 objects: 1 facts would be booked, \d+ were booked before, 0 failed; 1 objects would be deleted, 0 stay$/,
    );
    expect([await isBooked(poison), bucket.objects.size]).toEqual([false, 1]);

    const { code, lines } = await typed("replay");
    expect([code, lines.at(-1)]).toEqual([
      0,
      expect.stringMatching(/^1 objects: 1 facts booked, \d+ were booked before, 0 failed; 1 objects deleted, 0 stay$/),
    ]);
    expect([await isBooked(poison), bucket.objects.size]).toEqual([true, 0]);
    expect((await typed("replay")).lines).toEqual([
      "0 objects: 0 facts booked, 0 were booked before, 0 failed; 0 objects deleted, 0 stay",
    ]);
    await expectSound(shop);
  }, 60_000);

  test("failures book: keeps a fact that cannot be booked, with the reason, books the others, and books it once it is fixed", async () => {
    const ids = await sell(5);
    const poison = present(ids[2], "a sale");
    const records = damaged(await stream.read(), poison);
    const { table } = shop.engine;
    const whole = present(await table.get(factKey(shop.merchantId, poison)), "the fact");
    await table.write({ op: "put", item: { ...whole, body: "{" } as Item });
    await deliver(records);
    const [stays] = bucket.objects.keys();
    // Other records that may be there: of the publisher, of a sale that a restore removed, and an unknown one.
    const facts = records.filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S === "FACT");
    const of = (name: string, some: readonly DynamoDBRecord[]) =>
      failureObject(some, { name, mappingId: name, invokes: 4 });
    const ofPublisher = of(
      "publish",
      (await stream.read()).filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S?.startsWith("ENTRY#")),
    );
    const goneText = JSON.stringify(facts.slice(0, 1)).replaceAll(
      present(ids[0], "a sale"),
      "sal_01ARZ3NDEKTSV4RRFFQ69G5FAV",
    );
    const gone = of("book", JSON.parse(goneText));
    for (const { key, body } of [ofPublisher, gone]) bucket.objects.set(key, body);
    bucket.objects.set("aws/lambda/zzz", "what is this");
    bucket.objects.set("images/logo", "not Lambda's");

    const { code, lines } = await pos("replay");
    expect(code).toBe(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(`^${poison}: SyntaxError: `),
        `stays: ${stays}`,
        expect.stringMatching(/^sal_01ARZ3NDEKTSV4RRFFQ69G5FAV: the table does not have this fact/),
        "aws/lambda/zzz: It is no JSON object.",
        expect.stringMatching(
          /^4 objects: 0 facts booked, \d+ were booked before, 3 failed; 1 objects deleted, 3 stay$/,
        ),
      ]),
    );
    expect([...bucket.objects.keys()].sort()).toEqual([stays, gone.key, "aws/lambda/zzz", "images/logo"].sort());
    expect(await bookedOf(ids.filter((id) => id !== poison))).toBe(4);

    await table.write({ op: "put", item: whole });
    for (const name of [gone.key, "aws/lambda/zzz"]) bucket.objects.delete(name);
    const after = await pos("replay");
    expect([after.code, after.lines.at(-1)]).toEqual([0, expect.stringMatching(/^1 objects: 1 facts booked/)]);
    expect([...bucket.objects.keys()]).toEqual(["images/logo"]);
    expect(bucket.asked.filter((asked) => asked === "GET list").length).toBeGreaterThan(3);
    await expectSound(shop);
  }, 60_000);

  test("an object goes only after its facts are booked: where it cannot be booked or deleted, it is there the next time", async () => {
    const ids = await sell(3);
    const poison = present(ids[1], "a sale");
    await deliver(damaged(await stream.read(), poison));
    const { table } = shop.engine;
    const failing = {
      ...shop.booking,
      table: { ...table, transact: () => Promise.reject(new Error("the power went")) },
    };
    const { replayDeadLetters } = await import("@pos/functions/jobs/dead-letters/replay.ts");
    const { bucketDeadLetters } = await import("@pos/functions/jobs/dead-letters/s3.ts");
    const box = bucketDeadLetters({ bucket: bucket.name, region: "eu-central-1", endpoint: bucket.endpoint });
    for await (const { failed } of replayDeadLetters(failing, box))
      expect(failed[0]?.why).toBe("Error: the power went");
    expect([bucket.objects.size, await isBooked(poison)]).toEqual([1, false]);
    bucket.refuseDeletions(1);
    await expect(pos("replay")).rejects.toThrow("AccessDenied");
    expect([bucket.objects.size, await isBooked(poison)]).toEqual([1, true]);
    expect((await pos("replay")).lines.at(-1)).toMatch(
      /^1 objects: 0 facts booked, \d+ were booked before, 0 failed; 1 objects deleted/,
    );
    await expectSound(shop);
  }, 60_000);

  test("failures book: reads a folder copied from the bucket, and reports a missing one", async () => {
    const ids = await sell(3);
    const poison = present(ids[0], "a sale");
    await deliver(damaged(await stream.read(), poison));
    const folder = await mkdtemp(join(tmpdir(), "failures-"));
    try {
      for (const [name, body] of bucket.objects) {
        await mkdir(join(folder, dirname(name)), { recursive: true });
        await writeFile(join(folder, name), body);
      }
      await cp(folder, `${folder}.copy`, { recursive: true });
      expect((await pos("list", "--from", folder)).lines.at(-1)).toBe("1 objects");
      expect((await pos("replay", "--from", folder)).lines.at(-1)).toMatch(/^1 objects: 1 facts booked/);
      expect(await isBooked(poison)).toBe(true);
      const left = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      expect(left).toEqual([]);
      await expect(pos("replay", "--from", join(folder, "nowhere"))).rejects.toThrow("There is no folder");
    } finally {
      for (const each of [folder, `${folder}.copy`]) await rm(each, { recursive: true, force: true });
    }
    process.env.POS_FAILURES_BUCKET = "pos-elsewhere";
    await expect(pos("list")).rejects.toThrow('There is no bucket "pos-elsewhere"');
    process.env.POS_FAILURES_BUCKET = bucket.name;
  }, 60_000);

  test("a stream that loses every second record: the reconciliation job books exactly those, and a fact that cannot be booked blocks no other", async () => {
    const ids = await sell(12);
    const records = (await stream.read()).filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S === "FACT");
    const carried = records.filter((_, index) => index % 2 === 0);
    await deliver(carried);
    const lost = records.length - carried.length;
    expect(await bookedOf(ids)).toBe(ids.length - lost);
    const poison = present(
      ids.find((_, index) => index % 2 === 1),
      "a lost sale",
    );
    const { table } = shop.engine;
    const whole = present(await table.get(factKey(shop.merchantId, poison)), "the fact");
    await table.write({ op: "put", item: { ...whole, body: "{" } as Item });
    await passTime(GRACE_MILLISECONDS + 200);
    expect(await functions.sweep({})).toMatchObject({
      booked: lost - 1,
      failed: 1,
      failure: expect.stringContaining(poison),
    });
    await table.write({ op: "put", item: whole });
    expect(await functions.sweep({})).toMatchObject({ booked: 1, failed: 0 });
    expect(await functions.sweep({})).toMatchObject({ booked: 0, failed: 0 });
    expect(await bookedOf(ids)).toBe(ids.length);
    await expectSound(shop);
  }, 60_000);
});
