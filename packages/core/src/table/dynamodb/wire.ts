import { type ClientRequest, type IncomingMessage, request as requestHttp, Agent as UnsecureAgent } from "node:http";
import { request as requestHttps, Agent as SecureAgent } from "node:https";
import type { Credentials } from "./authorization.ts";
import { NeverSent } from "./failures.ts";
import { createSigner } from "./signature.ts";

/** A request to DynamoDB and its answer as they go over the wire: a signed POST of JSON, on connections that are kept. */
export interface Wire {
  /** `operation` by its name in DynamoDB's API. Any status is an answer. @throws what the network said */
  post(operation: string, body: string): Promise<WireAnswer>;
  close(): void;
}

export interface WireAnswer {
  readonly status: number;
  readonly text: string;
  /** When it was answered by DynamoDB's own clock; undefined when it did not say. */
  readonly date: string | undefined;
}

export interface WirePlace {
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly credentials: () => Promise<Credentials>;
  /** Milliseconds since 1970 by DynamoDB's clock, as far as it is known. */
  readonly now: () => number;
}

/** Counted from when a request waits for a connection, so this must outlast a crowd as well. */
const CONNECT_MILLISECONDS_MAX = 3_000;
/** A transaction of 4 MB takes its time; three attempts still end before an HTTP gateway gives up. */
const ANSWER_MILLISECONDS_MAX = 6_000;
const SOCKETS_MAX = 256;

export function createWire({ region, endpoint, credentials, now }: WirePlace): Wire {
  const url = new URL(endpoint ?? endpointOf(region));
  const isSecure = url.protocol === "https:";
  const agent = new (isSecure ? SecureAgent : UnsecureAgent)({ keepAlive: true, maxSockets: SOCKETS_MAX });
  const request = isSecure ? requestHttps : requestHttp;
  const { host, hostname, port } = url;
  const place = { agent, hostname, port, method: "POST", path: "/" };
  const sign = createSigner({ region, service: "dynamodb", host });
  return {
    async post(operation, body) {
      const target = `DynamoDB_20120810.${operation}`;
      const headers = {
        ...sign({ target, body, at: now(), credentials: await credentials() }),
        "content-type": "application/x-amz-json-1.0",
        "content-length": Buffer.byteLength(body),
      };
      return answerTo(request({ ...place, headers }), body);
    },
    close: () => agent.destroy(),
  };
}

function endpointOf(region: string): string {
  return `https://dynamodb.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}

function answerTo(sent: ClientRequest, body: string): Promise<WireAnswer> {
  const unconnected = setTimeout(() => sent.destroy(new NeverSent("No connection in time")), CONNECT_MILLISECONDS_MAX);
  const unanswered = setTimeout(() => sent.destroy(new Error("No answer in time")), ANSWER_MILLISECONDS_MAX);
  const answer = new Promise<WireAnswer>((resolve, reject) => {
    sent.once("error", reject);
    sent.once("response", (response) => read(response, resolve, reject));
    sent.once("socket", (socket) => {
      if (socket.connecting) socket.once("connect", () => clearTimeout(unconnected));
      else clearTimeout(unconnected);
    });
  });
  sent.end(body);
  return answer.finally(() => {
    clearTimeout(unconnected);
    clearTimeout(unanswered);
  });
}

function read(
  response: IncomingMessage,
  resolve: (answer: WireAnswer) => void,
  reject: (error: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  // Also when the connection breaks in the middle of an answer.
  response.once("error", reject);
  response.once("end", () => {
    const { statusCode: status = 0, headers } = response;
    resolve({ status, text: Buffer.concat(chunks).toString(), date: headers.date });
  });
}
