import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { headKey, raisedEpochWrite, readHead } from "@pos/core/ledger/index.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded.ts";
import type { LocalEngine } from "@pos/core/table/engine.ts";
import { DATA_FILE, explained, type Manifest, readManifest } from "./backup.ts";
import { CommandFailed, type Output } from "./commands/command.ts";
import { syncFile, syncFolder } from "./files.ts";
import { giveFolderId, ID_FILE, SOCKET_FILE } from "./folder.ts";
import { bringToFormat, formatNumber } from "./format.ts";
import { allLedgers } from "./ledgers.ts";
import { RESTORING_FOLDER, TABLE_FOLDER } from "./system.ts";

export interface Restored {
  readonly manifest: Manifest;
  readonly ledgers: number;
}

/**
 * Puts a backup's table into an empty data folder that is held. Everything happens under a temporary name, and the table is
 * there once that is renamed: a restore that was killed is simply run again. The epoch of every ledger rises by one, which
 * tells terminals to send again what they still have; the folder gets an id of its own.
 * @throws CommandFailed, FormatUnknown
 */
export async function restoreBackup(dataFolder: string, source: string, output: Output): Promise<Restored> {
  const others = readdirSync(dataFolder).filter((name) => !LEFT_BY_A_RESTORE.includes(name));
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
        `The backup ${source} is damaged: its table is not what its manifest says. Use another one.`,
      );
    giveFolderId(dataFolder);
    const ledgers = await raiseEpochs(dataFolder, unfinished, output);
    syncFile(join(unfinished, DATA_FILE));
    syncFolder(unfinished);
    renameSync(unfinished, join(dataFolder, TABLE_FOLDER));
    syncFolder(dataFolder);
    return { manifest, ledgers };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explained(error, `The restore from ${source} failed`);
  }
}

const LEFT_BY_A_RESTORE: readonly string[] = [SOCKET_FILE, ID_FILE, `${ID_FILE}.unfinished`, RESTORING_FOLDER];
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

async function raiseEpochs(dataFolder: string, tableFolder: string, output: Output): Promise<number> {
  const engine = await openEmbeddedTable({ folder: tableFolder });
  try {
    await bringToFormat({ path: dataFolder, engine }, () => {});
    return await raiseAll(engine, output);
  } finally {
    await engine.close();
  }
}

/** As many at once as share a commit well. */
const AT_ONCE = 200;

async function raiseAll({ table }: LocalEngine, output: Output): Promise<number> {
  let ledgers = 0;
  let writes: Promise<void>[] = [];
  for await (const { merchantId, ledgerId } of allLedgers(table)) {
    const write = raisedEpochWrite(headKey(merchantId, ledgerId), await readHead(table, merchantId, ledgerId));
    writes.push(table.write(write).then(({ ok }) => failUnless(ok, ledgerId)));
    ledgers++;
    if (writes.length < AT_ONCE) continue;
    await Promise.all(writes);
    writes = [];
    output.progress(ledgers, undefined, "ledgers");
  }
  await Promise.all(writes);
  return ledgers;
}

function failUnless(ok: boolean, ledgerId: string): void {
  if (!ok) throw new Error(`The epoch of ${ledgerId} moved while nobody else had its table.`);
}
