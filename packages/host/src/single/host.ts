import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import { refuseOpenHost, type Settings } from "@pos/functions/platform/settings.ts";
import { startTableHost } from "../cluster/host.ts";
import {
  beginDemo,
  type Credentials,
  credentialsPath,
  endDemo,
  makeDemoShop,
  saveCredentials,
  wasInterrupted,
} from "../demo/demo.ts";
import { openFront } from "../node/front.ts";
import { startReports } from "../node/reports.ts";
import { startTicking } from "../node/schedule.ts";
import { type Certificate, readCertificate } from "../node/tls.ts";
import type { WebServer } from "../node/web.ts";
import { startLive } from "./realtime.ts";
import { type LocalSystem, openSystem, TABLE_FOLDER } from "./system.ts";

/** The whole system in one process: the handlers of the cloud over a table, its change log and a clock. */
export interface RunningHost {
  readonly url: string;
  readonly port: number;
  /** Where the demo's credentials are; undefined: there is no demo. */
  readonly credentialsPath: string | undefined;
  /** Only from the start that made the demo: they are told once. */
  readonly newCredentials: Credentials | undefined;
  /** Resolves when everything recorded so far is booked, as far as this process sees to it. */
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

const PURGE_MAX = 1_000;

/**
 * Over the tables that the settings name, or over the data folder.
 * @throws BadSetting, CannotListen, FolderInUse, FolderUnusable, FormatUnknown or TablesUnusable, each of which says what to do
 */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const { settings } = options;
  refuseOpenHost(settings);
  const certificate = settings.tls && readCertificate(settings.tls);
  const { tables } = settings;
  return tables ? startTableHost({ ...options, tables, certificate }) : startFolderHost({ ...options, certificate });
}

async function startFolderHost(
  options: HostOptions & { readonly certificate: Certificate | undefined },
): Promise<RunningHost> {
  const { settings, clock, log } = options;
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
    return await serveSystem(system, { ...options, isNew });
  } catch (error) {
    await system.close();
    throw error;
  }
}

async function serveSystem(
  system: LocalSystem,
  options: HostOptions & { readonly isNew: boolean; readonly certificate: Certificate | undefined },
): Promise<RunningHost> {
  const { settings, clock, log, certificate, web } = options;
  const { table, reader, folder, engine } = system;
  const front = await openFront({ table, clock, log, settings, certificate, ...(web ? { web } : {}) });
  const { url, port, server } = front;
  const demo = { table, clock, url, dataFolder: folder.path, bookAll: reader.caughtUp, log: options.progress };
  const newCredentials = options.isNew ? await makeDemoShop(demo) : undefined;
  if (newCredentials) endDemo(folder.path);
  else keepUrl(folder.path, url);
  const purge = (nowSeconds: number) => engine.purgeExpired(nowSeconds, PURGE_MAX);
  const stopTicking = startTicking({ ...system, purge });
  const stopReports = startReports(system, settings.mail);
  const { introspection } = settings;
  const live = await startLive({ engine, table, clock, log, introspection, server });
  front.markReady();
  system.takeCommands();
  const credentials = credentialsPath(folder.path);
  return {
    url,
    port,
    credentialsPath: existsSync(credentials) ? credentials : undefined,
    newCredentials,
    caughtUp: reader.caughtUp,
    async close() {
      await live.close();
      await front.close();
      await stopReports();
      await stopTicking();
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
