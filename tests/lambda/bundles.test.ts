import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { books } from "@pos/functions/books.ts";
import type {
  APIGatewayProxyStructuredResultV2,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ulid } from "../../packages/core/src/base/id.ts";
import { present } from "../../packages/core/src/base/result.ts";
import { verify } from "../../packages/core/src/ledger/index.ts";
import { createDynamoTable } from "../../packages/core/src/table/dynamo.ts";
import { clientConfig, createDynamoClient } from "../../packages/core/src/table/dynamo-client.ts";
import { createTableIfAbsent } from "../../packages/core/src/table/dynamo-create.ts";
import type { LocalEngine } from "../../packages/core/src/table/engine.ts";
import { bundleFunctions } from "../../scripts/bundle.mjs";
import { javaIsThere, startDynamodbLocal } from "../../scripts/dynamodb-local.mjs";
import type { Data } from "../support/api.ts";
import { createShop, type Shop } from "../support/shop.ts";
import { httpEvent, openPostBox, type PostBox, socketEvent, streamEvent, TableStream } from "./events.ts";

/** The functions as they are deployed, each loaded from its bundle and called with events as AWS sends them. */
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
const REGION = "eu-central-1";

interface Functions {
  readonly graphql: (event: object) => Promise<APIGatewayProxyStructuredResultV2>;
  readonly socket: (event: object) => Promise<{ readonly statusCode: number }>;
  readonly book: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  readonly publish: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  readonly sweep: () => Promise<{ readonly facts: number; readonly booked: number }>;
  readonly reports: () => Promise<object>;
}

describe.skipIf(GIVEN === undefined && !javaIsThere())("lambda: the bundles over DynamoDB Local", () => {
  let stop: () => Promise<void> = async () => {};
  let box: PostBox;
  let shop: Shop;
  let stream: TableStream;
  let functions: Functions;

  beforeAll(async () => {
    const [outdir, local] = await Promise.all([
      bundleFunctions(),
      GIVEN === undefined ? startDynamodbLocal({ port: 0 }) : undefined,
    ]);
    const endpoint = local?.endpoint ?? GIVEN ?? "";
    box = await openPostBox();
    const place = { region: REGION, endpoint, credentials: CREDENTIALS };
    const client = createDynamoClient(place);
    const streams = new DynamoDBStreamsClient(clientConfig(place));
    const names = { main: `bundles-${process.pid}`, realtime: `bundles-realtime-${process.pid}` };
    await createTableIfAbsent(client, names.main);
    await createTableIfAbsent(client, names.realtime);
    stop = async () => {
      box.close();
      client.destroy();
      streams.destroy();
      await local?.stop();
    };
    const table = createDynamoTable({ client, tableName: names.main });
    // Setting up asks an engine for its table only.
    shop = await createShop({ engine: { table } as unknown as LocalEngine, secrets: true });
    await shop.stock("50");
    stream = new TableStream(streams, names.main);
    functions = await load(outdir, {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      DYNAMODB_ENDPOINT: endpoint,
      POS_TABLE: names.main,
      POS_REALTIME_TABLE: names.realtime,
      POS_SOCKET_ENDPOINT: box.endpoint,
      MAIL_FROM: "POS <pos@shop.example>",
      SMTP_URL: "smtp://127.0.0.1:9",
    });
  }, 120_000);
  afterAll(() => stop());

  /** Each in the surroundings that the deployment gives it. */
  async function load(outdir: string, environment: Record<string, string>): Promise<Functions> {
    Object.assign(process.env, environment);
    const names = ["graphql", "socket", "book", "publish", "sweep", "reports"] as const;
    const handlers = names.map(async (name) => {
      const file = pathToFileURL(join(outdir, name, "index.mjs")).href;
      const { handler } = (await import(/* @vite-ignore */ file)) as { handler: unknown };
      return [name, handler] as const;
    });
    return Object.fromEntries(await Promise.all(handlers)) as unknown as Functions;
  }

  async function ask(query: string, variables: object, token?: string): Promise<Data> {
    const answer = await functions.graphql(httpEvent({ query, variables }, token));
    const { data, errors } = JSON.parse(answer.body ?? "{}");
    expect(errors).toBeUndefined();
    return data;
  }

  async function signIns(): Promise<{ owner: string; terminal: string; operator: string }> {
    const { email, password } = shop.staff.OWNER;
    const signedIn = await ask("mutation ($input: SignInInput!) { signIn(input: $input) { token } }", {
      input: { email, password },
    });
    const owner = signedIn.signIn.token;
    const { issueActivationCode } = await ask(
      "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }",
      { id: shop.terminals[0]?.id },
      owner,
    );
    const { activateTerminal } = await ask(
      "mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) { token } }",
      { code: issueActivationCode.activationCode },
    );
    const { operatorNumber, pin } = shop.staff.MANAGER;
    const { signInOperator } = await ask(
      "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }",
      { input: { operatorNumber, pin } },
      activateTerminal.token,
    );
    return { owner, terminal: activateTerminal.token, operator: signInOperator.token };
  }

  const newId = (prefix: string) => `${prefix}_${ulid(Date.now(), randomBytes(10))}`;

  const posts = (connectionId: string) =>
    box.posted.filter((each) => each.connectionId === connectionId).map(({ frame }) => frame);

  test("a sale through the HTTP bundle is booked by the book bundle and reaches its subscriber through the publish bundle", async () => {
    const { owner, operator } = await signIns();
    const connectionId = "L0SM9cOFvHcCIhw=";
    expect(await functions.socket(socketEvent("CONNECT", connectionId))).toMatchObject({ statusCode: 200 });
    const say = (message: object) => functions.socket(socketEvent("MESSAGE", connectionId, message));
    await say({ type: "connection_init", payload: { authorization: `Bearer ${owner}` } });
    const query =
      "subscription ($id: ID!) { saleRecorded(locationId: $id) { cursor previous saleId sale { total { amount } } } }";
    await say({ type: "subscribe", id: "one", payload: { query, variables: { id: shop.locationId } } });
    expect(posts(connectionId)).toEqual([{ type: "connection_ack" }]);

    const id = newId("sal");
    const input = {
      id,
      sequence: 1,
      occurredAt: new Date().toISOString(),
      lines: [{ variant: { sku: "SKU-0001" }, quantity: "2", unitPrice: "1.99" }],
      payments: [{ id: newId("pay"), method: "CASH", amount: 398, tendered: 500 }],
    };
    const sell =
      "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { replayed sale { id changeDue { amount } } userErrors { code } } }";
    const recorded = { sale: { id, changeDue: { amount: 102 } }, userErrors: [] };
    expect((await ask(sell, { input }, operator)).completeSale).toEqual({ ...recorded, replayed: false });
    expect((await ask(sell, { input }, operator)).completeSale).toEqual({ ...recorded, replayed: true });

    const facts = streamEvent(await stream.read(), "FACT");
    expect(facts.Records.length).toBeGreaterThanOrEqual(2);
    // Lambda delivers at least once.
    for (const event of [facts, { Records: [...facts.Records].reverse() }])
      expect(await functions.book(event)).toEqual({ batchItemFailures: [] });
    const entries = streamEvent(await stream.read(), "ENTRY#");
    expect(await functions.publish(entries)).toEqual({ batchItemFailures: [] });
    const [, ...events] = posts(connectionId);
    expect(events).toEqual([
      {
        id: "one",
        type: "next",
        payload: {
          data: {
            saleRecorded: {
              cursor: expect.stringMatching(/^0001-0{11}\d$/),
              previous: null,
              saleId: id,
              sale: { total: { amount: 398 } },
            },
          },
        },
      },
    ]);
    const { stockLevels } = await ask(
      `query ($id: ID!) { stockLevels(locationId: $id, skus: ["SKU-0001"]) { nodes { onHand } } }`,
      { id: shop.locationId },
      owner,
    );
    expect(stockLevels.nodes).toEqual([{ onHand: "48" }]);
    expect(await functions.sweep()).toMatchObject({ booked: 0 });
    expect(await functions.reports()).toEqual({});
    await functions.socket(socketEvent("DISCONNECT", connectionId));
    const context = { table: shop.engine.table, clock: { ...shop.clock, now: () => new Date().toISOString() }, books };
    expect((await verify(context, shop.ledger)).differences).toEqual([]);
  }, 60_000);

  test("a poisonous record is named, and it alone: the others of its batch are booked", async () => {
    const { operator } = await signIns();
    const ids: string[] = [];
    for (let sequence = 2; sequence < 5; sequence++) {
      const id = newId("sal");
      ids.push(id);
      const input = {
        id,
        sequence,
        occurredAt: new Date().toISOString(),
        lines: [{ description: "Open", quantity: "1", unitPrice: "1" }],
        payments: [{ id: newId("pay"), method: "CARD", amount: 100 }],
      };
      await ask(
        "mutation ($input: CompleteSaleInput!) { completeSale(input: $input) { sale { id } } }",
        { input },
        operator,
      );
    }
    const { Records } = streamEvent(await stream.read(), "FACT");
    const poisoned = Records.map((record): DynamoDBRecord => {
      const image = record.dynamodb?.NewImage;
      if (!image?.body?.S?.includes(present(ids[1], "a sale"))) return record;
      return { ...record, dynamodb: { ...record.dynamodb, NewImage: { ...image, body: { S: "{" } } } };
    });
    const place = poisoned.find(({ dynamodb }) => dynamodb?.NewImage?.body?.S === "{")?.dynamodb?.SequenceNumber;
    expect(await functions.book({ Records: poisoned })).toEqual({ batchItemFailures: [{ itemIdentifier: place }] });
    expect(await functions.book({ Records })).toEqual({ batchItemFailures: [] });
    const context = { table: shop.engine.table, clock: { ...shop.clock, now: () => new Date().toISOString() }, books };
    const { facts, differences } = await verify(context, shop.ledger);
    expect([facts, differences]).toEqual([5, []]);
  });
});
