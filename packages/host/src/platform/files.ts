import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** The folder cannot be used; the message explains the fix. */
export class FolderUnusable extends Error {
  override readonly name = "FolderUnusable";
}

/**
 * Creates a folder that only this user can enter, or takes an existing one and makes it so, whatever its mode was.
 * @returns its real path
 * @throws FolderUnusable if the folder belongs to another user
 */
export function openPrivateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = realpathSync(folder);
  const user = process.getuid?.();
  if (user === undefined) return path;
  const { uid } = statSync(path);
  if (uid !== user)
    throw new FolderUnusable(
      `The data folder ${path} belongs to another user (${uid}; this is ${user}), who could read everything in it: choose another with POS_DATA_DIR, for example one inside it, or change its owner.`,
    );
  chmodSync(path, 0o700);
  return path;
}

/** Takes all rights from other users on what is in a folder and in its folders. Links are left alone. */
export function makeContentsPrivate(folder: string, depth = 2): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = lstatSync(path);
    if (found.uid !== user) continue;
    if (found.isFile()) chmodSync(path, 0o600);
    if (!found.isDirectory()) continue;
    chmodSync(path, 0o700);
    if (depth > 1) makeContentsPrivate(path, depth - 1);
  }
}

/** Writes a file atomically and durably, readable only by the owner. */
export function saveDurably(path: string, text: string): void {
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
  syncFolder(dirname(path));
}

/** A file name is durable once its folder is synced. Windows has no such call and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  syncFile(path);
}

export function syncFile(path: string): void {
  const file = openSync(path, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
