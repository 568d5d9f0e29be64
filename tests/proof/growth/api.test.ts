import { createApi } from "@pos/functions/api/api.ts";
import { resolvers } from "@pos/functions/api/assembly.ts";
import type { ApiHandler } from "@pos/functions/api/http.ts";
import { createSchema } from "@pos/functions/api/schema.ts";
import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  Kind,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { createShop } from "../../support/shop.ts";
import { defeats, fewTextsOf, superLinear, textsOf } from "./growth.ts";

/** The API's own entry: every scalar and enum, every header, documents, variables and messages, with and without suggestions. */
const schema = createSchema(resolvers);
const scalars = Object.values(schema.getTypeMap()).filter(isScalarType);
const handlers: { shown: ApiHandler; hidden: ApiHandler } = {} as never;

beforeAll(async () => {
  const { table, clock } = await createShop();
  const make = (introspection: boolean) => createApi({ table, clock, introspection, log: () => {} });
  Object.assign(handlers, { shown: make(true), hidden: make(false) });
});

describe("scalars: their time grows with the length of the text, not faster", () => {
  test("all are found in the schema", () => {
    expect(scalars.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["ID", "Int", "Decimal", "DateTime", "Date", "CurrencyCode", "MinorUnits"]),
    );
  });

  test.each(scalars.map((scalar) => [scalar.name, scalar] as const))("A1: %s", async (_name, scalar) => {
    expect(await defeats(textsOf(), (text) => scalar.parseValue(text))).toEqual([]);
    expect(await defeats(textsOf(), (value) => scalar.parseLiteral({ kind: Kind.STRING, value }))).toEqual([]);
    expect(await defeats(fewTextsOf(), (value) => scalar.parseLiteral({ kind: Kind.INT, value }))).toEqual([]);
  });
});

interface Position {
  readonly document: string;
  readonly variables: (text: string) => object;
}

/** For every scalar and enum that mutations and queries take: one position of it. */
function positionsIn({ getQueryType, getMutationType }: Pick<GraphQLSchema, "getQueryType" | "getMutationType">) {
  const found = new Map<string, Position>();
  for (const [operation, root] of [
    ["query", getQueryType.call(schema)],
    ["mutation", getMutationType.call(schema)],
  ] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      for (const { name, type } of field.args) {
        const selection = "getFields" in getNamedType(field.type) ? " { __typename }" : "";
        const document = `${operation} ($v: ${type}) { ${field.name}(${name}: $v)${selection} }`;
        leaves(
          type,
          (text) => text,
          (leaf, wrap) => {
            if (!found.has(leaf)) found.set(leaf, { document, variables: (text) => ({ v: wrap(text) }) });
          },
        );
      }
    }
  }
  return found;
}

type Wrap = (text: string) => unknown;

function leaves(
  type: GraphQLInputType,
  wrap: Wrap,
  found: (leaf: string, wrap: Wrap) => void,
  above: readonly string[] = [],
) {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return leaves(nullable.ofType, (text) => wrap([text] as never), found, above);
  if (isEnumType(nullable) || isScalarType(nullable)) return found(nullable.name, wrap);
  if (!isInputObjectType(nullable) || above.includes(nullable.name)) return;
  for (const field of Object.values(nullable.getFields()))
    leaves(field.type, (text) => wrap({ [field.name]: text } as never), found, [...above, nullable.name]);
}

const positions = positionsIn(schema);

function ask(handler: ApiHandler, body: object | string, headers: readonly (readonly [string, string])[] = []) {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const all = [["content-type", "application/json"] as const, ...headers];
  const request = { method: "POST", url: "/graphql", headers: all, arrayBuffer: async () => bytes };
  return handler(request, { requestId: "a request", sourceIp: "127.0.0.1" });
}

describe.each(["shown", "hidden"] as const)("entry: with a %s schema", (kind) => {
  test("every scalar has a position but the one that is in answers only", () => {
    const without = scalars.map(({ name }) => name).filter((name) => !positions.has(name));
    expect(without).toEqual(["CurrencyCode"]);
  });

  test.each([...positions])("A2, A26: a variable of %s", async (_name, { document, variables }) => {
    const work = (text: string) => ask(handlers[kind], { query: document, variables: variables(text) });
    expect(await defeats(fewTextsOf(), work)).toEqual([]);
  });

  const wrong: readonly (readonly [string, (text: string) => object])[] = [
    ["document", (text) => ({ query: text })],
    ["field", (text) => ({ query: `{ me { ${text} } }` })],
    ["literal", (text) => ({ query: `{ sale(id: ${JSON.stringify(text)}) { idd } }` })],
    ["block", (text) => ({ query: `{ sale(id: """${text}""") { id } }` })],
    ["comment", (text) => ({ query: `{ me { kind } } #${text}` })],
    ["operation name", (text) => ({ query: "{ me { kind } }", operationName: text })],
    ["variable name", (text) => ({ query: "{ me { kind } }", variables: { [text]: text } })],
    [
      "input field",
      (text) => ({
        query: "mutation ($v: SignInInput!) { signIn(input: $v) { token } }",
        variables: { v: { [text]: 1 } },
      }),
    ],
    ["extension", (text) => ({ query: "{ me { kind } }", extensions: { [text]: text } })],
  ];
  test.each(wrong)("A2, A26: a text as %s", async (_name, body) => {
    expect(await defeats(fewTextsOf(), (text) => ask(handlers[kind], body(text)))).toEqual([]);
  });

  const many = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, n) => text(n)).join(" ");
  const shapes: readonly (readonly [string, (count: number) => object | string])[] = [
    ["names of fields", (count) => ({ query: `{ ${many(count, (n) => `f${n}`)} }` })],
    ["fields of one response key", (count) => ({ query: `{ me { ${many(count, () => "kind")} } }` })],
    [
      "fragments",
      (count) => ({
        query: `{ ${many(count / 4, (n) => `...F${n}`)} } ${many(count / 4, (n) => `fragment F${n} on Query { me { kind } }`)}`,
      }),
    ],
    [
      "fragments in fragments",
      (count) => ({
        query: `{ ...F0 } ${many(count / 4, (n) => `fragment F${n} on Query { me { kind } ...F${n + 1} }`)}`,
      }),
    ],
    ["operations", (count) => ({ query: many(count / 4, (n) => `query Q${n} { me { kind } }`), operationName: "Q1" })],
    ["variables", (count) => ({ query: `query (${many(count / 4, (n) => `$v${n}: ID`)}) { me { kind } }` })],
    [
      "JSON in JSON",
      (count) => `{"query":"{ me { kind } }","variables":{"v":${"[".repeat(count)}${"]".repeat(count)}}}`,
    ],
    [
      "wrong elements",
      (count) => ({
        query: "mutation ($v: SyncSalesInput!) { syncSales(input: $v) { epoch } }",
        variables: { v: { sales: Array.from({ length: count }, () => 1) } },
      }),
    ],
    [
      "unknown input fields",
      (count) => ({
        query: "mutation ($v: SignInInput!) { signIn(input: $v) { token } }",
        variables: { v: Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, n])) },
      }),
    ],
    ["opened braces", (count) => ({ query: "{ a".repeat(count) })],
  ];
  test.each(shapes)("%s", async (_name, body) => {
    expect(await superLinear((count) => ask(handlers[kind], body(count)))).toBeUndefined();
  });
});

test("signIn: BAD_USER_INPUT when an object of the variables has 257 fields", async () => {
  const v = Object.fromEntries(Array.from({ length: 257 }, (_, n) => [`f${n}`, n]));
  const query = "mutation ($v: SignInInput!) { signIn(input: $v) { token } }";
  const { status, body } = await ask(handlers.shown, { query, variables: { v } });
  expect([status, JSON.parse(body).errors]).toEqual([
    400,
    [
      {
        message: "The variables have an object of more than 256 fields.",
        extensions: { code: "BAD_USER_INPUT" },
      },
    ],
  ]);
});

const HEADERS = [
  "accept",
  "accept-encoding",
  "accept-language",
  "authorization",
  "content-type",
  "cookie",
  "host",
  "origin",
  "x-forwarded-host",
  "x-session",
  "apollo-require-preflight",
  "x-apollo-operation-name",
  "user-agent",
  "x-other",
];

describe("headers: their time grows with the length of the text, not faster", () => {
  test.each(HEADERS)("A25: %s", async (name) => {
    const beginnings: { readonly [name: string]: string } = {
      "content-type": "application/json;",
      authorization: "Bearer ",
      cookie: "pos_session=",
    };
    const work = (text: string) =>
      ask(handlers.shown, { query: "{ __typename }" }, [[name, `${beginnings[name] ?? ""}${text}`]]);
    expect(await defeats(fewTextsOf(), work)).toEqual([]);
  });
});
