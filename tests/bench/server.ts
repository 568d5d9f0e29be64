import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "@pos/core/base/id.ts";
import { present } from "@pos/core/base/result.ts";
import { ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import { completeSale } from "@pos/core/selling/sale/index.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { createApi } from "@pos/functions/api/api.ts";
import { createEndings } from "@pos/functions/api/endings.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import { createHttpHost } from "@pos/host/node/http.ts";
import { startBookReader } from "@pos/host/node/reader.ts";
import { startRealtimeServer } from "@pos/host/single/realtime.ts";
import { type Api, activate, signInOperator, signInOwner } from "../support/api.ts";
import { lineOf, makeSale } from "../support/sales.ts";
import { createShop } from "../support/shop.ts";
import { serveBench } from "./subject.ts";

/** The host under measurement: all that `npm start` runs, over a shop of 32 terminals and 200 articles. */
const folder = mkdtempSync(join(tmpdir(), "pos-bench-"));
const SELLING = 32;
/** Terminals of their own for the stored sales, so that receipt numbers do not mix. */
const FILLING = 8;
const FILL_AT_ONCE = 256;

function log(line: LogLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function callAt(url: string): Api["call"] {
  return async (query, { variables, token } = {}) => {
    const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
    const { data, errors } = (await response.json()) as Pick<Awaited<ReturnType<Api["call"]>>, "data" | "errors">;
    return { status: response.status, headers: response.headers, data, errors };
  };
}

async function openShop(name: string, selling: number) {
  const engine = await openEmbeddedTable({ folder: join(folder, name), streamFilter: [FACT_SK, ENTRY_SK_PREFIX] });
  const shop = await createShop({ engine, terminals: selling + FILLING, variants: 200, secrets: true });
  await shop.stock("9000000");
  const reader = startBookReader(engine, { ...shop.booking, clock: systemClock }, log);
  const endings = createEndings();
  const handler = createApi({ table: shop.table, clock: systemClock, introspection: false, log, endings });
  const host = createHttpHost({ handler, log, host: "127.0.0.1", port: 0, pages: new Map() });
  const { url } = await host.start();
  const live = await startRealtimeServer({
    ...{ engine, table: shop.table, clock: systemClock, log, introspection: false, endings, server: host.server },
  });
  host.markReady();
  await reader.caughtUp();
  const api: Api = { url, reader, log: [], call: callAt(url), close: async () => {} };
  const owner = await signInOwner(api, shop);
  const tokens: string[] = [];
  for (const { id } of shop.terminals.slice(0, selling))
    tokens.push(await signInOperator(api, shop, await activate(api, owner, id)));
  const variants = shop.variants.map(({ id, unitPrice }) => ({ id, unitPrice }));
  return {
    shop,
    target: { url, tokens, variants, watcher: { token: owner, locationId: shop.locationId } },
    async caughtUp() {
      await reader.caughtUp();
      await live.caughtUp();
    },
    async close() {
      await live.close();
      await host.close();
      await reader.stop();
      await engine.close();
    },
  };
}

const measured = await openShop("table", SELLING);
const warm = await openShop("warm", 1);
let filled = 0;

async function fillOne(terminal: number): Promise<void> {
  const { shop } = measured;
  const pick = () => lineOf(present(shop.variants[Math.floor(Math.random() * shop.variants.length)], "a variant"));
  const input = makeSale(shop, { terminal, lines: [pick(), pick(), pick()] });
  const id = `sal_${ulid(Date.now(), randomBytes(10))}`;
  const context = { ...shop.operator(terminal), clock: systemClock };
  const { status } = await completeSale(context, { ...input, id, occurredAt: systemClock.now() });
  if (status !== "recorded") throw new Error(`A sale to fill the table with was ${status}`);
}

serveBench({
  ready: { ...measured.target, warmUp: warm.target },
  caughtUp: async () => {
    await measured.caughtUp();
    await warm.caughtUp();
  },
  /** Through the very commands that a request runs, in the same process. */
  async fill(count) {
    while (filled < count) {
      const some = Math.min(FILL_AT_ONCE, count - filled);
      await Promise.all(Array.from({ length: some }, (_, index) => fillOne(SELLING + (index % FILLING))));
      filled += some;
    }
    await measured.caughtUp();
    return filled;
  },
  async stop() {
    await measured.close();
    await warm.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
