import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What tells a demo shop that is whole from one whose making was cut short. The order of a first start:
 *
 *   1. `beginDemo`: an old credentials.json goes, then the marker `demo-unfinished` is there, on disk.
 *   2. The table is opened and the shop made and booked.
 *   3. `saveCredentials` (the last step of `makeDemoShop`): credentials.json appears whole, by a rename.
 *   4. `endDemo`: the marker goes.
 *
 * and of every start, before the table is opened: if `wasInterrupted`, delete the table's folder and begin anew with 1; else if
 * there is no table, begin with 1; else just open it.
 *
 * Wherever a crash falls: before 1 or within it nothing was made. Within 2 or 3 there is the marker and no credentials.json: the
 * unfinished table goes, and a crash while deleting it leaves the marker, so that it goes the next time. Between 3 and 4 both
 * are there: the shop is whole and stays, and only the marker goes.
 *
 * Synchronous, because a start has nothing else to do meanwhile.
 */
export interface Credentials {
  readonly url: string;
  readonly locationId: string;
  readonly owner: { readonly email: string; readonly password: string };
  readonly terminal: { readonly activationCode: string };
  readonly operator: { readonly number: string; readonly pin: string };
  readonly cashier: { readonly number: string; readonly pin: string };
}

const MARKER = "demo-unfinished";
const CREDENTIALS = "credentials.json";
const UNFINISHED_CREDENTIALS = `${CREDENTIALS}.unfinished`;

/** Says that a demo is being made. Only for a folder without a table: the credentials of an earlier one go. */
export function beginDemo(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true });
  // First, and on disk: beside the marker, credentials mean that the shop is whole.
  rmSync(join(dataFolder, CREDENTIALS), { force: true });
  syncFolder(dataFolder);
  writeDurably(join(dataFolder, MARKER), "The demo shop in this folder is not finished.\n");
  syncFolder(dataFolder);
}

/** Says that the demo is made. To be called once its credentials are saved; safe to call again. */
export function endDemo(dataFolder: string): void {
  rmSync(join(dataFolder, MARKER), { force: true });
  syncFolder(dataFolder);
}

/**
 * Whether the table in this folder is an unfinished demo's and is to be thrown away. A marker that only outlived its demo
 * is removed here: were it left, deleting credentials.json later would cost a shop that somebody uses.
 */
export function wasInterrupted(dataFolder: string): boolean {
  if (!existsSync(join(dataFolder, MARKER))) return false;
  if (!existsSync(join(dataFolder, CREDENTIALS))) return true;
  endDemo(dataFolder);
  return false;
}

export function credentialsPath(dataFolder: string): string {
  return join(dataFolder, CREDENTIALS);
}

/** Readable by nobody else, and never there in part. */
export function saveCredentials(dataFolder: string, credentials: Credentials): void {
  const unfinished = join(dataFolder, UNFINISHED_CREDENTIALS);
  writeDurably(unfinished, `${JSON.stringify(credentials, null, 2)}\n`);
  renameSync(unfinished, join(dataFolder, CREDENTIALS));
  syncFolder(dataFolder);
}

/** A new file, so that its mode is the one asked for. */
function writeDurably(path: string, text: string): void {
  rmSync(path, { force: true });
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name is on disk once its folder is. Windows has no such call and no need of it. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
