import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createEndings } from "@pos/functions/api/endings.ts";
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
import type { RunningHost, ServingOptions } from "../node/host.ts";
import { startReports } from "../node/reports.ts";
import { startTicking } from "../node/schedule.ts";
import { watchDisk } from "../platform/disk.ts";
import { startRealtimeServer } from "./realtime.ts";
import { type LocalSystem, openSystem, TABLE_FOLDER } from "./system.ts";

const PURGE_MAX = 1_000;

/**
 * Runs the whole system over a data folder in this process.
 * @throws CannotListen, FolderInUse, FolderUnusable or FormatUnknown, each with a message that explains the fix
 */
export async function startFolderHost(options: ServingOptions): Promise<RunningHost> {
  const { settings, clock, log, commands } = options;
  let isNew = false;
  const system = await openSystem({
    settings,
    clock,
    log,
    ...(commands ? { commands } : {}),
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
  options: ServingOptions & { readonly isNew: boolean },
): Promise<RunningHost> {
  const { settings, clock, log, certificate, web } = options;
  const { table, reader, folder, engine } = system;
  const disk = watchDisk({ folder: folder.path, minimumBytes: settings.diskMinimumBytes, log });
  const { isLow: isStorageLow } = disk;
  const endings = createEndings();
  const shown = { isStorageLow, endings, ...(web ? { web } : {}) };
  const front = await openFront({ table, clock, log, settings, certificate, ...shown });
  const { url, port, server, reach } = front;
  const demo = { table, clock, url, dataFolder: folder.path, bookAll: reader.caughtUp, log: options.progress };
  const newCredentials = options.isNew ? await makeDemoShop(demo) : undefined;
  if (newCredentials) endDemo(folder.path);
  else keepUrl(folder.path, url);
  const purge = (nowSeconds: number) => engine.purgeExpired(nowSeconds, PURGE_MAX);
  const stopTicking = startTicking({ ...system, purge });
  const stopReports = startReports(system, settings.mail);
  const { introspection } = settings;
  const live = await startRealtimeServer({ engine, table, clock, log, introspection, endings, server, reach });
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
      disk.stop();
      await live.close();
      await front.close();
      await stopReports();
      await stopTicking();
      await system.close();
    },
  };
}

/**
 * Deletes what an interrupted first start left.
 * @returns whether there is no table, so that a demo must be made
 */
function prepareFolder(dataFolder: string): boolean {
  const tableFolder = join(dataFolder, TABLE_FOLDER);
  if (wasInterrupted(dataFolder)) rmSync(tableFolder, { recursive: true, force: true });
  if (existsSync(tableFolder)) return false;
  beginDemo(dataFolder);
  return true;
}

/** Updates the demo's URL after a start on another port. */
function keepUrl(dataFolder: string, url: string): void {
  const path = credentialsPath(dataFolder);
  if (!existsSync(path)) return;
  const credentials = JSON.parse(readFileSync(path, "utf8")) as Credentials;
  if (credentials.url !== url) saveCredentials(dataFolder, { ...credentials, url });
}
