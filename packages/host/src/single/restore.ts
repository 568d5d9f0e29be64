import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { present } from "@pos/core/base/result.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { CommandFailed, type Output } from "../control/command.ts";
import { syncFile, syncFolder } from "../platform/files.ts";
import { DATA_FILE, explained, type Manifest, readManifest } from "./backup.ts";
import { type RaisedEpochs, raiseEpochs } from "./epochs.ts";
import { bringToFormat, formatNumber } from "./format.ts";
import { folderId, giveFolderId, ID_FILE, LOCK_FILE, SOCKET_FILE } from "./process-lock.ts";
import { RESTORING_FOLDER, TABLE_FOLDER } from "./system.ts";

export interface Restored {
  readonly manifest: Manifest;
  readonly ledgers: number;
  /** The highest epoch. */
  readonly highest: number;
}

/**
 * Restores a backup's table into an empty, locked data folder. The table is prepared under a temporary name and then
 * renamed: an interrupted restore is simply repeated. The epoch of every ledger rises by one, so that terminals resend
 * the facts they still have; the folder gets a new id.
 * @throws CommandFailed, FormatUnknown
 */
export async function restoreBackup(
  dataFolder: string,
  { source, above }: { readonly source: string; readonly above: number },
  output: Output,
): Promise<Restored> {
  const others = readdirSync(dataFolder).filter((name) => !RESTORE_FILES.includes(name));
  if (others.length > 0) {
    throw new CommandFailed(
      `The data folder ${dataFolder} is not empty (it holds ${others.slice(0, 3).join(", ")}). Restore into a new one, POS_DATA_DIR=FOLDER npm run -s pos -- restore ${source}, or move what is there away.`,
    );
  }
  const manifest = readManifest(source);
  formatNumber(String(manifest.format), `The backup ${source}`);
  const unfinished = join(dataFolder, RESTORING_FOLDER);
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    const sha256 = await copyFile(join(source, TABLE_FOLDER, DATA_FILE), join(unfinished, DATA_FILE), manifest, output);
    if (sha256 !== manifest.sha256)
      throw new CommandFailed(
        `The backup ${source} is damaged: its table does not match its manifest. Use another one.`,
      );
    giveFolderId(dataFolder);
    const { raised: ledgers, highest } = await raiseAll(dataFolder, { tableFolder: unfinished, above }, output);
    syncFile(join(unfinished, DATA_FILE));
    syncFolder(unfinished);
    renameSync(unfinished, join(dataFolder, TABLE_FOLDER));
    syncFolder(dataFolder);
    return { manifest, ledgers, highest };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explained(error, `The restore from ${source} failed`);
  }
}

const RESTORE_FILES: readonly string[] = [SOCKET_FILE, LOCK_FILE, ID_FILE, `${ID_FILE}.unfinished`, RESTORING_FOLDER];
const MEGABYTE = 1024 * 1024;

async function copyFile(from: string, to: string, { bytes }: Manifest, output: Output): Promise<string> {
  const hash = createHash("sha256");
  let done = 0;
  await pipeline(
    createReadStream(from, { highWaterMark: MEGABYTE }),
    async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk as Buffer);
        done += (chunk as Buffer).length;
        output.progress(Math.round(done / MEGABYTE), Math.round(bytes / MEGABYTE), "MB");
        yield chunk;
      }
    },
    createWriteStream(to, { mode: 0o600 }),
  );
  return hash.digest("hex");
}

async function raiseAll(
  dataFolder: string,
  { tableFolder, above }: { readonly tableFolder: string; readonly above: number },
  output: Output,
): Promise<RaisedEpochs> {
  const engine = await openEmbeddedTable({ folder: tableFolder });
  try {
    await bringToFormat({ path: dataFolder, engine }, () => {});
    // The new folder's id identifies the restore.
    const restore = present(folderId(dataFolder), "the folder's id");
    const progress = (done: number) => output.progress(done, undefined, "ledgers");
    return await raiseEpochs(engine.table, restore, progress, { above });
  } finally {
    await engine.close();
  }
}
