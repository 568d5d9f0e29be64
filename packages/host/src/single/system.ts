import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "@pos/core/base/context.ts";
import { type BookingContext, ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import { type EmbeddedTable, openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import type { Log } from "@pos/functions/platform/log.ts";
import { books } from "@pos/functions/books.ts";
import { createTurns } from "@pos/functions/platform/read-write-lock.ts";
import { type CommandServer, serveCommands } from "../control/server.ts";
import { type BookReader, startBookReader } from "../node/reader.ts";
import { bringToFormat } from "./format.ts";
import { type HeldFolder, holdFolder } from "./process-lock.ts";

/** What commands work on, wherever it is stored. */
export interface System {
  readonly table: Table;
  readonly clock: Clock;
  readonly booking: BookingContext;
  readonly log: Log;
  /** Books what is recorded here. */
  readonly reader: Pick<BookReader, "caughtUp">;
  /** For what a command leaves for a person. */
  readonly folder: Pick<HeldFolder, "path">;
  /** Nobody else books meanwhile; what is recorded is booked afterwards. @throws CommandFailed when that cannot be had */
  readonly whileNothingIsBooked: <T>(work: () => Promise<T>) => Promise<T>;
  /** Finishes what is under way. */
  readonly close: () => Promise<void>;
}

/** One machine's data: the held folder, its table, and what books in it. The host serves it; commands work on it. */
export interface LocalSystem extends System {
  readonly folder: HeldFolder;
  readonly engine: EmbeddedTable;
  readonly reader: BookReader;
  /** One at a time: what books beside the reader (the sweep), and what must not be booked beside. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** From now on, commands that reach this process by its socket are run. */
  readonly takeCommands: () => void;
}

export interface SystemOptions {
  readonly settings: { readonly dataFolder: string };
  readonly clock: Clock;
  readonly log: Log;
  /** Once the folder is held and before its table is opened. What it throws lets the folder go again. */
  readonly prepare?: (dataFolder: string) => void;
}

export const TABLE_FOLDER = "table";
/** A restore's, until it is whole. */
export const RESTORING_FOLDER = "table.restoring";

/** A folder that cannot be opened; the message says what to do. */
export class FolderUnusable extends Error {
  override readonly name = "FolderUnusable";
}

/** @throws FolderInUse, FolderUnusable or FormatUnknown with what to do */
export async function openSystem({ settings, clock, log, prepare }: SystemOptions): Promise<LocalSystem> {
  const folder = await holdFolder(settings.dataFolder);
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
      await bringToFormat({ path: folder.path, engine }, log);
    } catch (error) {
      await engine.close();
      throw error;
    }
    return systemOver(folder, engine, clock, log);
  } catch (error) {
    await folder.release();
    throw error;
  }
}

function systemOver(folder: HeldFolder, engine: EmbeddedTable, clock: Clock, log: Log): LocalSystem {
  const { table } = engine;
  const booking: BookingContext = { table, clock, books };
  const reader = startBookReader(engine, booking, log);
  const turns = createTurns();
  let server: CommandServer | undefined;
  const system: LocalSystem = {
    folder,
    engine,
    table,
    clock,
    booking,
    reader,
    log,
    inTurn: (work) => turns.take("alone", work),
    whileNothingIsBooked: (work) =>
      turns.take("alone", async () => {
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
  server = serveCommands(system);
  return system;
}
