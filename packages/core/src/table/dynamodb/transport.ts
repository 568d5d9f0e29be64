import { type ClientRequest, type IncomingMessage, request as requestHttp, Agent as UnsecureAgent } from "node:http";
import { request as requestHttps, Agent as SecureAgent } from "node:https";
import type { Credentials } from "./authorization.ts";
import { NeverSent } from "./failures.ts";
import { createSigner } from "./signature.ts";

/** DynamoDB's HTTP protocol: signed POST requests with JSON bodies over persistent connections. */
export interface Transport {
  /**
   * @param operation its name in DynamoDB's API
   * @returns the response, whatever its status
   * @throws the network's error
   */
  post(operation: string, body: string): Promise<TransportResponse>;
  close(): void;
}

export interface TransportResponse {
  readonly status: number;
  readonly text: string;
  /** The response's Date header; undefined if it has none. */
  readonly date: string | undefined;
}

export interface TransportOptions {
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly credentials: () => Promise<Credentials>;
  /** Milliseconds since 1970 by DynamoDB's clock, as far as its offset is known. */
  readonly now: () => number;
}

/** The time counts from the moment the request waits for a connection, so it must also cover a burst of requests. */
const CONNECT_MILLISECONDS_MAX = 3_000;
/** A transaction of 4 MB takes seconds; three attempts still end before an HTTP gateway times out. */
const ANSWER_MILLISECONDS_MAX = 6_000;
const SOCKETS_MAX = 256;

export function createTransport({ region, endpoint, credentials, now }: TransportOptions): Transport {
  const url = new URL(endpoint ?? endpointOf(region));
  const isSecure = url.protocol === "https:";
  const agent = new (isSecure ? SecureAgent : UnsecureAgent)({ keepAlive: true, maxSockets: SOCKETS_MAX });
  const request = isSecure ? requestHttps : requestHttp;
  const { host, hostname, port } = url;
  const connection = { agent, hostname, port, method: "POST", path: "/" };
  const sign = createSigner({ region, service: "dynamodb", host });
  return {
    async post(operation, body) {
      const target = `DynamoDB_20120810.${operation}`;
      const headers = {
        ...sign({ target, body, at: now(), credentials: await credentials() }),
        "content-type": "application/x-amz-json-1.0",
        "content-length": Buffer.byteLength(body),
      };
      return answerTo(request({ ...connection, headers }), body);
    },
    close: () => agent.destroy(),
  };
}

function endpointOf(region: string): string {
  return `https://dynamodb.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}

function answerTo(sent: ClientRequest, body: string): Promise<TransportResponse> {
  const unconnected = setTimeout(() => sent.destroy(new NeverSent("No connection in time")), CONNECT_MILLISECONDS_MAX);
  const unanswered = setTimeout(() => sent.destroy(new Error("No answer in time")), ANSWER_MILLISECONDS_MAX);
  const answer = new Promise<TransportResponse>((resolve, reject) => {
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
  resolve: (answer: TransportResponse) => void,
  reject: (error: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  // Also handles a connection that breaks in the middle of a response.
  response.once("error", reject);
  response.once("end", () => {
    const { statusCode: status = 0, headers } = response;
    resolve({ status, text: Buffer.concat(chunks).toString(), date: headers.date });
  });
}
