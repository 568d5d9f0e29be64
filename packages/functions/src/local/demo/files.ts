import { access, mkdir, open, rename, rm } from "node:fs/promises";
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
export async function beginDemo(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  // First, and on disk: beside the marker, credentials mean that the shop is whole.
  await rm(join(dataFolder, CREDENTIALS), { force: true });
  await syncFolder(dataFolder);
  await writeDurably(join(dataFolder, MARKER), "The demo shop in this folder is not finished.\n");
  await syncFolder(dataFolder);
}

/** Says that the demo is made. To be called once its credentials are saved; safe to call again. */
export async function endDemo(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, MARKER), { force: true });
  await syncFolder(dataFolder);
}

/**
 * Whether the table in this folder is an unfinished demo's and is to be thrown away. A marker that only outlived its demo
 * is removed here: were it left, deleting credentials.json later would cost a shop that somebody uses.
 */
export async function wasInterrupted(dataFolder: string): Promise<boolean> {
  if (!(await exists(join(dataFolder, MARKER)))) return false;
  if (!(await exists(join(dataFolder, CREDENTIALS)))) return true;
  await endDemo(dataFolder);
  return false;
}

/** Readable by nobody else, and never there in part. */
export async function saveCredentials(dataFolder: string, credentials: Credentials): Promise<void> {
  const unfinished = join(dataFolder, UNFINISHED_CREDENTIALS);
  await writeDurably(unfinished, `${JSON.stringify(credentials, null, 2)}\n`);
  await rename(unfinished, join(dataFolder, CREDENTIALS));
  await syncFolder(dataFolder);
}

/** A new file, so that its mode is the one asked for. */
async function writeDurably(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is on disk once its folder is. Windows has no such call and no need of it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
