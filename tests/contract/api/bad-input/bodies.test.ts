import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complete, saleInput } from "../counter.ts";
import { type Case, countsByClass, judge, send } from "./judge.ts";
import { type Bytes, sendBytes } from "./socket.ts";
import { closeStand, openStand, type Stand } from "./stand.ts";

/** Bodies that are too large, cut, or none at all; each would make a category if it were read as it was meant. */
let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});
afterAll(async () => {
  console.log(countsByClass());
  await closeStand(stand);
});

const QUERY = "mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { userErrors { code path } } }";
const input = (fields: object = {}) => ({ id: stand.counter.shop.clock.newId("cat"), name: "Made", ...fields });
const good = (fields?: object): string => JSON.stringify({ query: QUERY, variables: { input: input(fields) } });
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part)] : part)));

type Body = string | Uint8Array<ArrayBuffer>;

function row(
  name: string,
  body: Body,
  expected = "BAD_REQUEST",
  status?: number,
  headers: { readonly [name: string]: string } = {},
): Case {
  const code = status ?? (expected === "BAD_REQUEST" ? 400 : undefined);
  return {
    name,
    expected,
    ...(code === undefined ? {} : { status: code }),
    run: () => send(stand, { body, token: stand.counter.owner, headers }),
  };
}

test("a body that is no JSON object is refused", async () => {
  const whole = good();
  await judge(stand, "malformed bodies", [
    ...[
      "",
      " ",
      "{",
      "}",
      "null",
      "true",
      "0",
      '"x"',
      "[]",
      "[[]]",
      "{}",
      "undefined",
      "NaN",
      "{query}",
      "{'query': '{ me }'}",
    ].map((body) => row(JSON.stringify(body), body)),
    row("cut by one", whole.slice(0, -1)),
    row("cut in half", whole.slice(0, whole.length / 2)),
    row("with something behind", `${whole}x`),
    row("twice", whole + whole),
    row("two lines of JSON", `${whole}\n${whole}`),
    row("a batch of one", `[${whole}]`),
    row("a batch", `[${whole},${whole}]`),
    row("a comment", whole.replace("{", "{ /* */")),
    row("a comma behind the last", whole.replace(/}$/, ",}")),
    row("a line end in a text", good({ name: "a" }).replace('"a"', '"a\nb"')),
    row("a wrong escape", good({ name: "a" }).replace('"a"', '"\\x61"')),
    row("half an escape", good({ name: "a" }).replace('"a"', '"\\u12"')),
    row("Infinity", `{"query": "{ me { kind } }", "variables": {"a": Infinity}}`),
    row("a hexadecimal number", `{"query": "{ me { kind } }", "variables": {"a": 0x10}}`),
    row("a number with a plus", `{"query": "{ me { kind } }", "variables": {"a": +1}}`),
    row("a byte order mark", `\ufeff${whole}`),
    row("UTF-16", Uint8Array.from(Buffer.from(whole, "utf16le"))),
    row("compressed", Uint8Array.from(gzipSync(whole))),
    row("said to be compressed", Uint8Array.from(gzipSync(whole)), "BAD_REQUEST", 400, { "content-encoding": "gzip" }),
  ]);
});

test("a text that is no UTF-8 is refused, not read as something else", async () => {
  const [before = "", after = ""] = good({ name: "§" }).split("§");
  await judge(stand, "malformed bodies", [
    row("a byte that is never in UTF-8", bytes(before, [0xff], after)),
    row("a continuation alone", bytes(before, [0x80], after)),
    row("a character cut short", bytes(before, [0xe2, 0x82], after)),
    row("an overlong form", bytes(before, [0xc0, 0xaf], after)),
    row("a surrogate as bytes", bytes(before, [0xed, 0xa0, 0x80], after)),
    row("beyond Unicode", bytes(before, [0xf4, 0x90, 0x80, 0x80], after)),
    row("Latin-1", bytes(before, [0xe9], after)),
    row("at the end of the body", bytes(good(), [0xff])),
  ]);
});

test("members of a wrong type, unknown members and members twice", async () => {
  const variables = { input: input() };
  const body = (more: object) => JSON.stringify({ query: QUERY, variables, ...more });
  await judge(stand, "malformed bodies", [
    ...[null, 5, true, {}, [QUERY], ""].map((query) => row(`query ${JSON.stringify(query)}`, body({ query }))),
    ...[5, true, "{}", [], [variables], JSON.stringify(variables)].map((wrong) =>
      row(`variables ${JSON.stringify(wrong).slice(0, 20)}`, body({ variables: wrong })),
    ),
    ...[5, true, "{}", []].map((extensions) => row(`extensions ${JSON.stringify(extensions)}`, body({ extensions }))),
    row("variables of nothing", body({ variables: null }), "BAD_USER_INPUT"),
    row("the query under another name", JSON.stringify({ Query: QUERY, variables })),
    row("a good query and a bad one behind it", `${body({}).slice(0, -1)},"query":"{"}`, "GRAPHQL_PARSE_FAILED"),
    row(
      "good variables and bad ones behind them",
      `${body({}).slice(0, -1)},"variables":{"input":5}}`,
      "BAD_USER_INPUT",
    ),
    row(
      "a good name and a bad one behind it",
      good().replace('"name":"Made"', '"name":"Made","name":""'),
      "INVALID_NAME input.name",
    ),
  ]);
});

test("members that every object has are unknown, and change no object", async () => {
  const spoilt = (text: string) => good().replace('"name":"Made"', `"name":"Made",${text}`);
  await judge(stand, "members of objects", [
    row("__proto__ in an input", spoilt('"__proto__":{"name":"x"}'), "BAD_USER_INPUT"),
    row("constructor in an input", spoilt('"constructor":{"prototype":{"name":"x"}}'), "BAD_USER_INPUT"),
    row("toString in an input", spoilt('"toString":"x"'), "BAD_USER_INPUT"),
    row("a name in __proto__ only", good().replace('"name":"Made"', '"__proto__":{"name":"Made"}'), "BAD_USER_INPUT"),
    row("the input in __proto__", good().replace('"input":', '"__proto__":'), "BAD_USER_INPUT"),
    row("the query in __proto__", `{"__proto__":${good()}}`),
    row(
      "the variables' own __proto__",
      `{"query":${JSON.stringify(QUERY)},"variables":{"__proto__":{"input":${JSON.stringify(input())}}}}`,
      "BAD_USER_INPUT",
    ),
  ]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("deep JSON is as wrong as shallow JSON", async () => {
  const cases: Case[] = [];
  for (const levels of [100, 10_000, 100_000]) {
    const lists = "[".repeat(levels) + "]".repeat(levels);
    const objects = `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    for (const [kind, deep] of [
      ["lists", lists],
      ["objects", objects],
    ] as const) {
      cases.push(
        row(`${levels} ${kind} as a name`, good({ name: "§" }).replace('"§"', deep), "BAD_USER_INPUT"),
        row(
          `${levels} ${kind} as the input`,
          `{"query":${JSON.stringify(QUERY)},"variables":{"input":${deep}}}`,
          "BAD_USER_INPUT",
        ),
        row(
          `${levels} ${kind} as the variables`,
          `{"query":${JSON.stringify(QUERY)},"variables":${deep}}`,
          kind === "lists" ? "BAD_REQUEST" : "BAD_USER_INPUT",
        ),
        row(`${levels} ${kind} as the body`, deep),
        row(`${levels} ${kind} as the query`, `{"query":${deep}}`),
      );
    }
    cases.push(row(`${levels} lists unclosed`, "[".repeat(levels)));
  }
  await judge(stand, "deep JSON", cases);
});

test("a body over 1 MiB is too large, whatever is in it", async () => {
  const max = 1_048_576;
  const padded = (to: number) => good().padEnd(to);
  await judge(stand, "oversized bodies", [
    row("one byte more", padded(max + 1), "TOO_LARGE", 413),
    row("8 MiB", padded(8 * max), "TOO_LARGE", 413),
    row("one 4-byte character more", good({ name: "§" }).replace("§", "𝄞".repeat(max / 4)), "TOO_LARGE", 413),
    row("no JSON", "x".repeat(max + 1), "TOO_LARGE", 413),
    row("just 1 MiB of no JSON", "x".repeat(max)),
  ]);
});

test("another type than JSON is refused, since a browser sends it without asking", async () => {
  const types = [
    "text/plain",
    "text/plain; application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/html",
    "application/graphql",
    "application/xml",
    "application/jsonp",
    "json",
    "*/*",
    "application/json5",
    "image/png",
  ];
  await judge(stand, "content types", [
    ...types.map((type) => row(type, good(), "BAD_REQUEST", 400, { "content-type": type })),
    row("none", Uint8Array.from(Buffer.from(good())), "BAD_REQUEST", 400, { "content-type": "" }),
  ]);
});

test("lengths that lie and bodies without an end record nothing and hold up nobody", async () => {
  const { owner } = stand.counter;
  const type = "content-type: application/json";
  const head = (...lines: string[]) => [
    "POST /graphql HTTP/1.1",
    "host: x",
    `authorization: Bearer ${owner}`,
    type,
    ...lines,
  ];
  const cut = good().slice(0, -1);
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  const lie = (name: string, expected: string, status: number, sent: Bytes): Case => ({
    name,
    expected,
    status,
    run: () => sendBytes(stand, sent),
  });
  await judge(stand, "lengths that lie", [
    lie("longer than what comes, then the end", "400", 400, {
      head: head("content-length: 900"),
      body: cut,
      ends: true,
    }),
    lie("longer than what comes, then nothing", "silent", 0, { head: head("content-length: 900"), body: good() }),
    lie("shorter than what comes", "400", 400, { head: head("content-length: 20"), body: good(), ends: true }),
    lie("of nothing", "400", 400, { head: head("content-length: 0"), body: good(), ends: true }),
    lie("far too large, and nothing comes", "TOO_LARGE", 413, { head: head("content-length: 99999999999"), body: "" }),
    ...["-1", "abc", "1e3", "0x10", "5, 6", "99999999999999999999999"].map((length) =>
      lie(`of ${length}`, "400", 400, { head: head(`content-length: ${length}`), body: good(), ends: true }),
    ),
    lie("twice", "400", 400, { head: head("content-length: 5", "content-length: 6"), body: good(), ends: true }),
    lie("a length and chunks", "400", 400, {
      head: head("content-length: 5", "transfer-encoding: chunked"),
      body: chunk(good()),
      ends: true,
    }),
    lie("chunks without an end", "silent", 0, { head: head("transfer-encoding: chunked"), body: chunk(good()) }),
    lie("chunks that are cut off", "400", 400, {
      head: head("transfer-encoding: chunked"),
      body: chunk(good()),
      ends: true,
    }),
    lie("a chunk of no size", "400", 400, {
      head: head("transfer-encoding: chunked"),
      body: `zz\r\n${good()}\r\n0\r\n\r\n`,
      ends: true,
    }),
    lie("a chunk of a negative size", "400", 400, {
      head: head("transfer-encoding: chunked"),
      body: `-5\r\n${good()}\r\n0\r\n\r\n`,
      ends: true,
    }),
    lie("a chunk beyond any size", "400", 400, {
      head: head("transfer-encoding: chunked"),
      body: `${"f".repeat(40)}\r\n${good()}\r\n`,
      ends: true,
    }),
    lie("chunks by another name", "400", 400, {
      head: head("transfer-encoding: xchunked"),
      body: chunk(good()),
      ends: true,
    }),
    lie("no body and no length", "BAD_REQUEST", 400, { head: head(), body: "" }),
    lie("a header of 100,000 characters", "431", 431, {
      head: head(`x: ${"x".repeat(100_000)}`),
      body: good(),
      ends: true,
    }),
    lie("a header with a line end", "400", 400, { head: head("x: a\nb c"), body: good(), ends: true }),
    lie("a method of nobody's", "400", 400, { head: ["NOPE /graphql HTTP/1.1", "host: x"], body: "", ends: true }),
    lie("no HTTP", "400", 400, { head: ["hello"], body: "", ends: true }),
  ]);
});

test("what is odd and no fault is read as it was sent", async () => {
  const last = await send(stand, { body: '{"query":"{","query":"{ me { kind } }"}', token: stand.counter.owner });
  expect(last.outcome).toBe("answered");
  for (const type of ["APPLICATION/JSON", "application/json;charset=utf-8", " application/json ; x=y"]) {
    const { outcome } = await send(stand, {
      body: '{"query":"{ me { kind } }"}',
      token: stand.counter.owner,
      headers: { "content-type": type },
    });
    expect([type, outcome]).toEqual([type, "answered"]);
  }
  const { sale } = await complete(stand.counter, saleInput(stand.counter));
  expect(sale.total.amount).toBe(199);
});
