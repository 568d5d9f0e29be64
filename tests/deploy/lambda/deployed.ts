import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { clientConfig, createDynamoClient } from "@pos/core/table/dynamodb/client.ts";
import { createTableIfAbsent } from "@pos/core/table/dynamodb/create.ts";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type {
  APIGatewayAuthorizerResult,
  APIGatewayProxyStructuredResultV2,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda";
import { javaIsThere } from "../../../scripts/dynamodb-local.mjs";
import { sharedDynamodb, sharedFunctions } from "../../support/shared.ts";
import { openPostBox, type PostBox, TableStream } from "./events.ts";
import { type MailServer, openMailServer } from "./mail-server.ts";
import { openQueueServer, type QueueServer } from "./queue.ts";

/** Every function loaded from its bundle in the surroundings that a deployment gives it, over DynamoDB Local. */
export interface Deployed {
  readonly functions: Functions;
  /** The same table past the functions: for setting up and looking. */
  readonly table: Table;
  readonly box: PostBox;
  readonly queue: QueueServer;
  readonly mailServer: MailServer;
  /** What the table's stream brought since the last call. */
  readonly records: () => Promise<DynamoDBRecord[]>;
  /** Every line that the functions wrote, as it was written. */
  readonly lines: string[];
  stop(): Promise<void>;
}

export interface Functions {
  readonly graphql: (event: object, context?: object) => Promise<APIGatewayProxyStructuredResultV2>;
  readonly authorize: (event: object) => Promise<APIGatewayAuthorizerResult>;
  readonly socket: (event: object) => Promise<{ readonly statusCode: number; readonly headers?: object }>;
  readonly book: (event: DynamoDBStreamEvent, context?: object) => Promise<DynamoDBBatchResponse>;
  readonly publish: (event: DynamoDBStreamEvent, context?: object) => Promise<DynamoDBBatchResponse>;
  readonly sweep: (event: object) => Promise<{ readonly facts: number; readonly booked: number }>;
  readonly reports: (event: object) => Promise<{ readonly queued: number }>;
  readonly mail: (event: SQSEvent) => Promise<SQSBatchResponse>;
}

const NAMES = ["graphql", "authorize", "socket", "book", "publish", "sweep", "reports", "mail"] as const;
const GIVEN = process.env.DYNAMODB_ENDPOINT || undefined;
const CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
const REGION = "eu-central-1";

export const canDeploy = GIVEN !== undefined || javaIsThere();

/** @param name what its tables are called after */
export async function deploy(name: string): Promise<Deployed> {
  const [outdir, endpoint, box, queue, mailServer] = await Promise.all([
    sharedFunctions(),
    GIVEN ?? sharedDynamodb(),
    openPostBox(),
    openQueueServer(),
    openMailServer(),
  ]);
  const place = { region: REGION, endpoint, credentials: CREDENTIALS };
  const client = createDynamoClient(place);
  const streams = new DynamoDBStreamsClient(clientConfig(place));
  const tableName = `${name}-${randomBytes(4).toString("hex")}`;
  await createTableIfAbsent(client, tableName);
  await createTableIfAbsent(client, `${tableName}-realtime`);
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    DYNAMODB_ENDPOINT: endpoint,
    POS_TABLE: tableName,
    POS_REALTIME_TABLE: `${tableName}-realtime`,
    POS_SOCKET_ENDPOINT: box.endpoint,
    POS_MAIL_QUEUE_URL: queue.url,
    POS_STAGE: "test",
    MAIL_FROM: "The Shop <reports@shop.example>",
    SMTP_URL: mailServer.url,
  });
  const lines: string[] = [];
  const stopListening = listen(lines);
  const handlers = NAMES.map(async (each) => {
    const { handler } = (await import(/* @vite-ignore */ pathToFileURL(join(outdir, each, "index.mjs")).href)) as {
      handler: unknown;
    };
    return [each, handler] as const;
  });
  const stream = new TableStream(streams, tableName);
  return {
    functions: Object.fromEntries(await Promise.all(handlers)) as unknown as Functions,
    table: createDynamoTable({ client, tableName }),
    ...{ box, queue, mailServer, lines },
    records: () => stream.read(),
    async stop() {
      stopListening();
      box.close();
      queue.close();
      await mailServer.close();
      client.destroy();
      streams.destroy();
    },
  };
}

/** Takes what functions write in place of showing it. */
function listen(lines: string[]): () => void {
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams) {
    stream.write = ((chunk: string | Uint8Array, ...more: unknown[]) => {
      lines.push(...String(chunk).split("\n").filter(Boolean));
      const done = more.find((each) => typeof each === "function") as (() => void) | undefined;
      done?.();
      return true;
    }) as typeof stream.write;
  }
  return () => {
    for (const { stream, write } of streams) stream.write = write;
  };
}
