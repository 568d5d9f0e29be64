import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The data folder is held by one process at a time, and the holder is its own lock: it listens on a socket, so that a lock
 * left behind by a killed process holds nobody up. The socket's path is a hash in the system's temporary folder, because a
 * socket's path is cut at 108 bytes; it is written into the data folder for those who want to talk to the holder.
 */
export interface HeldFolder {
  readonly path: string;
  readonly release: () => Promise<void>;
}

export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

/** Long enough for a rival that has just taken the same dead socket away. */
const RIVAL_MILLISECONDS = 60;

/** @throws FolderInUse when another process holds it */
export async function holdFolder(dataFolder: string): Promise<HeldFolder> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = realpathSync(dataFolder);
  const socket = socketPath(path);
  const identity = randomBytes(16).toString("hex");
  if ((await holderOf(socket)) !== undefined) throw inUse(path);
  if (process.platform !== "win32") rmSync(socket, { force: true });
  const server = await listen(socket, identity).catch(() => {
    throw inUse(path);
  });
  await new Promise((resolve) => setTimeout(resolve, RIVAL_MILLISECONDS));
  if ((await holderOf(socket)) !== identity) {
    server.close();
    throw inUse(path);
  }
  writeFileSync(join(path, "socket"), socket, { mode: 0o600 });
  return {
    path,
    async release() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(join(path, "socket"), { force: true });
    },
  };
}

function inUse(path: string): FolderInUse {
  return new FolderInUse(
    `Another process runs on the data folder ${path}. Stop it first, or choose another folder with POS_DATA_DIR.`,
  );
}

function socketPath(folder: string): string {
  const name = `pos-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

async function listen(socket: string, identity: string): Promise<Server> {
  const server = createServer((connection) => {
    connection.on("error", () => connection.destroy());
    connection.end(`${identity}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
  if (process.platform !== "win32") chmodSync(socket, 0o600);
  server.unref();
  return server;
}

/** Who answers on a socket; undefined: nobody. */
async function holderOf(socket: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = "";
    const connection = connect(socket);
    connection.setTimeout(2_000, () => connection.destroy());
    connection.on("data", (chunk) => {
      answer += chunk.toString();
    });
    connection.on("error", () => resolve(undefined));
    connection.on("close", () => resolve(answer === "" ? undefined : answer.trim()));
  });
}
