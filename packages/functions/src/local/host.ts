import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import type { BookingContext } from "@pos/core/ledger/index.ts";
import { ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded.ts";
import { books } from "../books.ts";
import { createApi } from "../graphql/api.ts";
import { describe, type Log } from "../graphql/errors.ts";
import { sweep } from "../schedule/sweep.ts";
import type { Settings } from "../settings.ts";
import {
  beginDemo,
  type Credentials,
  credentialsPath,
  endDemo,
  makeDemoShop,
  saveCredentials,
  wasInterrupted,
} from "./demo/demo.ts";
import { holdFolder } from "./folder.ts";
import { createHttpHost } from "./http.ts";
import { readQueryPage } from "./page.ts";
import { startBookReader } from "./reader.ts";

/** The whole system in one process: the handlers of the cloud over the embedded table, its change log and a clock. */
export interface RunningHost {
  readonly url: string;
  readonly port: number;
  /** Where the demo's credentials are; undefined: this folder holds no demo. */
  readonly credentialsPath: string | undefined;
  /** Only from the start that made the demo: they are told once. */
  readonly newCredentials: Credentials | undefined;
  /** Resolves when everything recorded so far is booked. */
  readonly caughtUp: () => Promise<void>;
  /** Finishes what is under way and closes the table. */
  readonly close: () => Promise<void>;
}

export interface HostOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells a person at the console how far the start is. */
  readonly progress: (line: string) => void;
}

const SWEEP_MILLISECONDS = 60_000;
const PURGE_MAX = 1_000;
const FORMAT = "1";

/** @throws FolderInUse, or an Error that says what to do when the folder's format is newer than this program */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { settings, clock, log } = options;
  const folder = await holdFolder(settings.dataFolder);
  const tableFolder = join(folder.path, "table");
  const isNew = prepareFolder(folder.path, tableFolder);
  const engine = await openEmbeddedTable({ folder: tableFolder, streamFilter: [FACT_SK, ENTRY_SK_PREFIX] });
  await checkFormat(engine);
  const context: BookingContext = { table: engine.table, clock, books };
  const reader = startBookReader(engine, context, log);
  const handler = createApi({ table: engine.table, clock, introspection: settings.introspection, log });
  const http = createHttpHost({ handler, log, host: settings.host, port: settings.port, pages: readQueryPage() });
  const { url, port } = await http.start();
  const demo = {
    table: engine.table,
    clock,
    url,
    dataFolder: folder.path,
    bookAll: reader.caughtUp,
    log: options.progress,
  };
  const newCredentials = isNew ? await makeDemoShop(demo) : undefined;
  if (newCredentials) endDemo(folder.path);
  else keepUrl(folder.path, url);
  const stopClock = startClock(context, engine, log);
  http.markReady();
  const credentials = credentialsPath(folder.path);
  return {
    url,
    port,
    credentialsPath: existsSync(credentials) ? credentials : undefined,
    newCredentials,
    caughtUp: reader.caughtUp,
    async close() {
      await http.close();
      await stopClock();
      await reader.stop();
      await engine.close();
      await folder.release();
    },
  };
}

/** Throws away what an interrupted first start left. Answers whether there is no table yet, so that a demo is to be made. */
function prepareFolder(dataFolder: string, tableFolder: string): boolean {
  if (wasInterrupted(dataFolder)) rmSync(tableFolder, { recursive: true, force: true });
  if (existsSync(tableFolder)) return false;
  beginDemo(dataFolder);
  return true;
}

/** A demo that is started on another port says where it is now. */
function keepUrl(dataFolder: string, url: string): void {
  const path = credentialsPath(dataFolder);
  if (!existsSync(path)) return;
  const credentials = JSON.parse(readFileSync(path, "utf8")) as Credentials;
  if (credentials.url !== url) saveCredentials(dataFolder, { ...credentials, url });
}

type Engine = Awaited<ReturnType<typeof openEmbeddedTable>>;

async function checkFormat(engine: Engine): Promise<void> {
  const format = engine.getMeta("format");
  if (format === undefined) await engine.putMeta("format", FORMAT);
  else if (format !== FORMAT) {
    await engine.close();
    throw new Error(
      `The data folder has format ${format}, this program knows format ${FORMAT}: use the newer program.`,
    );
  }
}

/** What runs by the clock: the sweep, and the deletion of what has expired. */
function startClock(context: BookingContext, engine: Engine, log: Log): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => tick(context, engine, log));
  }, SWEEP_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function tick(context: BookingContext, engine: Engine, log: Log): Promise<void> {
  try {
    const swept = await sweep(context);
    if (swept.booked > 0) log({ level: "warn", event: "sweep", ...swept });
    await engine.purgeExpired(Math.floor(Date.parse(context.clock.now()) / 1000), PURGE_MAX);
  } catch (error) {
    log({ level: "error", event: "sweep", error: describe(error) });
  }
}
