import { randomUUID } from "node:crypto";
import { present } from "@pos/core/base/result.ts";
import type { Role } from "@pos/core/people/access/index.ts";
import { createApi } from "@pos/functions/api/api.ts";
import type { Reach } from "@pos/functions/api/origin.ts";
import type { ApiLimits } from "@pos/functions/api/server.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import { createHttpHost } from "@pos/host/node/http.ts";
import { type BookReader, startBookReader } from "@pos/host/node/reader.ts";
import type { Shop } from "./shop.ts";

/** The API of a shop over real HTTP, with the reader that books: what a terminal talks to. */
export interface Api {
  readonly url: string;
  readonly reader: BookReader;
  readonly log: readonly LogLine[];
  call(query: string, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly variables?: object;
  readonly token?: string;
  readonly headers?: { readonly [name: string]: string };
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
export type Data = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors:
    | readonly {
        readonly message: string;
        readonly extensions: { readonly code: string; readonly requestId?: string };
      }[]
    | undefined;
}

export interface ApiOptions {
  readonly introspection?: boolean;
  /** Default: those of the contract. */
  readonly limits?: ApiLimits;
  /** How clients reach the host. Default: directly. */
  readonly reach?: Reach;
}

export async function startApi(shop: Shop, options: ApiOptions = {}): Promise<Api> {
  const lines: LogLine[] = [];
  const log = (line: LogLine) => {
    lines.push(line);
  };
  const reader = startBookReader(shop.engine, { ...shop.booking, clock: shop.clock }, log);
  const handler = createApi({
    table: shop.table,
    clock: shop.clock,
    introspection: options.introspection ?? true,
    log,
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.reach ? { reach: options.reach } : {}),
  });
  const host = createHttpHost({
    handler,
    log,
    host: "127.0.0.1",
    port: 0,
    pages: new Map(),
    ...(options.reach ? { reach: options.reach } : {}),
  });
  const { url } = await host.start();
  host.markReady();
  return {
    url,
    reader,
    log: lines,
    call: (query, call) => post(`${url}/graphql`, query, call),
    async close() {
      await host.close();
      await reader.stop();
    },
  };
}

async function post(url: string, query: string, { variables, token, headers }: CallOptions = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-test-request": randomUUID(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: Answer["errors"] };
  return { status: response.status, headers: response.headers, data, errors };
}

/** Tokens as people and terminals get them: by the API's own sign-ins. The shop must have secrets. */
export async function signInOwner(api: Api, shop: Shop): Promise<string> {
  const { email, password } = shop.staff.OWNER;
  const { data } = await api.call(
    "mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code } } }",
    {
      variables: { input: { email, password } },
    },
  );
  return present(data?.signIn.token, "the owner's token");
}

export async function activate(api: Api, owner: string, terminalId: string): Promise<string> {
  const issued = await api.call(
    "mutation ($id: ID!) { issueActivationCode(input: { terminalId: $id }) { activationCode } }",
    {
      variables: { id: terminalId },
      token: owner,
    },
  );
  const { data } = await api.call(
    "mutation ($code: String!) { activateTerminal(input: { activationCode: $code }) { token } }",
    {
      variables: { code: issued.data.issueActivationCode.activationCode },
    },
  );
  return present(data?.activateTerminal.token, "the terminal's token");
}

export async function signInOperator(
  api: Api,
  shop: Shop,
  terminalToken: string,
  role: Role = "MANAGER",
): Promise<string> {
  const { operatorNumber, pin } = shop.staff[role];
  const { data } = await api.call(
    "mutation ($input: SignInOperatorInput!) { signInOperator(input: $input) { token } }",
    {
      variables: { input: { operatorNumber, pin } },
      token: terminalToken,
    },
  );
  return present(data?.signInOperator.token, "the operator's token");
}
