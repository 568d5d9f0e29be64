import { present } from "@pos/core/base/result.ts";
import { formatInstant, instantMilliseconds } from "@pos/core/base/time.ts";
import { sha256 } from "@pos/core/ledger/index.ts";
import { formatToken, sessionItem } from "@pos/core/people/access/index.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import { createApi } from "@pos/functions/api/api.ts";
import { createEndings } from "@pos/functions/api/endings.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import { createHttpHost } from "@pos/host/node/http.ts";
import { startBookReader } from "@pos/host/node/reader.ts";
import { type RealtimeServer, type RealtimeServerOptions, startRealtimeServer } from "@pos/host/single/realtime.ts";
import { onTestFinished } from "vitest";
import { type Api, activate, type CallOptions, signInOperator } from "../../support/api.ts";
import { createShop, SHOP_STREAM, type Shop, type ShopOptions } from "../../support/shop.ts";
import { type Counter, signInDashboard } from "../api/counter.ts";

/** A table whose stream delivers every change once, for tests that count frames; tests of duplicates have their own. */
export const once = () => createMemoryTable({ streamFilter: SHOP_STREAM });

/** A counter whose API also takes sockets. */
export interface LiveCounter extends Counter {
  readonly live: RealtimeServer;
}

export type LiveApiOptions = Pick<RealtimeServerOptions, "limits" | "run" | "realtimeTable"> & {
  readonly port?: number;
};

export async function startLiveApi(
  shop: Shop,
  options: LiveApiOptions = {},
): Promise<{ api: Api; live: RealtimeServer }> {
  const { port = 0, ...more } = options;
  const lines: LogLine[] = [];
  const log = (line: LogLine) => {
    lines.push(line);
  };
  const { engine, table, clock } = shop;
  const reader = startBookReader(engine, shop.booking, log);
  const endings = createEndings();
  const handler = createApi({ table, clock, introspection: true, log, endings });
  const http = createHttpHost({ handler, log, host: "127.0.0.1", port, pages: new Map() });
  const { url } = await http.start();
  const live = await startRealtimeServer({
    engine,
    table,
    clock,
    log,
    introspection: true,
    endings,
    server: http.server,
    ...more,
  });
  http.markReady();
  const api: Api = {
    url,
    reader,
    log: lines,
    call: (query, call) => post(`${url}/graphql`, query, call),
    async close() {
      await live.close();
      await http.close();
      await reader.stop();
    },
  };
  return { api, live };
}

async function post(url: string, query: string, { variables, token, headers }: CallOptions = {}) {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it asked for
  const { data, errors } = (await response.json()) as any;
  return { status: response.status, headers: response.headers, data, errors };
}

/** Closed with the test. */
export async function openLive(options: ShopOptions & LiveApiOptions = {}): Promise<LiveCounter> {
  const counter = await openLiveForAll(options);
  onTestFinished(() => counter.api.close());
  return counter;
}

/** A file that opens it for all of its tests has to close it. */
export async function openLiveForAll(options: ShopOptions & LiveApiOptions = {}): Promise<LiveCounter> {
  const { limits, run, realtimeTable, ...ofShop } = options;
  const shop = await createShop({ secrets: true, ...ofShop });
  const { api, live } = await startLiveApi(shop, {
    ...(limits ? { limits } : {}),
    ...(run ? { run } : {}),
    ...(realtimeTable ? { realtimeTable } : {}),
  });
  const owner = await signInDashboard(api, shop, "OWNER");
  const terminals: string[] = [];
  for (const { id } of shop.terminals) terminals.push(await activate(api, owner, id));
  const terminal = present(terminals[0], "a terminal");
  const manager = await signInOperator(api, shop, terminal, "MANAGER");
  const cashier = await signInOperator(api, shop, terminal, "CASHIER");
  return { shop, api, live, owner, terminals, terminal, manager, cashier };
}

/** Everything that was recorded is booked and handed to its subscribers. */
export async function settled({ api, live }: LiveCounter): Promise<void> {
  await api.reader.caughtUp();
  await live.caughtUp();
}

export async function until(holds: () => boolean, what: string, milliseconds = 5_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`It never came about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A session of a shop whose staff has no passwords. */
export async function sessionOf({ table, clock, merchantId, staff }: Shop): Promise<string> {
  const [staffId, sessionId, secret] = [staff.OWNER.id, clock.newId("ses"), "x".repeat(43)];
  const expiresAt = formatInstant(instantMilliseconds(clock.now()) + 3_600_000);
  const session = { sessionId, staffId, secretHash: sha256(secret), expiresAt };
  await table.write({ op: "put", item: sessionItem(merchantId, session) });
  return formatToken({ kind: "staff", merchantId, staffId, sessionId, secret });
}
