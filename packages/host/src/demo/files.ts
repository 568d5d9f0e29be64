import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The files that distinguish a complete demo shop from an interrupted one. The steps of a first start:
 *
 *   1. `beginDemo` deletes an old credentials.json and durably creates the marker `demo-unfinished`.
 *   2. The table is opened, and the shop is made and booked.
 *   3. `saveCredentials` (the last step of `makeDemoShop`) creates credentials.json atomically.
 *   4. `endDemo` deletes the marker.
 *
 * Every start, before it opens the table: if `wasInterrupted`, delete the table's folder and start at step 1; if there is no
 * table, start at step 1; otherwise open the table.
 *
 * Crash safety: up to step 1 nothing was made. During steps 2 and 3 the marker exists without credentials.json, so the
 * incomplete table is deleted; a crash during the deletion leaves the marker, so the next start deletes again. Between steps
 * 3 and 4 both files exist: the shop is complete and kept, and only the marker is deleted.
 *
 * Synchronous, because nothing else runs during a start.
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

/**
 * Marks that a demo is being made. Only for a folder without a table: the credentials of an earlier demo are removed.
 */
export function beginDemo(dataFolder: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // Removed first and durably: credentials beside the marker mean that the shop is complete.
  rmSync(join(dataFolder, CREDENTIALS), { force: true });
  syncFolder(dataFolder);
  writeDurably(join(dataFolder, MARKER), "The demo shop in this folder is not finished.\n");
  syncFolder(dataFolder);
}

/** Marks that the demo is complete. Call it after its credentials are saved; idempotent. */
export function endDemo(dataFolder: string): void {
  rmSync(join(dataFolder, MARKER), { force: true });
  syncFolder(dataFolder);
}

/**
 * Whether the folder contains an incomplete demo's table, which must be deleted. Removes a marker that outlived its
 * completed demo: otherwise, deleting credentials.json later would delete a shop in use.
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

/** Readable only by the owner, and written atomically. */
export function saveCredentials(dataFolder: string, credentials: Credentials): void {
  const unfinished = join(dataFolder, UNFINISHED_CREDENTIALS);
  writeDurably(unfinished, `${JSON.stringify(credentials, null, 2)}\n`);
  renameSync(unfinished, join(dataFolder, CREDENTIALS));
  syncFolder(dataFolder);
}

/** A new file, so that it gets the requested mode. */
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

/** A file name is durable once its folder is synced. Windows has no such call and does not need it. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
