import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as passTime } from "node:timers/promises";

/**
 * The edge between functions and DynamoDB, where it fails as AWS and networks do: a server of its own that hands requests on
 * and, by chance, does not; or does and keeps the answer. Of the protocol it knows the operation's name and no more than a
 * fault needs.
 */
export type EdgeFault =
  /** Refused: too much was asked. Of a transaction: cancelled for it. */
  | "throttled"
  /** Another transaction held the item. */
  | "conflict"
  /** The connection ends, the request was never handed on. */
  | "cut before"
  /** The request was done, the connection ends instead of an answer. */
  | "cut after"
  /** A server error without anything done; and one after all was done. */
  | "failed"
  | "failed after"
  | "slow"
  /** Done, and no answer ever: the client's own patience ends it. */
  | "silent"
  /** Some keys of a batch are answered, the others named as not processed. */
  | "unprocessed"
  /** A page ends early, as at a megabyte. */
  | "short page";

export type EdgeRates = { readonly [fault in EdgeFault]?: number };

export interface FaultyDynamo {
  readonly endpoint: string;
  /** What befell, and how many requests came by operation. */
  readonly faults: Map<EdgeFault, number>;
  readonly requests: Map<string, number>;
  /** From now on, drawn from this chance. None: everything is handed on. */
  rage(rates: EdgeRates, random: () => number): void;
  calm(): void;
  /** The next request of this operation meets this fault, whatever the rates. */
  next(operation: string, fault: EdgeFault): void;
  stop(): Promise<void>;
}

const READS: readonly EdgeFault[] = ["throttled", "cut before", "cut after", "failed", "slow", "silent"];
const WRITES: readonly EdgeFault[] = [...READS, "conflict", "failed after"];
const POSSIBLE: { readonly [operation: string]: readonly EdgeFault[] } = {
  GetItem: READS,
  Query: [...READS, "short page"],
  BatchGetItem: [...READS, "unprocessed"],
  PutItem: WRITES,
  UpdateItem: WRITES,
  DeleteItem: WRITES,
  TransactWriteItems: WRITES,
};
const SLOW_MILLISECONDS_MAX = 150;

export async function openFaultyDynamo(target: string): Promise<FaultyDynamo> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const faults = new Map<EdgeFault, number>();
  const requests = new Map<string, number>();
  const scripted: { operation: string; fault: EdgeFault }[] = [];
  let rates: EdgeRates = {};
  let random: () => number = () => 1;

  function drawFault(operation: string): EdgeFault | undefined {
    const next = scripted.findIndex((each) => each.operation === operation);
    if (next >= 0) return scripted.splice(next, 1)[0]?.fault;
    // One draw for each request: what befalls it does not depend on how many faults there are.
    let drawn = random();
    for (const fault of POSSIBLE[operation] ?? []) {
      drawn -= rates[fault] ?? 0;
      if (drawn < 0) return fault;
    }
    return undefined;
  }

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(asked);
    const operation = String(asked.headers["x-amz-target"] ?? "").replace(/^.*\./, "");
    count(requests, operation);
    const fault = drawFault(operation);
    if (fault !== undefined) count(faults, fault);
    const handOn = (text: Buffer | string = body) => forward(agent, target, asked, text);
    switch (fault) {
      case undefined:
        return finish(response, await handOn());
      case "slow":
        await passTime(1 + random() * SLOW_MILLISECONDS_MAX);
        return finish(response, await handOn());
      case "throttled":
        return finish(
          response,
          operation === "TransactWriteItems" ? cancelled(body, "ThrottlingError", random) : THROTTLED,
        );
      case "conflict":
        return finish(
          response,
          operation === "TransactWriteItems" ? cancelled(body, "TransactionConflict", random) : CONFLICT,
        );
      case "cut before":
        return void response.destroy();
      case "cut after":
        await handOn();
        return void response.destroy();
      case "failed":
        return finish(response, FAILED);
      case "failed after":
        await handOn();
        return finish(response, FAILED);
      case "silent":
        await handOn();
        return;
      case "unprocessed":
        return finish(response, await inParts(body, handOn));
      case "short page":
        return finish(response, await handOn(JSON.stringify({ ...JSON.parse(body.toString()), Limit: 1 })));
    }
  }

  const server: Server = createServer((asked, response) => {
    answer(asked, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    faults,
    requests,
    rage(next, chance) {
      rates = next;
      random = chance;
    },
    calm() {
      rates = {};
    },
    next: (operation, fault) => void scripted.push({ operation, fault }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: Buffer | string;
}

const JSON_TYPE = { "content-type": "application/x-amz-json-1.0" };

function refusal(status: number, type: string, more: object = {}): Answer {
  const body = JSON.stringify({ __type: type, message: "Injected", Message: "Injected", ...more });
  return { status, headers: JSON_TYPE, body };
}

const MODEL = "com.amazonaws.dynamodb.v20120810#";
const THROTTLED = refusal(400, `${MODEL}ProvisionedThroughputExceededException`);
const CONFLICT = refusal(400, `${MODEL}TransactionConflictException`);
const FAILED = refusal(500, `${MODEL}InternalServerError`);

/** The form of a transaction's error: a reason for each write, of which one is this. */
function cancelled(body: Buffer, code: string, random: () => number): Answer {
  const { TransactItems } = JSON.parse(body.toString()) as { TransactItems: unknown[] };
  const befallen = random() < 0.5 ? 0 : Math.floor(random() * TransactItems.length);
  const reasons = TransactItems.map((_, index) => ({ Code: index === befallen ? code : "None" }));
  return refusal(400, `${MODEL}TransactionCanceledException`, { CancellationReasons: reasons });
}

interface BatchGet {
  readonly RequestItems: { readonly [table: string]: { readonly Keys: readonly object[] } };
}

/** Every other key is answered; a single one is not. */
async function inParts(body: Buffer, handOn: (text: string) => Promise<Answer>): Promise<Answer> {
  const { RequestItems: asked } = JSON.parse(body.toString()) as BatchGet;
  const half = (odd: number) =>
    Object.fromEntries(
      Object.entries(asked).map(([table, { Keys, ...how }]) => [
        table,
        { ...how, Keys: Keys.filter((_, index) => index % 2 === odd) },
      ]),
    );
  const isSingle = Object.values(asked).every(({ Keys }) => Keys.length === 1);
  if (isSingle)
    return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ Responses: {}, UnprocessedKeys: asked }) };
  const done = await handOn(JSON.stringify({ RequestItems: half(1) }));
  if (done.status !== 200) return done;
  const answered = JSON.parse(done.body.toString()) as object;
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify({ ...answered, UnprocessedKeys: half(0) }) };
}

function forward(agent: Agent, target: string, asked: IncomingMessage, body: Buffer | string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { "content-length": _, connection: __, host: ___, ...headers } = asked.headers;
    const length = { "content-length": Buffer.byteLength(body) };
    const onward = request(
      `${target}${asked.url}`,
      { method: asked.method, agent, headers: { ...headers, ...length } },
      (answered) => {
        readAll(answered).then((text) => {
          const { "content-length": _, connection: __, "transfer-encoding": ___, ...given } = answered.headers;
          resolve({ status: answered.statusCode ?? 500, headers: given, body: text });
        }, reject);
      },
    );
    onward.on("error", reject);
    onward.end(body);
  });
}

function finish(response: ServerResponse, { status, headers, body }: Answer): void {
  // The client may have timed out by now.
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function count<K>(counted: Map<K, number>, what: K): void {
  counted.set(what, (counted.get(what) ?? 0) + 1);
}
