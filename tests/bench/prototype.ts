import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { handlers, startServerAndCreateLambdaHandler } from "@as-integrations/aws-lambda";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import type { Item, Write } from "@pos/core/table/port/port.ts";
import { schemaText } from "@pos/functions/api/generated/schema.ts";
import { buildSchema } from "graphql";
import { serveBench, type Target } from "./subject.ts";

/**
 * The prototype: the parts of the path and nothing of what makes it a point of sale. Apollo Server by the Lambda event behind
 * a bare host, one resolver with one conditional put into the embedded table, a reader that books up to twenty sales in one
 * transaction (an entry each, the levels, the head). No caller is authenticated; nothing is priced, hashed or proven.
 */
interface Input {
  readonly id: string;
  readonly expectedTotal: number;
  readonly lines: readonly { readonly variant: { readonly id: string }; readonly quantity: string }[];
}

const FOLDED = 20;
const folder = mkdtempSync(join(tmpdir(), "pos-prototype-"));
const engine = await openEmbeddedTable({ folder, streamFilter: ["FACT"] });
const schema = buildSchema(schemaText);
Object.assign(schema.getMutationType()?.getFields().completeSale ?? {}, {
  async resolve(_: unknown, { input }: { readonly input: Input }) {
    const item = { pk: `shop#${input.id}`, sk: "FACT", body: JSON.stringify(input) };
    const result = await engine.table.write({ op: "put", item, if: { is: "absent" } });
    const sale = { id: input.id, total: { amount: input.expectedTotal } };
    return { replayed: !result.ok, userErrors: [], sale };
  },
});
const apollo = new ApolloServer({ schema, persistedQueries: false, nodeEnv: "production" });
const handler = startServerAndCreateLambdaHandler(apollo, handlers.createAPIGatewayProxyEventV2RequestHandler());

async function book(facts: readonly Item[]): Promise<void> {
  const inputs = facts.map(({ body }) => JSON.parse(String(body)) as Input);
  const variants = [...new Set(inputs.flatMap(({ lines }) => lines.map(({ variant }) => variant.id)))];
  const [head, ...stored] = await engine.table.batchGet([
    { pk: "ledger", sk: "HEAD" },
    ...variants.slice(0, 99).map((id) => ({ pk: "ledger", sk: `LEVEL#${id}` })),
  ]);
  const levels = new Map(variants.map((id, index) => [id, Number(stored[index]?.quantity ?? 0)]));
  let position = Number(head?.position ?? 0);
  const entries = inputs.map(({ id, lines }): Write => {
    position += 1;
    for (const { variant, quantity } of lines)
      levels.set(variant.id, (levels.get(variant.id) ?? 0) - Number(quantity) * 1000);
    const body = JSON.stringify({ position, levels: lines.map(({ variant }) => [variant.id, levels.get(variant.id)]) });
    return { op: "put", item: { pk: `shop#${id}`, sk: "ENTRY", body }, if: { is: "absent" } };
  });
  await engine.table.transact([
    ...entries,
    {
      op: "put",
      item: { pk: "ledger", sk: "HEAD", position },
      if: head ? { is: "equal", to: { position: Number(head.position) } } : { is: "absent" },
    },
    ...[...levels].map(([id, quantity]): Write => ({ op: "put", item: { pk: "ledger", sk: `LEVEL#${id}`, quantity } })),
  ]);
}

let checkpoint: string | undefined;
let reading: Promise<void> | undefined;

async function readAll(): Promise<void> {
  for (;;) {
    const batch = await engine.stream.read(checkpoint, FOLDED);
    if (batch.changes.length === 0) break;
    await book(batch.changes.flatMap(({ item }) => item ?? []));
    checkpoint = batch.checkpoint;
  }
  reading = undefined;
}
engine.stream.onChange?.(() => {
  reading ??= readAll();
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const http = { method: "POST", path: "/graphql", protocol: "HTTP/1.1", sourceIp: "", userAgent: "" };
    const event = {
      version: "2.0",
      rawPath: "/graphql",
      rawQueryString: "",
      headers: request.headers,
      requestContext: { http },
      body: Buffer.concat(chunks).toString("utf8"),
      isBase64Encoded: false,
    };
    // The event is the gateway's in all that the integration reads.
    void (handler(event as never, undefined as never, undefined as never) as Promise<Answered>).then((answer) => {
      const text = answer.body ?? "";
      response.writeHead(answer.statusCode ?? 200, { ...answer.headers, "content-length": Buffer.byteLength(text) });
      response.end(text);
    });
  });
});

interface Answered {
  readonly statusCode?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
}

await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const variants = Array.from({ length: 200 }, (_, index) => ({
  id: `var_${String(index).padStart(26, "0")}`,
  unitPrice: `${1 + (index % 9)}.99`,
}));
const target: Target = { url, tokens: [""], variants };

serveBench({
  ready: { ...target, warmUp: target },
  async caughtUp() {
    while (reading !== undefined) await reading;
  },
  async stop() {
    server.closeAllConnections();
    while (reading !== undefined) await reading;
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
