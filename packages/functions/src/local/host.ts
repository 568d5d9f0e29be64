import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import { createApi } from "../graphql/api.ts";
import { describe, type Log } from "../graphql/errors.ts";
import { sweep } from "../schedule/sweep.ts";
import { isPrivate, refuseOpenHost, type Settings } from "../settings.ts";
import { courteous } from "./courteous.ts";
import {
  beginDemo,
  type Credentials,
  credentialsPath,
  endDemo,
  makeDemoShop,
  saveCredentials,
  wasInterrupted,
} from "./demo/demo.ts";
import { createHttpHost } from "./http.ts";
import { startLive } from "./live.ts";
import { MAILBOX, startReports } from "./mailbox.ts";
import { createMailboxPage } from "./mailbox-page.ts";
import { readQueryPage } from "./page.ts";
import { type LocalSystem, openSystem, TABLE_FOLDER } from "./system.ts";
import { type Certificate, readCertificate, watchCertificate } from "./tls.ts";
import type { WebServer } from "./web.ts";

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
  /** The dashboard, which ends with the host. Absent: there is none. */
  readonly web?: WebServer;
  /** Tells a person at the console how far the start is. */
  readonly progress: (line: string) => void;
}

const SWEEP_MILLISECONDS = 60_000;
const PURGE_MAX = 1_000;

/** @throws BadSetting, CannotListen, FolderInUse, FolderUnusable or FormatUnknown, each of which says what to do */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { settings, clock, log } = options;
  refuseOpenHost(settings);
  const certificate = settings.tls && readCertificate(settings.tls);
  let isNew = false;
  const system = await openSystem({
    settings,
    clock,
    log,
    prepare: (dataFolder) => {
      isNew = prepareFolder(dataFolder);
    },
  });
  try {
    return await serveSystem(system, { ...options, isNew, certificate });
  } catch (error) {
    await system.close();
    throw error;
  }
}

async function serveSystem(
  system: LocalSystem,
  options: HostOptions & { readonly isNew: boolean; readonly certificate: Certificate | undefined },
): Promise<RunningHost> {
  const { settings, clock, log, certificate } = options;
  const { table, reader, folder } = system;
  const handler = createApi({ table, clock, introspection: settings.introspection, log });
  const { host, port: wantedPort, mail = MAILBOX } = settings;
  const mailbox = createMailboxPage({ table, clock, isPrivate: isPrivate(settings) });
  const http = createHttpHost({
    ...{ handler, log, host, port: wantedPort, pages: readQueryPage() },
    ...(certificate ? { certificate } : {}),
    ...(options.web ? { web: options.web } : {}),
    ...(mail.by === "mailbox" ? { mailbox } : {}),
  });
  const { url, port } = await http.start();
  const demo = { table, clock, url, dataFolder: folder.path, bookAll: reader.caughtUp, log: options.progress };
  const newCredentials = options.isNew ? await makeDemoShop(demo) : undefined;
  if (newCredentials) endDemo(folder.path);
  else keepUrl(folder.path, url);
  const stopClock = startClock(system);
  const stopReports = startReports(system, mail);
  const stopWatching =
    settings.tls && certificate
      ? watchCertificate(settings.tls, { current: certificate, log, renew: http.renewCertificate })
      : () => {};
  const live = await startLive({
    ...{ engine: system.engine, table, clock, log, introspection: settings.introspection, server: http.server },
  });
  http.markReady();
  system.takeCommands();
  const credentials = credentialsPath(folder.path);
  return {
    url,
    port,
    credentialsPath: existsSync(credentials) ? credentials : undefined,
    newCredentials,
    caughtUp: reader.caughtUp,
    async close() {
      stopWatching();
      await live.close();
      await http.close();
      await options.web?.close();
      await stopReports();
      await stopClock();
      await system.close();
    },
  };
}

/** Throws away what an interrupted first start left. Answers whether there is no table yet, so that a demo is to be made. */
function prepareFolder(dataFolder: string): boolean {
  const tableFolder = join(dataFolder, TABLE_FOLDER);
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

/** What runs by the clock: the sweep, and the deletion of what has expired. */
function startClock(system: LocalSystem): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => tick(system));
  }, SWEEP_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function tick({ booking, engine, clock, log, inTurn }: LocalSystem): Promise<void> {
  try {
    const swept = await inTurn(() => sweep({ ...booking, table: courteous(booking.table) }));
    if (swept.booked > 0) log({ level: "warn", event: "sweep", ...swept });
    await engine.purgeExpired(Math.floor(Date.parse(clock.now()) / 1000), PURGE_MAX);
  } catch (error) {
    log({ level: "error", event: "sweep", error: describe(error) });
  }
}
