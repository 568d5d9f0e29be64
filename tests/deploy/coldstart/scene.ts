import { randomBytes } from "node:crypto";
import { pathToFileURL } from "node:url";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { ulid } from "@pos/core/base/id.ts";
import { present } from "@pos/core/base/result.ts";
import { clientConfig, createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Data } from "../../support/api.ts";
import { createShop, type Shop } from "../../support/shop.ts";
import { httpEvent, socketEvent, streamEvent, TableStream } from "../lambda/events.ts";

/** A shop over DynamoDB, the surroundings its functions run in, and their events. */
export interface Scene {
  environmentOf(name: string): Readonly<Record<string, string>>;
  /** A function's event; each round has one that was not handled before. */
  eventOf(name: string, round: number): object;
  /** As many sales of three lines by one terminal. */
  sales(count: number): object[];
}

const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
const REGION = "eu-central-1";
/** What runs by the clock mostly finds nothing to do: its shop has no sales, so that it does nothing in another function's place. */
const TABLES = { main: "coldstart", quiet: "coldstart-quiet", realtime: "coldstart-realtime" };
const BY_THE_CLOCK = new Set(["sweep", "reports"]);
/** The dashboard's first question. */
const SESSION = "query Session { me { kind staffId role permissions } locations { id code name timeZone } }";
const SELL = `mutation Sell($input: CompleteSaleInput!) {
  completeSale(input: $input) { replayed userErrors { code } sale { id total { amount } } }
}`;

export async function setScene(options: {
  readonly endpoint: string;
  readonly rounds: number;
  /** Paths of bundles. */
  readonly graphql: string;
  readonly book: string;
}): Promise<Scene> {
  const place = { region: REGION, endpoint: options.endpoint, credentials: CREDENTIALS };
  const client = createDynamoClient(place);
  const streams = new DynamoDBStreamsClient(clientConfig(place));
  for (const name of Object.values(TABLES)) await createTableIfAbsent(client, name);
  const table = createDynamoTable({ client, tableName: TABLES.main });
  // Setting up asks an engine for its table only.
  const shop = await createShop({ engine: { table } as unknown as LocalEngine, secrets: true });
  const quietTable = createDynamoTable({ client, tableName: TABLES.quiet });
  await createShop({ engine: { table: quietTable } as unknown as LocalEngine, seed: 2 });
  const environment = environmentOf(options.endpoint);
  Object.assign(process.env, environment);
  const graphql = await load<APIGatewayProxyStructuredResultV2>(options.graphql);
  const book = await load<object>(options.book);
  const ask = async (query: string, variables: object, token?: string): Promise<Data> => {
    const { body = "" } = await graphql(httpEvent({ query, variables }, token));
    return present(JSON.parse(body).data, `data in ${body}`);
  };
  const tokens = await signIn(shop, ask);
  let sequence = 0;
  const sale = () => ({ query: SELL, variables: { input: saleOf(shop, ++sequence) } });
  const stream = new TableStream(streams, TABLES.main);
  for (let sold = 0; sold <= options.rounds; sold++) {
    const { query, variables } = sale();
    await ask(query, variables, tokens.operator);
  }
  const { Records: facts } = streamEvent(await stream.read(), "FACT");
  await book({ Records: facts.slice(0, 1) });
  const entries = streamEvent(await stream.read(), "ENTRY#");
  streams.destroy();
  client.destroy();

  const events: Readonly<Record<string, (round: number) => object>> = {
    graphql: () => httpEvent({ query: SESSION }, tokens.owner),
    socket: (round) => socketEvent("CONNECT", `L0SM9cOFvHcCIh${round}=`),
    book: (round) => ({ Records: [present(facts[round + 1], "a fact that is not booked")] }),
    publish: () => entries,
    authorize: authorizeEvent,
    // As it comes a second time: what it names is not open any more.
    mail: () => queueEvent({ merchantId: shop.merchantId, sendingId: newId("snd") }),
    sweep: scheduleEvent,
    reports: scheduleEvent,
    "bare-api": () => httpEvent({ query: "{ isThere }" }),
    "bare-table": () => ({}),
  };
  return {
    environmentOf: (name) => (BY_THE_CLOCK.has(name) ? { ...environment, POS_TABLE: TABLES.quiet } : environment),
    eventOf: (name, round) => present(events[name], `an event for ${name} in tests/deploy/coldstart/scene.ts`)(round),
    sales: (count) => Array.from({ length: count }, () => httpEvent(sale(), tokens.operator)),
  };
}

function environmentOf(endpoint: string) {
  return {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    // A function on Lambda has one.
    AWS_SESSION_TOKEN: "local",
    DYNAMODB_ENDPOINT: endpoint,
    POS_TABLE: TABLES.main,
    POS_REALTIME_TABLE: TABLES.realtime,
    POS_SOCKET_ENDPOINT: "http://127.0.0.1:9",
    POS_MAIL_QUEUE_URL: "http://127.0.0.1:9/queue",
    POS_FAILURES_BUCKET: "failures",
    POS_STAGE: "test",
    MAIL_FROM: "POS <pos@shop.example>",
  };
}

async function load<Answer>(bundle: string): Promise<(event: object) => Promise<Answer>> {
  return (await import(pathToFileURL(bundle).href)).handler;
}

type Ask = (query: string, variables: object, token?: string) => Promise<Data>;

async function signIn(shop: Shop, ask: Ask): Promise<{ readonly owner: string; readonly operator: string }> {
  const { email, password } = shop.staff.OWNER;
  const { signIn: owner } = await ask("mutation ($input: SignInInput!) { signIn(input: $input) { token } }", {
    input: { email, password },
  });
  const { issueActivationCode } = await ask(
    "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }",
    { id: shop.terminals[0]?.id },
    owner.token,
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
  return { owner: owner.token, operator: signInOperator.token };
}

function saleOf({ variants }: Shop, sequence: number): object {
  const lines = variants.slice(0, 3).map(({ id }) => ({ variant: { id }, quantity: "1", unitPrice: "2.00" }));
  return {
    id: newId("sal"),
    sequence,
    occurredAt: new Date().toISOString(),
    lines,
    payments: [{ id: newId("pay"), method: "CARD", amount: lines.length * 200 }],
  };
}

function newId(prefix: string): string {
  return `${prefix}_${ulid(Date.now(), randomBytes(10))}`;
}

/** Of an EventBridge schedule. */
function scheduleEvent(): object {
  return {
    version: "0",
    id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account: "123456789012",
    time: "2026-11-24T10:00:00Z",
    region: REGION,
    resources: ["arn:aws:events:eu-central-1:123456789012:rule/schedule"],
    detail: {},
  };
}

/** Of a WebSocket API, which asks before it connects. */
function authorizeEvent(): object {
  return {
    type: "REQUEST",
    methodArn: `arn:aws:execute-api:${REGION}:123456789012:abcdef1234/production/$connect`,
    ...socketEvent("CONNECT", "L0SM9cOFvHcCIhw="),
  };
}

/** Of an SQS queue. */
function queueEvent(message: object): object {
  const record = {
    messageId: "059f36b4-87a3-44ab-83d2-661975830a7d",
    receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
    body: JSON.stringify(message),
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "1795514400000",
      SenderId: "AIDAIENQZJOLO23YVJ4VO",
      ApproximateFirstReceiveTimestamp: "1795514400001",
    },
    messageAttributes: {},
    md5OfBody: "e4e68fb7bd0e697a0ae8f1bb342846b3",
    eventSource: "aws:sqs",
    eventSourceARN: `arn:aws:sqs:${REGION}:123456789012:mail`,
    awsRegion: REGION,
  };
  return { Records: [record] };
}
