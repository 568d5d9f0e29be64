import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveDurably } from "./files.ts";
import { PROGRAM } from "./program.ts";

/**
 * The data folder is held by one process at a time, and the holder is its own lock: it listens on a socket, so that a lock
 * left behind by a killed process holds nobody up. The socket's path is a hash in the system's temporary folder, because a
 * socket's path is cut at 108 bytes; it is written into the data folder for those who want to talk to the holder. Whoever
 * connects is greeted with a line of JSON, by which it knows that it reached this folder's holder and no other.
 */
export interface HeldFolder {
  readonly path: string;
  /** Who takes connections once they are greeted; until then they are closed. */
  readonly onConnection: (take: (connection: Socket) => void) => void;
  readonly release: () => Promise<void>;
}

export interface Greeting {
  readonly program: string;
  /** The folder's id; null: it has none yet. */
  readonly folder: string | null;
  /** One process's, for the check who came first. */
  readonly process: string;
}

export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

/** Long enough for a rival that has just taken the same dead socket away. */
const RIVAL_MILLISECONDS = 60;
/** A holder that is busy for longer is still the holder. */
const GREETING_MILLISECONDS = 5_000;
/** Room for the name below, within the 108 bytes of a socket's path. */
const TEMPORARY_FOLDER_BYTES_MAX = 64;

/** @throws FolderInUse when another process holds it */
export async function holdFolder(dataFolder: string): Promise<HeldFolder> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = realpathSync(dataFolder);
  const socket = socketPath(path);
  if (await isHeld(path)) throw inUse(path);
  if (process.platform !== "win32") rmSync(socket, { force: true });
  const own = randomBytes(16).toString("hex");
  const connections = new Set<Socket>();
  let take = (connection: Socket): void => void connection.destroy();
  const server = await listen(socket, (connection) => {
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
    connection.on("error", () => connection.destroy());
    connection.write(`${JSON.stringify({ program: PROGRAM, folder: folderId(path) ?? null, process: own })}\n`);
    take(connection);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? inUse(path) : error;
  });
  // Whoever only asks who holds the folder has read the greeting by then.
  take = (connection) => void connection.end();
  await new Promise((resolve) => setTimeout(resolve, RIVAL_MILLISECONDS));
  const holder = await greetingAt(socket);
  if (typeof holder === "string" || holder.process !== own) {
    server.close();
    throw inUse(path);
  }
  saveDurably(join(path, SOCKET_FILE), socket);
  return {
    path,
    onConnection(taker) {
      take = taker;
    },
    async release() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.destroy();
      await closed;
      rmSync(join(path, SOCKET_FILE), { force: true });
    },
  };
}

export const SOCKET_FILE = "socket";
export const ID_FILE = "id";

/** A folder's id tells its holder from another folder's, and a restored folder from the one that it was copied from. */
export function folderId(path: string): string | undefined {
  return readText(join(path, ID_FILE));
}

export function giveFolderId(path: string): void {
  saveDurably(join(path, ID_FILE), randomBytes(16).toString("hex"));
}

/**
 * A connection to the process that holds a folder, greeted.
 * @returns undefined when none does
 * @throws FolderInUse when one is there that does not answer
 */
export async function connectToHolder(path: string): Promise<{ greeting: Greeting; connection: Socket } | undefined> {
  for (const socket of socketsOf(path)) {
    const found = await greeted(socket);
    if (found === "silent") throw new FolderInUse(`The process that runs on the data folder ${path} does not answer.`);
    if (found === "nobody") continue;
    if (found.greeting.folder === (folderId(path) ?? null)) return found;
    found.connection.destroy();
  }
  return undefined;
}

async function isHeld(path: string): Promise<boolean> {
  for (const socket of socketsOf(path)) {
    const greeting = await greetingAt(socket);
    if (greeting === "silent") return true;
    if (greeting === "nobody") continue;
    // The path alone says so in the one case; the id in the other, where somebody else may have come by that path since.
    if (socket === socketPath(path) || (greeting.folder !== null && greeting.folder === folderId(path))) return true;
  }
  return false;
}

/** Where a holder may listen: where it would here, and where it says, if its temporary folder is another. */
function socketsOf(path: string): string[] {
  return [...new Set([readText(join(path, SOCKET_FILE)) ?? socketPath(path), socketPath(path)])];
}

function inUse(path: string): FolderInUse {
  return new FolderInUse(
    `Another process runs on the data folder ${path}. Stop it first, or choose another folder with POS_DATA_DIR.`,
  );
}

function socketPath(folder: string): string {
  const name = `pos-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  const temporary = Buffer.byteLength(tmpdir()) > TEMPORARY_FOLDER_BYTES_MAX ? "/tmp" : tmpdir();
  return join(temporary, `${name}.sock`);
}

async function listen(socket: string, take: (connection: Socket) => void): Promise<Server> {
  const server = createServer(take);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
  if (process.platform !== "win32") chmodSync(socket, 0o600);
  server.unref();
  return server;
}

async function greetingAt(socket: string): Promise<Greeting | "nobody" | "silent"> {
  const found = await greeted(socket);
  if (typeof found === "string") return found;
  found.connection.destroy();
  return found.greeting;
}

/** A socket that takes a connection has a living process behind it, even if that says nothing. */
function greeted(socket: string): Promise<{ greeting: Greeting; connection: Socket } | "nobody" | "silent"> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    let text = "";
    const finish = (found: { greeting: Greeting; connection: Socket } | "nobody" | "silent") => {
      clearTimeout(timer);
      connection.removeAllListeners();
      // Whoever takes it over listens to its end.
      connection.on("error", () => connection.destroy());
      if (typeof found === "string") connection.destroy();
      resolve(found);
    };
    const timer = setTimeout(() => finish("silent"), GREETING_MILLISECONDS);
    connection.on("data", (chunk) => {
      text += chunk.toString();
      const end = text.indexOf("\n");
      if (end === -1) return;
      connection.pause();
      if (text.length > end + 1) connection.unshift(Buffer.from(text.slice(end + 1)));
      const greeting = parseGreeting(text.slice(0, end));
      finish(greeting === undefined ? "silent" : { greeting, connection });
    });
    // A process that is just ending closes what it no longer greets.
    connection.on("end", () => finish("nobody"));
    connection.on("error", ({ code }: NodeJS.ErrnoException) =>
      finish(DEAD_CODES.includes(code ?? "") ? "nobody" : "silent"),
    );
  });
}

/** What connecting to a socket says that no process listens on. */
const DEAD_CODES = ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTSOCK"];

function parseGreeting(line: string): Greeting | undefined {
  try {
    return JSON.parse(line) as Greeting;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
