import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { present } from "@pos/core/base/result.ts";
import type { APIGatewayProxyEventV2, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";

/** Events as AWS sends them to functions. */

/** Of an HTTP API, format 2.0. */
export function httpEvent(body: object, token?: string): APIGatewayProxyEventV2 {
  const requestId = randomUUID();
  return {
    version: "2.0",
    routeKey: "POST /graphql",
    rawPath: "/graphql",
    rawQueryString: "",
    headers: {
      accept: "*/*",
      "content-type": "application/json",
      host: HOST,
      "user-agent": "terminal/1",
      "x-amzn-trace-id": "Root=1-6742c5a1-3f2a9c0b7d1e4f5a6b7c8d9e",
      "x-forwarded-for": "203.0.113.7",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    requestContext: {
      accountId: "123456789012",
      apiId: "abcdef1234",
      domainName: HOST,
      domainPrefix: "abcdef1234",
      http: {
        method: "POST",
        path: "/graphql",
        protocol: "HTTP/1.1",
        sourceIp: "203.0.113.7",
        userAgent: "terminal/1",
      },
      requestId,
      routeKey: "POST /graphql",
      stage: "$default",
      time: "24/Nov/2026:10:00:00 +0000",
      timeEpoch: 1_795_514_400_000,
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}

/** What the host of an API is called. */
export const HOST = "abcdef1234.execute-api.eu-central-1.amazonaws.com";

/** Of a handshake. */
const HANDSHAKE = { Host: HOST, "Sec-WebSocket-Protocol": "graphql-transport-ws" };

/** Of a WebSocket API. `headers`: of the handshake, beside its own. */
export function socketEvent(
  eventType: "CONNECT" | "MESSAGE" | "DISCONNECT",
  connectionId: string,
  body?: object,
  headers: { readonly [name: string]: string } = {},
) {
  const route = { CONNECT: "$connect", MESSAGE: "$default", DISCONNECT: "$disconnect" } as const;
  return {
    ...(eventType === "CONNECT" ? { headers: { ...HANDSHAKE, ...headers } } : {}),
    requestContext: {
      routeKey: route[eventType],
      eventType,
      connectionId,
      requestId: randomUUID(),
      stage: "production",
      apiId: "abcdef1234",
      connectedAt: 1_795_514_400_000,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
}

/** What a WebSocket API asks its authorizer before `$connect`. Undefined takes a header away. */
export function authorizeEvent(headers: { readonly [name: string]: string | undefined } = {}) {
  const all = Object.entries({ ...HANDSHAKE, ...headers }).filter(([, value]) => value !== undefined);
  return {
    type: "REQUEST",
    methodArn: "arn:aws:execute-api:eu-central-1:123456789012:abcdef1234/production/$connect",
    headers: Object.fromEntries(all),
    multiValueHeaders: Object.fromEntries(all.map(([name, value]) => [name, [value]])),
    queryStringParameters: {},
    multiValueQueryStringParameters: {},
    stageVariables: {},
    requestContext: {
      routeKey: "$connect",
      eventType: "CONNECT",
      extendedRequestId: "L0SM9FkVFiAFjlA=",
      requestTime: "24/Nov/2026:10:00:00 +0000",
      messageDirection: "IN",
      stage: "production",
      connectedAt: 1_795_514_400_000,
      requestTimeEpoch: 1_795_514_400_001,
      identity: { sourceIp: "203.0.113.7" },
      requestId: "L0SM9FkVFiAFjlA=",
      domainName: HOST,
      connectionId: "L0SM9cOFvHcCIhw=",
      apiId: "abcdef1234",
    },
  };
}

/** Of an EventBridge schedule. */
export function scheduledEvent(name: string) {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account: "123456789012",
    time: "2026-11-24T10:00:00Z",
    region: "eu-central-1",
    resources: [`arn:aws:events:eu-central-1:123456789012:rule/production-${name}`],
    detail: {},
  };
}

/** What Lambda hands to a function beside its event. */
export function lambdaContext(functionName: string, awsRequestId = randomUUID()) {
  return {
    functionName,
    awsRequestId,
    functionVersion: "$LATEST",
    memoryLimitInMB: "1024",
    invokedFunctionArn: `arn:aws:lambda:eu-central-1:123456789012:function:${functionName}`,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "2026/11/24/[$LATEST]0",
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => 29_000,
  };
}

/** A table's stream, read as AWS reads it for functions: each record once, filtered by the sort key's beginning. */
export class TableStream {
  readonly #client: DynamoDBStreamsClient;
  readonly #tableName: string;
  readonly #iterators = new Map<string, string | undefined>();

  constructor(client: DynamoDBStreamsClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async read(): Promise<DynamoDBRecord[]> {
    const { Streams = [] } = await this.#client.send(new ListStreamsCommand({ TableName: this.#tableName }));
    const arn = present(Streams[0]?.StreamArn, "the table's stream");
    const { StreamDescription } = await this.#client.send(new DescribeStreamCommand({ StreamArn: arn }));
    const records: DynamoDBRecord[] = [];
    for (const { ShardId = "" } of StreamDescription?.Shards ?? []) {
      let iterator = this.#iterators.has(ShardId) ? this.#iterators.get(ShardId) : await this.#horizon(arn, ShardId);
      for (let empty = 0; iterator !== undefined && empty < 2; ) {
        const answer = await this.#client.send(new GetRecordsCommand({ ShardIterator: iterator }));
        const { Records = [] } = answer;
        // On the wire instants are numbers; nothing else differs.
        records.push(...(Records as unknown as DynamoDBRecord[]).map((record) => ({ ...record, eventSourceARN: arn })));
        iterator = answer.NextShardIterator;
        empty = Records.length === 0 ? empty + 1 : 0;
      }
      this.#iterators.set(ShardId, iterator);
    }
    return records;
  }

  async #horizon(arn: string, shard: string): Promise<string | undefined> {
    const place = { StreamArn: arn, ShardId: shard, ShardIteratorType: "TRIM_HORIZON" } as const;
    return (await this.#client.send(new GetShardIteratorCommand(place))).ShardIterator;
  }
}

export function streamEvent(records: readonly DynamoDBRecord[], prefix: string): DynamoDBStreamEvent {
  return { Records: records.filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S?.startsWith(prefix)) };
}

/** Where functions hand in texts for open sockets: what API Gateway's connections API would get. */
export interface PostBox {
  readonly endpoint: string;
  readonly posted: {
    readonly connectionId: string;
    readonly frame: { readonly type: string; readonly payload?: unknown };
  }[];
  close(): void;
}

export async function openPostBox(): Promise<PostBox> {
  const posted: PostBox["posted"] = [];
  const server: Server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const connectionId = decodeURIComponent((request.url ?? "").split("/").at(-1) ?? "");
      if (request.method === "POST") posted.push({ connectionId, frame: JSON.parse(text) as { type: string } });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, posted, close: () => server.close() };
}
