import { readFileSync } from "node:fs";
import { canonicalDecimal } from "@pos/core/base/decimal.ts";
import { present } from "@pos/core/base/result.ts";
import { createApi } from "@pos/functions/api/api.ts";
import { scalarResolvers } from "@pos/functions/api/scalars.ts";
import { infoOf, requestOf, resultOf } from "@pos/functions/lambda/gateway-event.ts";
import { createDocuments } from "@pos/functions/realtime/documents.ts";
import { createSocketHandler } from "@pos/functions/realtime/handler.ts";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { buildSchema, isEnumType, isScalarType, Kind } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpEvent } from "../../../deploy/lambda/events.ts";
import { ALL_MILLISECONDS, ask, type Case, judge, spoilable, spoilt } from "./judge.ts";
import { nameOf, operation, POSITIONS, type Position, placed, positionsOf } from "./positions.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/**
 * What a request costs grows with its length and not faster, whatever its texts are: one request without a token must not hold
 * the thread that sells. The schema is hidden, as on Lambda.
 */
let stand: Stand;
let handle: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
beforeAll(async () => {
  stand = await openStand();
  const { table, clock } = stand.counter.shop;
  const api = createApi({ table, clock, introspection: false, log: () => {} });
  handle = async (event) => resultOf(await api(requestOf(event), infoOf(event)));
});
afterAll(() => closeStand(stand));

/** Texts that patterns and parsers have taken the square of the length for. */
const TEXTS: readonly (readonly [name: string, of: (length: number) => string])[] = [
  ["zeros", (length) => `0.${"0".repeat(length)}10`],
  ["suggestions", (length) => "Did you mean ?x".repeat(length / 15)],
  ["suggestions to the end", (length) => `${" Did you mean x".repeat(length / 15)}?`],
  ["spaces", (length) => `a${" ".repeat(length)}x`],
  ["digits", (length) => `${"9".repeat(length)}x`],
  ["an address", (length) => `${"a.".repeat(length / 2)}@`],
  ["token limits", (length) => "Document contains more than 1".repeat(length / 29)],
  ["accents", (length) => "e\u0301\u0323".repeat(length / 3)],
  ["quotes", (length) => '"\\'.repeat(length / 2)],
];

/**
 * In steps, so that code that takes the square of the length fails at the first step that is slow, and not after hours. At the
 * last step such code takes a thousand times the bound.
 */
const LENGTHS = [16_384, 65_536, 262_000, 980_000];
const CPU_SECONDS_MAX = 2;

/** CPU time and not the clock's: what else the machine does costs nothing here. */
async function cpuSecondsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function expectQuick(name: string, of: (length: number) => string, use: (text: string) => unknown) {
  for (const length of LENGTHS) {
    const text = of(length);
    const seconds = await cpuSecondsOf(() => use(text));
    expect(seconds, `${name} of ${length} characters`).toBeLessThan(CPU_SECONDS_MAX);
  }
}

const schema = buildSchema(readFileSync(new URL("../../../../schema.graphql", import.meta.url), "utf8"));
const LEAVES = Object.values(schema.getTypeMap())
  .filter((type) => (isScalarType(type) || isEnumType(type)) && !type.name.startsWith("__"))
  .map(({ name }) => name)
  .filter((name) => positionsOf(name).size > 0);

test("the contract's scalars and GraphQL's own are among the types that are tried", () => {
  // A currency is an answer only, and is tried below.
  const names = ["Boolean", "Date", "DateTime", "Decimal", "ID", "Int", "MinorUnits", "String"];
  expect(LEAVES).toEqual(expect.arrayContaining(names));
});

// What goes over a connection comes first: the calls below leave it idle for longer than either end keeps it.
test("a parameter of spaces behind application/json is refused at once over a connection, on every path", async () => {
  const { url } = stand.counter.api;
  for (const path of ["/graphql", "/health", "/mail", "/"]) {
    const headers = { "content-type": `application/json;${" ".repeat(12_000)}x` };
    const method = path === "/graphql" ? "POST" : "GET";
    const seconds = await cpuSecondsOf(async () => {
      const response = await fetch(`${url}${path}`, { method, headers, ...(method === "POST" ? { body: "{}" } : {}) });
      expect(response.status).toBe(431);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "TOO_LARGE" } }] });
    });
    expect(seconds).toBeLessThan(CPU_SECONDS_MAX);
  }
});

test("a decimal that is too long for its field is refused there, one beyond every field with the whole request", async () => {
  const position = present(
    [...positionsOf("Decimal").values()].find((one) => one.operation === "completeSale"),
    "one",
  );
  const cases: Case[] = [];
  for (const [length, expected] of [
    [8_192, "INVALID_QUANTITY input.lines.0.quantity"],
    [8_193, "BAD_USER_INPUT"],
  ] as const)
    cases.push(await spoilt(stand, position, { name: `${length} digits`, value: "1".repeat(length), expected }));
  await judge(stand, "long decimals", cases);
});

/** What commands and queries do with a text that comes through to them. */
test.each(TEXTS)(
  "every place for a text, by who may: %s are answered in time",
  async (what, of) => {
    for (const position of POSITIONS) {
      const good = await spoilable(stand, position);
      const variables = good && placed(good.variables, position, of(200_000));
      if (!good || !variables || !/^\[?(String|ID|Decimal)/.test(String(position.type))) continue;
      const seconds = await cpuSecondsOf(() => ask(stand, position.operation, { ...good, variables }));
      expect(seconds, `${what} at ${nameOf(position)}`).toBeLessThan(CPU_SECONDS_MAX);
    }
  },
  ALL_MILLISECONDS,
);

/** Variables with a text in one place and nothing else. */
function alone({ path }: Position, text: unknown): Record<string, unknown> {
  let value = text;
  for (const step of path.slice(1).reverse()) value = step === "0" ? [value] : { [step]: value };
  return { [present(path[0], "an argument")]: value };
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, inside]) => `${name}: ${literalOf(inside)}`)
    .join(", ")} }`;
}

describe.each(LEAVES)("a text for the type %s, without a token", (type) => {
  const [position] = positionsOf(type).values();
  const { path, operation: name } = present(position, "a place");
  const place = { operation: name, path } as Position;

  test.each(TEXTS)("as a variable: %s are answered in time that grows with the length", async (what, of) => {
    const query = operation(name).document;
    await expectQuick(what, of, (text) => handle(httpEvent({ query, variables: alone(place, text) })));
    await expectQuick(what, of, (text) => handle(httpEvent({ query, variables: alone(place, { [text]: 1 }) })));
  });

  test.each(TEXTS)("in the document: %s are answered in time that grows with the length", async (what, of) => {
    const [argument = ""] = path;
    const { kind } = operation(name);
    for (const write of [JSON.stringify, (text: string) => text.replaceAll(/\W/g, "_"), (text: string) => text]) {
      await expectQuick(what, of, (text) => {
        const value = literalOf(alone(place, write(text))[argument]);
        return handle(httpEvent({ query: `${kind} { ${name}(${argument}: ${value}) { __typename } }` }));
      });
    }
  });
});

test.each(TEXTS)("names in a document: %s are answered in time that grows with the length", async (what, of) => {
  const written = (text: string) => `a${text.replaceAll(/\W/g, "_")}`;
  const documents = [
    (text: string) => `{ ${written(text)} }`,
    (text: string) => `{ ${written(text)}: __typename }`,
    (text: string) => `query ($${written(text)}: Int) { __typename }`,
    (text: string) => `query ($a: ${written(text)}) { __typename @include(if: $a) }`,
    (text: string) => `{ __typename @${written(text)} ...${written(text)} }`,
    (text: string) => `# ${text}\n{ nowhere }`,
  ];
  for (const document of documents)
    await expectQuick(what, of, (text) => handle(httpEvent({ query: document(text), operationName: text })));
});

const HEADERS = [
  ...["accept", "accept-encoding", "accept-language", "authorization", "content-type", "cookie", "host", "origin"],
  ...["sec-websocket-protocol", "x-amzn-trace-id", "x-forwarded-host", "x-session"],
];
const HEADER_TEXTS: typeof TEXTS = [
  ...TEXTS,
  ["spaces in a parameter", (length) => `application/json;${" ".repeat(length)}x`],
  ["spaces in another type", (length) => `text/plain;a=${"\t".repeat(length)}x`],
  ["spaces before a token", (length) => `Bearer ${" ".repeat(length)}x y`],
  ["types", (length) => "text/html;q=0.1,".repeat(length / 16)],
  ["cookies", (length) => `pos_session=x;${" ".repeat(length)}x`],
];

describe.each(HEADERS)("the header %s", (header) => {
  test.each(HEADER_TEXTS)(
    "%s are answered in time that grows with the length, over HTTP and WebSocket",
    async (what, of) => {
      const connect = createSocketHandler({} as never);
      await expectQuick(what, of, async (text) => {
        const event = httpEvent({ query: "{ me { kind } }" });
        const { statusCode, body = "" } = await handle({ ...event, headers: { ...event.headers, [header]: text } });
        if (header === "authorization")
          return expect(JSON.parse(body).errors[0].extensions.code).toBe("UNAUTHENTICATED");
        expect(statusCode).toBe(431);
        const answer = await connect({
          requestContext: { eventType: "CONNECT", connectionId: "x", requestId: "x" },
          headers: { [header]: text },
        });
        expect(answer.statusCode).toBe(431);
      });
    },
  );
});

test("what a browser sends as application/json is read with parameters and in any case", async () => {
  for (const type of [
    "application/json",
    "Application/JSON; charset=utf-8",
    ` application/json ;${" ".repeat(200)}x`,
  ]) {
    const event = httpEvent({ query: "{ __typename }" });
    const { body } = await handle({ ...event, headers: { ...event.headers, "content-type": type } });
    expect(body).toBe('{"data":{"__typename":"Query"}}');
  }
});

describe.each(Object.values(scalarResolvers))("the scalar $name by itself", (scalar) => {
  test.each(TEXTS)("%s are read in time that grows with the length", async (what, of) => {
    await expectQuick(what, of, (text) => {
      expect(() => scalar.parseValue(text)).toThrow();
      expect(() => scalar.parseLiteral({ kind: Kind.STRING, value: text })).toThrow();
      expect(() => scalar.parseLiteral({ kind: Kind.INT, value: text })).toThrow();
    });
  });
});

test.each(TEXTS)("canonicalDecimal: %s are read in time that grows with the length", async (what, of) => {
  await expectQuick(what, of, canonicalDecimal);
});

test("documents and variables beyond their length are refused, over HTTP and WebSocket", async () => {
  const long = "x".repeat(262_145);
  const query = operation("product").document;
  const answers = [
    await handle(httpEvent({ query: `# ${long}\n{ __typename }` })),
    await handle(httpEvent({ query, variables: { id: long } })),
    await handle(httpEvent({ query: `{ ${"a".repeat(257)}: __typename }` })),
  ];
  expect(answers.map(({ statusCode, body }) => [statusCode, JSON.parse(body ?? "").errors[0].extensions.code])).toEqual(
    [
      [400, "TOO_COMPLEX"],
      [400, "BAD_USER_INPUT"],
      [400, "TOO_COMPLEX"],
    ],
  );
  const { prepare } = createDocuments({ introspection: true });
  const subscription = "subscription ($l: ID!) { saleRecorded(locationId: $l) { cursor } }";
  const refused = [
    prepare({ query: `# ${long}\n${subscription}`, variables: { l: "x" } }),
    prepare({ query: subscription, variables: { l: long } }),
  ];
  const codes = refused.map((prepared) => ("errors" in prepared ? prepared.errors[0]?.extensions.code : "prepared"));
  expect(codes).toEqual(["TOO_COMPLEX", "BAD_USER_INPUT"]);
});

test("a message repeats at most 500 characters and no suggestion of a hidden schema", async () => {
  const { body } = await handle(
    httpEvent({ query: operation("products").document, variables: { first: "Did you mean ?x".repeat(1_000) } }),
  );
  expect(JSON.parse(body ?? "").errors[0].message).toHaveLength(500);
  const suggested = await handle(httpEvent({ query: "{ products { nodez { id } } }" }));
  expect(JSON.parse(suggested.body ?? "").errors[0].message).toBe(
    'Cannot query field "nodez" on type "ProductConnection".',
  );
});
