import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import { type BookingContext, ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import { type EmbeddedTable, openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { books } from "@pos/functions/books.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import { createReadWriteLock } from "@pos/functions/platform/read-write-lock.ts";
import type { AnyCommand } from "../control/command.ts";
import type { System } from "../control/system.ts";
import { type BookReader, startBookReader } from "../node/reader.ts";
import { FolderUnusable, makeContentsPrivate } from "../platform/files.ts";
import { type CommandServer, serveCommands } from "./command-server.ts";
import { bringToFormat } from "./format.ts";
import { acquireFolderLock, type FolderLock } from "./process-lock.ts";

/**
 * The data of one machine: the locked folder, its table, and the booking consumer. The host serves it; commands operate
 * on it.
 */
export interface LocalSystem extends System {
  readonly folder: FolderLock;
  readonly engine: EmbeddedTable;
  readonly reader: BookReader;
  /**
   * Serializes work that books beside the consumer (the reconciliation job) and work during which nothing may be
   * booked.
   */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Starts running the commands that clients send to this process's socket. */
  readonly takeCommands: () => void;
}

export interface SystemOptions {
  readonly settings: { readonly dataFolder: string };
  readonly clock: Clock;
  readonly log: Log;
  /** The commands that clients of the socket may run. */
  readonly commands?: readonly AnyCommand[];
  /** Runs after the lock is acquired and before the table is opened. If it throws, the lock is released. */
  readonly prepare?: (dataFolder: string) => void;
}

export const TABLE_FOLDER = "table";
/** The table of an incomplete restore. */
export const RESTORING_FOLDER = "table.restoring";

/** @throws FolderInUse, FolderUnusable or FormatUnknown with a message that explains the fix */
export async function openSystem({
  settings,
  clock,
  log,
  commands = [],
  prepare,
}: SystemOptions): Promise<LocalSystem> {
  const folder = await acquireFolderLock(settings.dataFolder);
  try {
    if (existsSync(join(folder.path, RESTORING_FOLDER))) {
      throw new FolderUnusable(
        `A restore into ${folder.path} did not finish: run it again, or delete ${join(folder.path, RESTORING_FOLDER)}.`,
      );
    }
    prepare?.(folder.path);
    const engine = await openEmbeddedTable({
      folder: join(folder.path, TABLE_FOLDER),
      streamFilter: [FACT_SK, ENTRY_SK_PREFIX],
    });
    try {
      makeContentsPrivate(folder.path);
      await bringToFormat({ path: folder.path, engine }, log);
    } catch (error) {
      await engine.close();
      throw error;
    }
    return systemOver(folder, engine, { clock, log, commands });
  } catch (error) {
    await folder.release();
    throw error;
  }
}

function systemOver(
  folder: FolderLock,
  engine: EmbeddedTable,
  { clock, log, commands }: Required<Pick<SystemOptions, "clock" | "log" | "commands">>,
): LocalSystem {
  const { table } = engine;
  const booking: BookingContext = { table, clock, books };
  const reader = startBookReader(engine, booking, log);
  const lock = createReadWriteLock();
  let server: CommandServer | undefined;
  const system: LocalSystem = {
    folder,
    engine,
    table,
    clock,
    booking,
    reader,
    log,
    exclusively: (work) => lock.run("exclusive", work),
    whileBookingIsPaused: (work) =>
      lock.run("exclusive", async () => {
        const resume = await reader.pause();
        try {
          return await work();
        } finally {
          resume();
        }
      }),
    takeCommands() {
      server?.open();
    },
    async close() {
      await server?.close();
      await reader.stop();
      await engine.close();
      await folder.release();
    },
  };
  server = serveCommands(system, commands);
  return system;
}
