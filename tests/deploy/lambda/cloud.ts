import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { ulid } from "@pos/core/base/id.ts";
import { present } from "@pos/core/base/result.ts";
import { clientConfig, createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { APIGatewayProxyStructuredResultV2, DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { Data } from "../../support/api.ts";
import { sharedDynamodb, sharedFunctions } from "../../support/shared.ts";
import { createShop, type Shop } from "../../support/shop.ts";
import { httpEvent, openPostBox, type PostBox, TableStream } from "./events.ts";
import { type FaultyDynamo, openFaultyDynamo } from "./faulty-dynamo.ts";

/** The bundles over DynamoDB Local with the faulty edge between them, and the same table past that edge for setting up and looking. */
export interface Cloud {
  readonly endpoint: string;
  readonly edge: FaultyDynamo;
  readonly box: PostBox;
  readonly client: ReturnType<typeof createDynamoClient>;
  /** Creates a table with its stream and returns its name. */
  createTable(name: string): Promise<{ readonly table: Table; readonly name: string; stream(): TableStream }>;
  /** The functions over a table: loaded again for each. */
  functions(tableName: string, realtimeTableName: string): Promise<Functions>;
  /** Environment by which programs reach the table past the faulty edge. */
  readonly environment: { readonly [name: string]: string };
  stop(): Promise<void>;
}

export interface Functions {
  readonly graphql: (event: object) => Promise<APIGatewayProxyStructuredResultV2>;
  readonly socket: (event: object) => Promise<{ readonly statusCode: number }>;
  readonly book: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  readonly publish: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  readonly sweep: (event: object) => Promise<{ readonly facts: number; readonly booked: number }>;
}

const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
const REGION = "eu-central-1";
const NAMES = ["graphql", "socket", "book", "publish", "sweep"] as const;

export async function openCloud(): Promise<Cloud> {
  const [outdir, endpoint] = await Promise.all([sharedFunctions(), GIVEN ?? sharedDynamodb()]);
  const edge = await openFaultyDynamo(endpoint);
  const box = await openPostBox();
  const place = { region: REGION, endpoint, credentials: CREDENTIALS };
  const client = createDynamoClient(place);
  const streams = new DynamoDBStreamsClient(clientConfig(place));
  const environment = {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    DYNAMODB_ENDPOINT: endpoint,
  };
  let loaded = 0;
  return {
    endpoint,
    edge,
    box,
    client,
    environment,
    async createTable(prefix) {
      const tableName = `${prefix}-${process.pid}-${randomBytes(4).toString("hex")}`;
      await createTableIfAbsent(client, tableName);
      return {
        name: tableName,
        table: createDynamoTable({ client, tableName }),
        stream: () => new TableStream(streams, tableName),
      };
    },
    async functions(tableName, realtimeTableName) {
      loaded++;
      Object.assign(process.env, environment, {
        DYNAMODB_ENDPOINT: edge.endpoint,
        POS_TABLE: tableName,
        POS_REALTIME_TABLE: realtimeTableName,
        POS_SOCKET_ENDPOINT: box.endpoint,
        MAIL_FROM: "POS <pos@shop.example>",
      });
      const handlers = NAMES.map(async (each) => {
        const file = `${pathToFileURL(join(outdir, each, "index.mjs")).href}?${loaded}`;
        const { handler } = (await import(/* @vite-ignore */ file)) as { handler: unknown };
        return [each, handler] as const;
      });
      return Object.fromEntries(await Promise.all(handlers)) as unknown as Functions;
    },
    async stop() {
      box.close();
      await edge.stop();
      client.destroy();
      streams.destroy();
    },
  };
}

/** Time is the platform's here, as it is the functions'; ids have a chance of their own. */
export async function createCloudShop(table: Table, options: { readonly terminals: number }): Promise<Shop> {
  // Setting up asks an engine for its table only.
  const engine = { table } as unknown as LocalEngine;
  const shop = await createShop({ engine, secrets: true, variants: 5, ...options });
  await shop.stock("1000");
  return { ...shop, clock: { ...shop.clock, now: () => new Date().toISOString(), newId } };
}

export const newId = (prefix: string) => `${prefix}_${ulid(Date.now(), randomBytes(10))}` as never;

/** Asks once. @throws with the error's code when there is no answer to it */
export async function ask({ graphql }: Functions, query: string, variables: object, token?: string): Promise<Data> {
  const answer = await graphql(httpEvent({ query, variables }, token));
  const { data, errors } = JSON.parse(answer.body ?? "{}");
  if (errors) throw new Unanswered(String(errors[0]?.extensions?.code), JSON.stringify(errors));
  return present(data, "data");
}

export class Unanswered extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A token for the owner, and one of the manager at each terminal. */
export async function signIn(functions: Functions, shop: Shop): Promise<{ owner: string; operators: string[] }> {
  const { email, password } = shop.staff.OWNER;
  const { signIn: signed } = await ask(
    functions,
    "mutation ($input: SignInInput!) { signIn(input: $input) { token } }",
    {
      input: { email, password },
    },
  );
  const operators: string[] = [];
  for (const { id } of shop.terminals) {
    const { issueActivationCode } = await ask(
      functions,
      "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }",
      { id },
      signed.token,
    );
    const { activateTerminal } = await ask(
      functions,
      "mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) { token } }",
      { code: issueActivationCode.activationCode },
    );
    const { operatorNumber, pin } = shop.staff.MANAGER;
    const { signInOperator } = await ask(
      functions,
      "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }",
      { input: { operatorNumber, pin } },
      activateTerminal.token,
    );
    operators.push(signInOperator.token);
  }
  return { owner: signed.token, operators };
}
