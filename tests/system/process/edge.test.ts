import { request as httpRequest } from "node:http";
import { TableUnavailable } from "@pos/core/table/port/port.ts";
import { graphqlError } from "@pos/functions/api/errors.ts";
import { type ApiHandlerOptions, createApiHandler } from "@pos/functions/api/server.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import { createHttpHost, type HttpHost } from "@pos/host/node/http.ts";
import { readQueryPage } from "@pos/host/node/page.ts";
import { buildSchema, type GraphQLFieldResolver, GraphQLObjectType } from "graphql";
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SCHEMA = `
  type Query { me: Thing  things(first: Int, last: Int): Things  fail(how: String!): String  wait(milliseconds: Int!): String  count(of: Int!): Int }
  type Thing { id: ID!  secretName: String  me: Thing  things(first: Int, last: Int): Things  parts(first: Int): Parts }
  type Things { nodes: [Thing!]! }
  type Parts { nodes: [Part!]! }
  type Part { id: ID! }
  type Mutation { signIn(email: String): String  rename(name: String): String }
`;

type Resolver = GraphQLFieldResolver<unknown, { caller: string }>;
const RESOLVERS: Readonly<Record<string, Resolver>> = {
  me: () => ({ id: "1", secretName: "x", me: { id: "2" } }),
  things: () => ({ nodes: [{ id: "1" }] }),
  parts: () => ({ nodes: [{ id: "1" }] }),
  fail(_source, { how }) {
    if (how === "forbidden") throw graphqlError("FORBIDDEN", "This needs a permission.");
    if (how === "table") throw new TableUnavailable("none", "arn:aws:dynamodb:secret");
    if (how === "spoof") throw Object.assign(new Error("arn:aws:secret"), { extensions: { code: "FORBIDDEN" } });
    throw new Error("arn:aws:dynamodb:eu:123:table/secret");
  },
  wait: (_source, { milliseconds }) => new Promise((resolve) => setTimeout(() => resolve("done"), milliseconds)),
  count: (_source, { of }) => of,
  signIn: () => "token",
  rename: (_source, { name }) => name,
};

interface Edge {
  readonly url: string;
  readonly host: HttpHost;
  readonly lines: LogLine[];
}

async function startEdge(overrides?: Partial<ApiHandlerOptions<{ caller: string }>>): Promise<Edge> {
  const schema = buildSchema(SCHEMA);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith("__")) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const resolver = RESOLVERS[name];
      if (resolver !== undefined && type.name !== "Thing") field.resolve = resolver;
    }
  }
  const lines: LogLine[] = [];
  const log = (line: LogLine) => void lines.push(line);
  const handler = createApiHandler({
    schema,
    introspection: true,
    log,
    now: () => performance.timeOrigin + performance.now(),
    contextOf: async ({ sourceIp }) => ({ caller: sourceIp }),
    ...overrides,
  });
  const host = createHttpHost({ handler, log, host: "127.0.0.1", port: 0, pages: readQueryPage() });
  const { url } = await host.start();
  host.markReady();
  return { url, host, lines };
}

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.host.close());

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown; extensions: { code: string; requestId?: string } }[];
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Answer;
}

async function send(
  body: string | object,
  options: { headers?: Record<string, string>; to?: Edge } = {},
): Promise<Reply> {
  const response = await fetch(`${(options.to ?? edge).url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...options.headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return reply(response);
}

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) as Answer };
}

const codeOf = (answer: Reply) => answer.json.errors?.[0]?.extensions.code;

describe("edge: the GraphQL-over-HTTP specification", () => {
  test("passes every audit, but for the status of a refused document", async () => {
    const counts = { ok: 0, notice: 0, warn: 0, error: 0 };
    const failures: string[] = [];
    for (const audit of serverAudits({ url: `${edge.url}/graphql`, fetchFn: fetch })) {
      const result = await audit.fn();
      counts[result.status] += 1;
      if (result.status !== "ok") failures.push(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
    }
    console.log(`GraphQL over HTTP audits: ${JSON.stringify(counts)}`, failures);
    expect(counts.error).toBe(0);
    // Refused documents and variables answer 400 rather than 200, on purpose: proxies and monitors see that they failed.
    const warned = failures.filter((failure) => failure.startsWith("warn"));
    expect(
      warned.filter((failure) => !/SHOULD use .*200.* (parsing|validation|coercion) failure/.test(failure)),
    ).toEqual([]);
    expect(counts.ok).toBeGreaterThan(40);
  });

  test("answers with JSON that must not be cached, with a request id", async () => {
    for (const body of ["{ __typename }", "{ nowhere }", "{"]) {
      const answer = await send({ query: body });
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("edge: what is malformed", () => {
  test.each([
    ["no JSON", '{"query":'],
    ["nothing", ""],
    ["a string", '"{ __typename }"'],
    ["null", "null"],
    ["a batch", '[{"query":"{ __typename }"}]'],
  ])("%s is refused as JSON", async (_name, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "%s is refused, since a browser sends it without asking",
    async (type) => {
      const answer = await send('{"query":"{ __typename }"}', { headers: { "content-type": type } });
      expect(answer.status).toBe(400);
      expect(codeOf(answer)).toBe("BAD_REQUEST");
    },
  );

  test("a mutation by GET is refused", async () => {
    const query = encodeURIComponent('mutation { rename(name: "x") }');
    const headers = { "apollo-require-preflight": "1" };
    const answer = await reply(await fetch(`${edge.url}/graphql?query=${query}`, { headers }));
    expect(answer.status).toBe(405);
    const plain = await reply(await fetch(`${edge.url}/graphql?query=${encodeURIComponent("{ __typename }")}`));
    expect(plain.status).toBe(400);
  });

  test("wrong, missing and unknown variables are the client's fault", async () => {
    for (const variables of [{ n: "x" }, {}, { n: 1.5 }]) {
      const answer = await send({ query: "query ($n: Int!) { count(of: $n) }", variables });
      expect(answer.status).toBe(400);
      expect(codeOf(answer)).toBe("BAD_USER_INPUT");
    }
  });
});

describe("edge: what is too large", () => {
  test("a body over 1 MiB is refused, with and without a length", async () => {
    const body = JSON.stringify({ query: "{ __typename }", variables: { x: "y".repeat(2 * 1024 * 1024) } });
    const answer = await send(body);
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe("TOO_LARGE");
    const chunked = await sendChunked(body);
    expect(chunked.status).toBe(413);
    expect(JSON.parse(chunked.text).errors[0].extensions.code).toBe("TOO_LARGE");
  });

  test("a body of just 1 MiB is read", async () => {
    const empty = JSON.stringify({ query: "{ __typename }", variables: { x: "" } });
    const full = JSON.stringify({ query: "{ __typename }", variables: { x: "y".repeat(1_048_576 - empty.length) } });
    expect((await send(full)).status).toBe(200);
    expect((await send(`${full} `)).status).toBe(413);
  });

  test("an endless body is cut off", async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const outgoing = httpRequest(`${edge.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
      });
      const pump = setInterval(() => outgoing.write("x".repeat(256 * 1024)), 1);
      let seen: number | undefined;
      outgoing.on("response", (response) => {
        seen = response.statusCode;
        response.resume();
      });
      outgoing.on("error", () => {});
      outgoing.on("close", () => {
        clearInterval(pump);
        resolve(seen);
      });
    });
    expect(status).toBe(413);
  });
});

function sendChunked(body: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${edge.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    for (let from = 0; from < body.length; from += 65_536) outgoing.write(body.slice(from, from + 65_536));
    outgoing.end();
  });
}

describe("edge: what is too complex", () => {
  const doubling = (levels: number) =>
    Array.from(
      { length: levels },
      (_, n) => `fragment F${n} on Thing { a${n}: me { ...F${n + 1} } b: me { ...F${n + 1} } }`,
    );
  const cases: [string, string, string][] = [
    ["10,000 aliases", `{ ${Array.from({ length: 10_000 }, (_, n) => `a${n}: __typename`).join(" ")} }`, "TOO_COMPLEX"],
    ["16 aliases", `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(" ")} }`, "TOO_COMPLEX"],
    ["depth 50", `${"{ me ".repeat(50)}{ id }${" }".repeat(50)}`, "TOO_COMPLEX"],
    ["20,000 directives", `{ __typename ${"@skip(if: false) ".repeat(20_000)} }`, "TOO_COMPLEX"],
    ["9 directives", `{ ${"__typename @skip(if: false) ".repeat(9)} }`, "TOO_COMPLEX"],
    [
      "a page of pages of pages",
      "{ things(first: 100) { nodes { things(first: 100) { nodes { id } } } } }",
      "TOO_COMPLEX",
    ],
    ["two sign-ins", 'mutation { signIn(email: "a") b: signIn(email: "b") }', "TOO_COMPLEX"],
    ["a fragment in itself", "{ me { ...A } } fragment A on Thing { me { ...A } }", "GRAPHQL_VALIDATION_FAILED"],
    ["doubling fragments", `{ me { ...F0 } } ${doubling(24).join(" ")} fragment F24 on Thing { id }`, "TOO_COMPLEX"],
  ];
  test.each(cases)("%s is refused quickly", async (_name, query, code) => {
    const startedAt = performance.now();
    const answer = await send({ query });
    const milliseconds = performance.now() - startedAt;
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe(code);
    expect(answer.json.data ?? null).toBeNull();
    expect(milliseconds).toBeLessThan(500);
  });

  test("a page size in a variable counts, and what is within the limits passes", async () => {
    const query = "query ($n: Int) { things(first: $n) { nodes { parts(first: $n) { nodes { id } } } } }";
    expect(codeOf(await send({ query, variables: { n: 100 } }))).toBe("TOO_COMPLEX");
    expect((await send({ query, variables: { n: 10 } })).json.errors).toBeUndefined();
  });

  test("a list within a list of the same type is refused, however short", async () => {
    const query = "{ things(first: 1) { nodes { things(first: 1) { nodes { id } } } } }";
    expect(codeOf(await send({ query }))).toBe("TOO_COMPLEX");
  });
});

describe("edge: what went wrong inside", () => {
  test("a bug is masked with its request id, and logged under it", async () => {
    for (const how of ["bug", "spoof"]) {
      const answer = await send({ query: "query Break($how: String!) { fail(how: $how) }", variables: { how } });
      const requestId = answer.headers.get("x-request-id");
      expect(answer.status).toBe(200);
      expect(answer.json.errors).toEqual([
        {
          message: "Internal error",
          path: ["fail"],
          locations: [{ line: 1, column: 30 }],
          extensions: { code: "INTERNAL", requestId },
        },
      ]);
      expect(answer.text).not.toMatch(/arn:|stack|\.ts/);
      const logged = edge.lines.find((line) => line.requestId === requestId && line.event === "error");
      expect(logged).toMatchObject({ level: "error", code: "INTERNAL" });
      expect(String(logged?.error)).toContain("arn:aws");
    }
  });

  test("passes an error of the contract, and reports an unavailable table as such", async () => {
    const forbidden = await send({ query: '{ fail(how: "forbidden") }' });
    expect(forbidden.json.errors?.[0]).toMatchObject({
      message: "This needs a permission.",
      extensions: { code: "FORBIDDEN" },
    });
    const table = await send({ query: '{ fail(how: "table") }' });
    expect(codeOf(table)).toBe("UNAVAILABLE");
    expect(table.text).not.toContain("arn:");
  });

  test("a caller who cannot be looked up gets a GraphQL error", async () => {
    const closed = await startEdge({
      contextOf: async ({ headers }) => {
        throw headers.authorization === undefined
          ? new Error("secret")
          : graphqlError("UNAUTHENTICATED", "Sign in again.");
      },
    });
    const answer = await send({ query: "{ me { id } }" }, { to: closed, headers: { authorization: "Bearer x" } });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({ errors: [{ message: "Sign in again.", extensions: { code: "UNAUTHENTICATED" } }] });
    const bug = await send({ query: "{ me { id } }" }, { to: closed });
    expect(bug.status).toBe(500);
    expect(bug.json.errors?.[0]?.extensions).toEqual({ code: "INTERNAL", requestId: bug.headers.get("x-request-id") });
    expect(bug.text).not.toContain("secret");
    await closed.host.close();
  });

  test("each request is one line, without tokens or variables", async () => {
    const canary = "canary-5f1d";
    const answer = await send(
      {
        query: "mutation Rename($name: String) { rename(name: $name) }",
        variables: { name: canary },
        operationName: "Rename",
      },
      { headers: { authorization: `Bearer ${canary}`, cookie: `session=${canary}` } },
    );
    expect(answer.json.data).toEqual({ rename: canary });
    await send({ query: `{ fail(how: "${canary}") }` });
    await send({ query: `query ($name: Int!) { count(of: $name) }`, variables: { name: canary } });
    await send(`{"query": "${canary}`);
    const lines = edge.lines.filter((line) => line.requestId === answer.headers.get("x-request-id"));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: "info",
      operationName: "Rename",
      status: 200,
      errorCodes: [],
      bytesOut: answer.text.length,
    });
    expect(JSON.stringify(edge.lines)).not.toContain(canary);
  });
});

describe("edge: the schema is private", () => {
  let hidden: Edge;
  beforeAll(async () => {
    hidden = await startEdge({ introspection: false });
  });
  afterAll(() => hidden.host.close());

  test("introspection is refused", async () => {
    const answer = await send({ query: "{ __schema { types { name } } }" }, { to: hidden });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain("secretName");
    expect((await send({ query: "{ __typename }" }, { to: hidden })).json.data).toEqual({ __typename: "Query" });
  });

  test("no field is suggested", async () => {
    const query = "{ me { secretNam } }";
    expect((await send({ query })).text).toContain("Did you mean");
    const answer = await send({ query }, { to: hidden });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/Did you mean|secretName/);
  });
});

describe("edge: the host", () => {
  test("query page: serves files of its own by a policy that allows no others, and a nonce per response", async () => {
    const nonces = new Set<string>();
    for (let count = 0; count < 2; count++) {
      const page = await fetch(`${edge.url}/query`);
      expect(page.status).toBe(200);
      const policy = page.headers.get("content-security-policy") ?? "";
      const nonce = /style-src 'self' 'nonce-([\w+/=]{24})'/.exec(policy)?.[1] ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self'; ");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      const html = await page.text();
      expect(html).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/https?:\/\/|<script>|<style|style="/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
    for (const path of ["/query.css", "/query.js", "/query.licences.txt"]) {
      const file = await fetch(edge.url + path);
      expect(file.status).toBe(200);
      expect((await file.text()).length).toBeGreaterThan(500);
    }
    expect(await (await fetch(`${edge.url}/query.css`)).text()).not.toMatch(/https?:\/\/|@import/);
    for (const path of ["/", "/nowhere", "/graphql/", "/../settings.ts", "/query.html"]) {
      const answer = await reply(await fetch(edge.url + path));
      expect(answer.status).toBe(404);
      expect(codeOf(answer)).toBe("NOT_FOUND");
    }
  });

  test("reports its health", async () => {
    const health = await fetch(`${edge.url}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: "ok" });
    const starting = createHttpHost({
      handler: () => Promise.reject(),
      log: () => {},
      host: "127.0.0.1",
      port: 0,
      pages: new Map(),
    });
    const { url } = await starting.start();
    expect((await fetch(`${url}/health`)).status).toBe(503);
    const graphql = await reply(await fetch(`${url}/graphql`, { method: "POST", body: "{}" }));
    expect(graphql.status).toBe(503);
    expect(codeOf(graphql)).toBe("UNAVAILABLE");
    await starting.close();
  });

  test("sets several cookies, and hands on the header with those that came", async () => {
    const cookies = await startEdge({
      contextOf: async ({ headers, setCookie }) => {
        setCookie("a=1; HttpOnly");
        setCookie(`b=${headers.cookie?.split("; ").length}; HttpOnly`);
        return { caller: headers.cookie ?? "no header" };
      },
    });
    const response = await fetch(`${cookies.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: "x=1; y=2" },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2; HttpOnly"]);
    await cookies.host.close();
  });

  test("prints what to do when the port is taken", async () => {
    const port = Number(new URL(edge.url).port);
    const second = createHttpHost({
      handler: () => Promise.reject(),
      log: () => {},
      host: "127.0.0.1",
      port,
      pages: new Map(),
    });
    await expect(second.start()).rejects.toThrow(`Port ${port} is in use`);
  });

  test("closes cleanly: what is under way is finished, then nothing is accepted", async () => {
    const closing = await startEdge();
    const underWay = send({ query: "{ wait(milliseconds: 300) }" }, { to: closing });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const startedAt = performance.now();
    const closed = closing.host.close();
    const answer = await underWay;
    expect(answer.json.data).toEqual({ wait: "done" });
    expect(answer.headers.get("connection")).toBe("close");
    await closed;
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await expect(send({ query: "{ __typename }" }, { to: closing })).rejects.toThrow();
  });

  test("closes at its deadline even when a request hangs", async () => {
    const hanging = await startEdge();
    const underWay = send({ query: "{ wait(milliseconds: 5000) }" }, { to: hanging }).catch(() => "cut");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await hanging.host.close(200);
    expect(await underWay).toBe("cut");
  });
});
