import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | readonly string[] | undefined };
  readonly text: string;
}

export interface Asked {
  readonly token?: string | undefined;
  readonly headers?: OutgoingHttpHeaders;
  readonly method?: string;
  readonly body?: string;
  /** Then the client disconnects. */
  readonly milliseconds?: number;
}

const ANSWER_MILLISECONDS = 5_000;

/** HTTP and GraphQL by one client of one address. */
export interface Wire {
  readonly url: string;
  /** Undefined: no answer came, for whatever reason. */
  readonly ask: (path: string, asked?: Asked) => Promise<Answer | undefined>;
  readonly graphql: (query: string, variables: object, asked?: Asked) => Promise<Answer | undefined>;
  /** The answer's data. @throws Error without data, or with errors of the request or of its payload */
  readonly must: (query: string, variables: object, asked?: Asked) => Promise<Data>;
  /** A bare connection. */
  readonly socket: () => Promise<Socket | undefined>;
  readonly close: () => void;
}

/** @param from the address that the client has; only Linux has all of 127.0.0.0/8 */
export function createWire(url: string, from?: string): Wire {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);
  const address = from === undefined ? {} : { localAddress: from };
  const ask = (path: string, asked: Asked = {}) => send(`${url}${path}`, { agent, ...address }, asked);
  const graphql = (query: string, variables: object, asked: Asked = {}) =>
    ask("/graphql", {
      method: "POST",
      body: JSON.stringify({ query, variables }),
      ...asked,
      headers: { "content-type": "application/json", ...asked.headers },
    });
  return {
    url,
    ask,
    graphql,
    async must(query, variables, asked) {
      const answer = await graphql(query, variables, asked);
      if (answer === undefined) throw new Error(`No answer came to ${query.slice(0, 60)}`);
      return dataOf(answer);
    },
    socket: () =>
      new Promise((resolve) => {
        const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true, ...address });
        socket.once("connect", () => resolve(socket));
        socket.once("error", () => resolve(undefined));
      }),
    close: () => agent.destroy(),
  };
}

function send(url: string, options: object, asked: Asked): Promise<Answer | undefined> {
  const { token, headers = {}, method = "GET", body, milliseconds = ANSWER_MILLISECONDS } = asked;
  return new Promise((resolve) => {
    const outgoing = request(url, {
      ...options,
      method,
      headers: {
        ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    const timer = setTimeout(() => outgoing.destroy(), milliseconds);
    const end = (answer?: Answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    outgoing.on("error", () => end());
    outgoing.on("close", () => end());
    outgoing.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => end());
      response.on("end", () => {
        const { statusCode: status = 0, headers: received } = response;
        end({ status, headers: received, text: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.end(body);
  });
}

/** JSON of which the caller names what it needs. */
export type Data = unknown;

/** The value under names and indexes, as in `signIn.token`; undefined if not found. */
export function at(data: Data, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  }, data);
}

export function textAt(data: Data, path: string): string {
  const value = at(data, path);
  if (typeof value !== "string") throw new Error(`There is no text ${path} in ${JSON.stringify(data).slice(0, 300)}`);
  return value;
}

export function numberAt(data: Data, path: string): number {
  const value = at(data, path);
  if (typeof value !== "number") throw new Error(`There is no number ${path} in ${JSON.stringify(data).slice(0, 300)}`);
  return value;
}

export function listAt(data: Data, path: string): readonly unknown[] {
  const value = at(data, path);
  return Array.isArray(value) ? value : [];
}

/** The codes of an answer: of its errors and of its payloads' reasons. */
export function codesOf(answer: Answer | undefined): string[] {
  if (answer === undefined) return [];
  const body = parsed(answer.text);
  const errors = listAt(body, "errors").map((error) => String(at(error, "extensions.code") ?? at(error, "message")));
  const data = at(body, "data");
  const payloads = typeof data === "object" && data !== null ? Object.values(data) : [];
  return [
    ...errors,
    ...payloads.flatMap((payload) => listAt(payload, "userErrors").map((error) => String(at(error, "code")))),
  ];
}

/** @throws Error with its codes */
function dataOf(answer: Answer): Data {
  const codes = codesOf(answer);
  if (codes.length > 0) throw new Error(`Refused: ${codes.join(", ")}: ${answer.text.slice(0, 300)}`);
  return at(parsed(answer.text), "data");
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
