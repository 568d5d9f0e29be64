import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readHead } from "@pos/core/ledger/index.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { CommandFailed, type Output } from "../control/command.ts";
import { saveDurably, syncFile, syncFolder } from "../platform/files.ts";
import { PROGRAM_VERSION } from "../platform/program-version.ts";
import { allLedgers } from "./ledgers.ts";
import { folderId } from "./process-lock.ts";
import { type LocalSystem, TABLE_FOLDER } from "./system.ts";

/** A backup is a folder with a consistent copy of the table and a manifest that describes it. */
export interface Manifest {
  readonly kind: "pos backup";
  readonly format: number;
  /** The id of the data folder. */
  readonly folder: string;
  /** Everything acknowledged before this instant is included. */
  readonly takenAt: string;
  readonly program: string;
  readonly counts: Counts;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Counts {
  readonly merchants: number;
  readonly ledgers: number;
  readonly entries: number;
}

export const DATA_FILE = "data.mdb";
const MANIFEST_FILE = "manifest.json";

/** Targets of the backups in progress in this process. */
const underWay = new Set<string>();

/** @throws CommandFailed if the target is not empty or cannot be written */
export async function takeBackup(system: LocalSystem, target: string, output: Output): Promise<Manifest> {
  if (existsSync(target) && !statSync(target).isDirectory()) throw new CommandFailed(`${target} is not a folder.`);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new CommandFailed(`${target} is not empty: choose a folder that is not there yet.`);
  if (!existsSync(dirname(target)))
    throw new CommandFailed(`There is no folder ${dirname(target)} to put the backup into.`);
  if (underWay.has(target)) throw new CommandFailed(`A backup to ${target} is under way.`);
  underWay.add(target);
  // Copied beside the target and renamed, so that the target is never incomplete.
  const unfinished = `${target}.unfinished`;
  try {
    const manifest = await copyTable(system, unfinished, output);
    saveDurably(join(unfinished, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    if (existsSync(target)) rmdirSync(target);
    renameSync(unfinished, target);
    syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explained(error, `The backup to ${target} failed`);
  } finally {
    underWay.delete(target);
  }
}

async function copyTable(system: LocalSystem, unfinished: string, output: Output): Promise<Manifest> {
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const takenAt = system.clock.now();
  const copy = join(unfinished, TABLE_FOLDER);
  const [from, to] = [join(system.folder.path, TABLE_FOLDER, DATA_FILE), join(copy, DATA_FILE)];
  const watch = setInterval(() => void reportBytes(from, to, output), PROGRESS_MILLISECONDS);
  try {
    await system.engine.backup(copy);
  } finally {
    clearInterval(watch);
  }
  // Proves that the copy can be opened and read.
  const { counts, format } = await inspectTable(copy);
  rmSync(join(copy, "lock.mdb"), { force: true });
  const { bytes, sha256 } = await digest(to);
  syncFile(to);
  syncFolder(copy);
  syncFolder(unfinished);
  const folder = folderId(system.folder.path) ?? "";
  return { kind: "pos backup", format, folder, takenAt, program: PROGRAM_VERSION, counts, bytes, sha256 };
}

const PROGRESS_MILLISECONDS = 500;
const MEGABYTE = 1024 * 1024;

async function reportBytes(from: string, to: string, output: Output): Promise<void> {
  const [whole, done] = await Promise.all([stat(from), stat(to)].map((found) => found.catch(() => undefined)));
  if (whole && done) output.progress(Math.round(done.size / MEGABYTE), Math.round(whole.size / MEGABYTE), "MB");
}

async function inspectTable(folder: string): Promise<{ counts: Counts; format: number }> {
  const engine = await openEmbeddedTable({ folder });
  try {
    return { counts: await countLedgers(engine.table), format: Number(engine.getMeta("format")) };
  } finally {
    await engine.close();
  }
}

async function countLedgers(table: Table): Promise<Counts> {
  const merchants = new Set<string>();
  let [ledgers, entries] = [0, 0];
  for await (const { merchantId, ledgerId } of allLedgers(table)) {
    merchants.add(merchantId);
    ledgers++;
    entries += (await readHead(table, merchantId, ledgerId)).position;
  }
  return { merchants: merchants.size, ledgers, entries };
}

async function digest(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: MEGABYTE })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** @throws CommandFailed if the folder contains no complete backup */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST_FILE), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw explained(error, `${folder} cannot be read`);
    throw new CommandFailed(`${folder} holds no backup: name the folder that "backup" made, with its manifest.json.`);
  }
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.kind !== "pos backup" || !existsSync(join(folder, TABLE_FOLDER, DATA_FILE)))
    throw new CommandFailed(`${folder} holds no whole backup: take another one.`);
  return manifest;
}

/** Converts errors of the file system or the table engine about a folder to a message for the operator. */
export function explained(error: unknown, what: string): unknown {
  if (error instanceof CommandFailed || !(error instanceof Error)) return error;
  const isFileError = "code" in error || /space|permission|denied|read-only/i.test(error.message);
  return isFileError ? new CommandFailed(`${what}: ${error.message}`, { cause: error }) : error;
}
