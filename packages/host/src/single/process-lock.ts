import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveDurably } from "../platform/files.ts";
import { PROGRAM } from "../platform/program.ts";

/**
 * The data folder is held by one process at a time, and the holder is its own lock: it listens on a socket, so that a lock
 * left behind by a killed process holds nobody up. The socket has a short path in the system's temporary folder, because a
 * socket's path is cut at 108 bytes: one of the process's own, and a link to it that is a hash of the folder's path, which
 * only one process can make. The first is written into the data folder for those who want to talk to the holder. Whoever
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

/** Long enough for a rival that has just taken the same dead link away. */
const RIVAL_MILLISECONDS = 60;
/** A holder that is busy for longer is still the holder. */
const GREETING_MILLISECONDS = 5_000;
/** Room for the names below, within the 108 bytes of a socket's path. */
const TEMPORARY_FOLDER_BYTES_MAX = 60;

/** @throws FolderInUse when another process holds it */
export async function holdFolder(dataFolder: string): Promise<HeldFolder> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const path = realpathSync(dataFolder);
  // Read before it is found dead: what stands there later may be a living rival's.
  const dead = process.platform === "win32" ? undefined : linkTarget(linkPath(path));
  if (await isHeld(path)) throw inUse(path);
  const own = randomBytes(16).toString("hex");
  const socket = socketPath(path, own);
  const connections = new Set<Socket>();
  // Whoever only asks who holds the folder has read the greeting by then.
  let take = (connection: Socket): void => void connection.end();
  const server = await listen(socket, (connection) => {
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
    connection.on("error", () => connection.destroy());
    connection.write(`${JSON.stringify({ program: PROGRAM, folder: folderId(path) ?? null, process: own })}\n`);
    take(connection);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? inUse(path) : error;
  });
  if (!(await isFirst(linkPath(path), socket, dead))) {
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
      // The names first, so that nobody finds a socket that answers no more.
      rmSync(join(path, SOCKET_FILE), { force: true });
      if (linkTarget(linkPath(path)) === socket) rmSync(linkPath(path), { force: true });
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}

/** Whether this process is the one whose socket the folder's link names, now and a moment later. */
async function isFirst(link: string, socket: string, dead: string | undefined): Promise<boolean> {
  // There the name of a pipe is the lock itself.
  if (process.platform === "win32") return true;
  if (dead !== undefined) {
    // Aside, and only then away, so that a rival that has come by in between is put back.
    const aside = `${socket}.dead`;
    if (!renamed(link, aside)) return false;
    const found = linkTarget(aside);
    rmSync(aside, { force: true });
    if (found !== dead) {
      if (found !== undefined) linked(found, link);
      return false;
    }
    if (dead !== "") rmSync(dead, { force: true });
  }
  if (!linked(socket, link)) return false;
  await new Promise((resolve) => setTimeout(resolve, RIVAL_MILLISECONDS));
  return linkTarget(link) === socket;
}

function linked(socket: string, link: string): boolean {
  return isDone(() => symlinkSync(socket, link), ["EEXIST"]);
}

/** Somebody else's file in a temporary folder cannot be moved: then the folder cannot be held either. */
function renamed(from: string, to: string): boolean {
  return isDone(() => renameSync(from, to), ["ENOENT", "EPERM", "EACCES"]);
}

function isDone(act: () => void, expected: readonly string[]): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (expected.includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

/** Undefined: there is no link; "": what is there is none. */
function linkTarget(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "EINVAL" || code === "UNKNOWN") return "";
    throw error;
  }
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
    // The link alone says so; of another path the id does, since somebody else may have come by it.
    if (socket === linkPath(path) || (greeting.folder !== null && greeting.folder === folderId(path))) return true;
  }
  return false;
}

/** Where a holder may listen: where it says (its temporary folder may be another), and where the link says. */
function socketsOf(path: string): string[] {
  return [...new Set([readText(join(path, SOCKET_FILE)) ?? linkPath(path), linkPath(path)])];
}

function inUse(path: string): FolderInUse {
  return new FolderInUse(
    `Another process runs on the data folder ${path}. Stop it first, or choose another folder with POS_DATA_DIR.`,
  );
}

/** A process's own socket. Where a pipe has no path that could be linked, it is the folder's. */
function socketPath(folder: string, own: string): string {
  return process.platform === "win32"
    ? linkPath(folder)
    : linkPath(folder).replace(/\.sock$/, `-${own.slice(0, 8)}.sock`);
}

function linkPath(folder: string): string {
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
