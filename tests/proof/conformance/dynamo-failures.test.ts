import { createServer, type IncomingMessage } from "node:http";
import { createDynamoTable } from "@pos/core/table/dynamodb/table.ts";
import type { Reason, Table, Write } from "@pos/core/table/port/port.ts";
import { TableLimit, TableUnavailable } from "@pos/core/table/port/port.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

/**
 * How the adapter handles each answer of DynamoDB, from a server that answers as the test sets: throttling,
 * lost answers and most reasons of a cancellation cannot be had from DynamoDB Local. Needs no Java.
 */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}
/** The connection breaks: the request was read, and its outcome is unknown. */
type Script = (Answer | "break")[];

const asked: { readonly operation: string; readonly body: { readonly ClientRequestToken?: string } }[] = [];
const slept: number[] = [];
let script: Script = [];
/** What is answered when the script is at its end. */
let always: Script[number];
let table: Table;
let endpoint = "";

const server = createServer((request, response) => {
  void textOf(request).then((text) => {
    asked.push({ operation: String(request.headers["x-amz-target"]).replace(/.*\./, ""), body: JSON.parse(text) });
    const answer = script.shift() ?? always;
    if (answer === "break") {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0", connection: "close" });
    response.end(JSON.stringify(answer.body));
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const sleep = async (milliseconds: number) => void slept.push(milliseconds);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  // A client of its own: the SDK stops repeating when too much has failed lately, as it should in a brown-out.
  table = createDynamoTable({
    region: "eu-central-1",
    endpoint,
    credentials,
    tableName: "pos",
    random: () => 0.5,
    sleep,
  });
  script = [];
  always = { status: 400, body: { __type: "x#UnrecognizedClientException" } };
  asked.length = 0;
  slept.length = 0;
});

const ok: Answer = { status: 200, body: {} };
const refusal = (type: string, status = 400, more: object = {}): Answer => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "as scripted", ...more },
});
const broken = refusal("InternalServerError", 500);
const throttled = refusal("ProvisionedThroughputExceededException");
const cancelled = (...codes: string[]): Answer =>
  refusal("TransactionCanceledException", 400, {
    CancellationReasons: codes.map((code) => ({ Code: code, Message: code === "None" ? undefined : "as scripted" })),
  });

const key = { pk: "a", sk: "b" };
const put: Write = { op: "put", item: { ...key, n: 1 } };
const guarded: Write = { ...put, if: { is: "absent" } };
const set: Write = { op: "update", key, set: { n: 1 } };
const add: Write = { op: "update", key, add: { n: 1 } };
const three: Write[] = ["1", "2", "3"].map((sk) => ({ op: "put", item: { pk: "a", sk }, if: { is: "absent" } }));

type Outcome = "none" | "unknown" | "limit";
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof TableLimit) return "limit" satisfies Outcome;
    if (error instanceof TableUnavailable) return error.outcome;
    throw error;
  }
}

const reasons: readonly (readonly [string, Reason | Outcome])[] = [
  ["ConditionalCheckFailed", "condition"],
  ["TransactionConflict", "conflict"],
  ["ItemCollectionSizeLimitExceeded", "limit"],
  ["ValidationError", "limit"],
  ["ProvisionedThroughputExceeded", "none"],
  ["ThrottlingError", "none"],
  ["AccessDenied", "none"],
  ["SomethingNewNextYear", "none"],
];
for (const [code, expected] of reasons) {
  test(`dynamo: a transaction cancelled for ${code} reports it at the position of the write`, async () => {
    for (const position of [0, 1, 2]) {
      const codes = ["None", "None", "None"];
      codes[position] = code;
      // The SDK may repeat a cancelled transaction; the answer stays.
      script = Array.from({ length: 3 }, () => cancelled(...codes));
      const result = await outcomeOf(table.transact(three));
      if (expected !== "condition" && expected !== "conflict") {
        expect(result).toBe(expected);
        continue;
      }
      const reasons = codes.map((_, index) => (index === position ? expected : "none"));
      expect(result).toEqual({ ok: false, reasons });
    }
  });
}

test("dynamo: of several reasons what was not judged comes first, then conditions, then what cannot stand", async () => {
  const cases: readonly (readonly [string[], unknown])[] = [
    [["ConditionalCheckFailed", "ThrottlingError", "None"], "none"],
    [["ConditionalCheckFailed", "None", "SomethingNewNextYear"], "none"],
    [["ValidationError", "ThrottlingError", "None"], "none"],
    [
      ["ConditionalCheckFailed", "ValidationError", "None"],
      ["condition", "none", "none"],
    ],
    [
      ["TransactionConflict", "None", "ConditionalCheckFailed"],
      ["conflict", "none", "condition"],
    ],
    [["None", "None", "None"], "none"],
    [["ConditionalCheckFailed", "None"], "none"],
    [[], "none"],
  ];
  for (const [codes, expected] of cases) {
    script = [cancelled(...codes)];
    const result = await outcomeOf(table.transact(three));
    expect(result, codes.join()).toEqual(Array.isArray(expected) ? { ok: false, reasons: expected } : expected);
  }
  script = [refusal("TransactionCanceledException")];
  expect(await outcomeOf(table.transact(three))).toBe("none");
});

const failures: readonly (readonly [Answer | "break", Outcome, Outcome])[] = [
  // [what is answered each time, to a write or a transaction, to a read]
  [broken, "unknown", "none"],
  [refusal("ServiceUnavailable", 503), "unknown", "none"],
  ["break", "unknown", "none"],
  [throttled, "none", "none"],
  [refusal("ThrottlingException"), "none", "none"],
  [refusal("RequestLimitExceeded"), "none", "none"],
  [refusal("ResourceNotFoundException"), "none", "none"],
  [refusal("AccessDeniedException"), "none", "none"],
  [refusal("IdempotentParameterMismatchException"), "none", "none"],
  [refusal("ValidationException"), "limit", "limit"],
  [refusal("ItemCollectionSizeLimitExceededException"), "limit", "limit"],
  [refusal("RequestEntityTooLarge", 413), "limit", "limit"],
];
for (const [answer, onWrite, onRead] of failures) {
  const name = answer === "break" ? "a broken connection" : `${answer.status} ${JSON.stringify(answer.body)}`;
  test(`dynamo: ${name} is reported unchanged`, async () => {
    always = answer;
    // At once, since the SDK lets time pass before it asks again.
    const writing = [table.write(put), table.write(guarded), table.write(add), table.transact(three)];
    const reading = [table.get(key), table.batchGet([key]), table.query({ pk: "a", limit: 1 })];
    const [written, read] = await Promise.all([
      Promise.all(writing.map(outcomeOf)),
      Promise.all(reading.map(outcomeOf)),
    ]);
    expect(new Set(written)).toEqual(new Set([onWrite]));
    expect(new Set(read)).toEqual(new Set([onRead]));
  });
}

test("dynamo: reports that nothing was written when the connection is refused", async () => {
  const nowhere = createDynamoTable({
    region: "eu-central-1",
    endpoint: "http://127.0.0.1:9",
    credentials,
    tableName: "pos",
  });
  expect(await outcomeOf(nowhere.write(put))).toBe("none");
  expect(await outcomeOf(nowhere.get(key))).toBe("none");
});

test("dynamo: what failed is asked again, up to three times in all", async () => {
  script = [throttled, broken, ok];
  expect(await table.write(set)).toEqual({ ok: true });
  script = ["break", throttled, { status: 200, body: { Item: { pk: { S: "a" }, sk: { S: "b" } } } }];
  expect(await table.get(key)).toEqual(key);
  asked.length = 0;
  script = [broken, broken, broken, ok];
  expect(await outcomeOf(table.write(put))).toBe("unknown");
  expect(asked).toHaveLength(3);
});

test("dynamo: reports an unknown outcome as unknown, whatever the answer to the retry", async () => {
  const refused = refusal("ConditionalCheckFailedException", 400, { Item: { pk: { S: "a" }, sk: { S: "b" } } });
  script = [refused];
  expect(await table.write(guarded)).toEqual({ ok: false, item: key });
  // The first attempt may be what the second one finds.
  script = [broken, refused];
  expect(await outcomeOf(table.write(guarded))).toBe("unknown");
  script = ["break", throttled, throttled];
  expect(await outcomeOf(table.write(put))).toBe("unknown");
  script = [broken, refusal("ValidationException")];
  expect(await outcomeOf(table.transact(three))).toBe("unknown");
  script = Array.from({ length: 3 }, () => refusal("TransactionInProgressException"));
  expect(await outcomeOf(table.transact(three))).toBe("unknown");
});

test("dynamo: what must not be done twice is not sent again after a lost answer", async () => {
  for (const lost of ["break", broken] as const) {
    asked.length = 0;
    script = [lost, ok];
    expect(await outcomeOf(table.write(add))).toBe("unknown");
    expect(asked).toHaveLength(1);
  }
  script = [throttled, ok];
  expect(await table.write(add)).toEqual({ ok: true });
});

test("dynamo: repetitions of a transaction carry its token, another transaction another", async () => {
  script = [broken, "break", ok, ok];
  expect(await table.transact(three)).toEqual({ ok: true });
  expect(await table.transact(three)).toEqual({ ok: true });
  const tokens = asked.map(({ body }) => body.ClientRequestToken);
  expect(tokens).toHaveLength(4);
  expect(new Set(tokens.slice(0, 3)).size).toBe(1);
  expect(tokens[0]).toMatch(/^[\da-f-]{36}$/);
  expect(tokens[3]).not.toBe(tokens[0]);
});

test("dynamo: a write that met a transaction is tried again with growing pauses, then given up", async () => {
  const conflict = refusal("TransactionConflictException");
  script = [conflict, conflict, ok];
  expect(await table.write(add)).toEqual({ ok: true });
  expect(slept).toEqual([5, 10]);
  slept.length = 0;
  script = Array.from({ length: 50 }, () => conflict);
  expect(await outcomeOf(table.write(add))).toBe("none");
  expect(slept).toEqual([5, 10, 20, 40, 80, 100, 100]);
});

test("dynamo: keys that stay unprocessed are asked for again with pauses, then given up", async () => {
  const unprocessed = { UnprocessedKeys: { pos: { Keys: [{ pk: { S: "a" }, sk: { S: "b" } }] } } };
  script = Array.from({ length: 30 }, () => ({ status: 200, body: unprocessed }));
  expect(await outcomeOf(table.batchGet([key, { pk: "a", sk: "c" }]))).toBe("none");
  expect(asked).toHaveLength(20);
  expect(Math.max(...slept)).toBe(100);
});

test("dynamo: a number that cannot be read exactly, or a value of a foreign kind, is not read at all", async () => {
  for (const value of [{ N: "9007199254740993" }, { SS: ["a"] }, { B: "AAAA" }]) {
    script = [{ status: 200, body: { Item: { pk: { S: "a" }, sk: { S: "b" }, value } } }];
    await expect(table.get(key)).rejects.toThrow("The table holds");
  }
});

test("dynamo: keys that are asked for at once go in one request, up to a hundred, and each caller gets its own", async () => {
  const keyed = (sk: string) => ({ pk: "a", sk });
  const answerWith = (...sks: string[]): Answer => ({
    status: 200,
    body: { Responses: { pos: sks.map((sk) => ({ pk: { S: "a" }, sk: { S: sk } })) } },
  });
  script = [answerWith("3", "1")];
  const two = await Promise.all([
    table.batchGet([keyed("1"), keyed("2")]),
    Promise.resolve().then(() => table.batchGet([keyed("2"), keyed("3"), keyed("1")])),
  ]);
  expect(two).toEqual([
    [keyed("1"), undefined],
    [undefined, keyed("3"), keyed("1")],
  ]);
  expect(asked).toHaveLength(1);
  // Missing items are requested again, and more than a hundred go in two requests.
  asked.length = 0;
  always = answerWith();
  const many = (from: number, count: number) => Array.from({ length: count }, (_, at) => keyed(`${from + at}`));
  await table.batchGet(many(0, 1));
  await Promise.all([table.batchGet(many(0, 60)), table.batchGet(many(20, 60)), table.batchGet(many(80, 60))]);
  const sizes = asked.map(
    ({ body }) => (body as { RequestItems?: { pos: { Keys: unknown[] } } }).RequestItems?.pos.Keys.length,
  );
  expect(sizes).toHaveLength(3);
  expect(new Set(sizes)).toEqual(new Set([1, 60, 80]));
  // A failure is everybody's who asked.
  always = broken;
  const failed = [table.batchGet([keyed("1")]), table.batchGet([keyed("2")])];
  expect(await Promise.all(failed.map(outcomeOf))).toEqual(["none", "none"]);
});
