import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { openPrivateFolder, saveDurably } from "../platform/files.ts";
import { PROGRAM_VERSION } from "../platform/program-version.ts";

/**
 * A lock that lets only one process use a data folder. The lock owner listens on a socket, so that a lock left by a
 * killed process blocks nothing. Paths of sockets are limited to 108 bytes, so each process has its own in a new folder
 * of the system's temporary folder, which no other user can name in advance or enter. A symbolic link in the data
 * folder, which only one process can create, points to the owner's. The owner writes its socket's path into the data
 * folder for clients. It greets each connection with a line of JSON, which shows the client that it reached the owner
 * of this folder.
 */
export interface FolderLock {
  readonly path: string;
  /** Registers the handler of greeted connections; before that they are closed. */
  readonly onConnection: (take: (connection: Socket) => void) => void;
  readonly release: () => Promise<void>;
}

export interface Greeting {
  readonly program: string;
  /** The folder's id; null if it has none yet. */
  readonly folder: string | null;
  /** Unique to a process, to check which one created the link. */
  readonly process: string;
}

export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

/** Long enough for a rival that has just removed the same dead link. */
const RIVAL_MILLISECONDS = 60;
/** A lock owner may be busy for this long before it greets. */
const GREETING_MILLISECONDS = 5_000;
/** Leaves room for the file names within the 108 bytes of a socket's path. */
const TEMPORARY_FOLDER_BYTES_MAX = 60;

/** @throws FolderInUse if another process owns the lock, FolderUnusable if the folder cannot be kept private */
export async function acquireFolderLock(dataFolder: string): Promise<FolderLock> {
  const path = openPrivateFolder(dataFolder);
  // Read before the link is found dead: later it may point to a living rival.
  const dead = process.platform === "win32" ? undefined : linkTarget(linkPath(path));
  if (await isLocked(path)) throw inUse(path);
  const own = randomBytes(16).toString("hex");
  const socket = newSocketPath(path);
  const connections = new Set<Socket>();
  // The client only asked who owns the lock: it has read the greeting by then.
  let take = (connection: Socket): void => void connection.end();
  const server = await listen(socket, (connection) => {
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
    connection.on("error", () => connection.destroy());
    connection.write(`${JSON.stringify({ program: PROGRAM_VERSION, folder: folderId(path) ?? null, process: own })}\n`);
    take(connection);
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE" ? inUse(path) : error;
  });
  if (!(await isFirst(linkPath(path), socket, dead))) {
    server.close();
    removeSocket(socket);
    throw inUse(path);
  }
  saveDurably(join(path, SOCKET_FILE), socket);
  return {
    path,
    onConnection(taker) {
      take = taker;
    },
    async release() {
      // Remove the names first, so that no client finds a closed socket.
      rmSync(join(path, SOCKET_FILE), { force: true });
      if (linkTarget(linkPath(path)) === socket) rmSync(linkPath(path), { force: true });
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.destroy();
      await closed;
      removeSocket(socket);
    },
  };
}

/** Whether the folder's link points to this process's socket, now and after a delay. */
async function isFirst(link: string, socket: string, dead: string | undefined): Promise<boolean> {
  // On Windows the name of the pipe is the lock.
  if (process.platform === "win32") return true;
  if (dead !== undefined) {
    // Move it aside before deleting it, so that a rival's link created in between can be restored.
    const aside = `${link}-${basename(dirname(socket))}`;
    if (!renamed(link, aside)) return false;
    const found = linkTarget(aside);
    rmSync(aside, { force: true });
    if (found !== dead) {
      if (found !== undefined) linked(found, link);
      return false;
    }
    removeSocket(dead);
  }
  if (!linked(socket, link)) return false;
  await new Promise((resolve) => setTimeout(resolve, RIVAL_MILLISECONDS));
  return linkTarget(link) === socket;
}

function linked(socket: string, link: string): boolean {
  return isDone(() => symlinkSync(socket, link), ["EEXIST"]);
}

function renamed(from: string, to: string): boolean {
  return isDone(() => renameSync(from, to), ["ENOENT"]);
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

/** @returns undefined if there is no link, "" if the file is not a link */
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
export const LOCK_FILE = "lock";
export const ID_FILE = "id";

/** The folder's id distinguishes its lock owner from another folder's, and a restored folder from the original. */
export function folderId(path: string): string | undefined {
  return readText(join(path, ID_FILE));
}

export function giveFolderId(path: string): void {
  saveDurably(join(path, ID_FILE), randomBytes(16).toString("hex"));
}

/**
 * Connects to the process that owns the folder's lock.
 * @returns a greeted connection; undefined if the folder is not locked
 * @throws FolderInUse if the owner does not respond
 */
export async function connectToLockOwner(
  path: string,
): Promise<{ greeting: Greeting; connection: Socket } | undefined> {
  for (const socket of socketsOf(path)) {
    const found = await greeted(socket);
    if (found === "silent") throw new FolderInUse(`The process that runs on the data folder ${path} does not answer.`);
    if (found === "absent") continue;
    if (found.greeting.folder === (folderId(path) ?? null)) return found;
    found.connection.destroy();
  }
  return undefined;
}

async function isLocked(path: string): Promise<boolean> {
  for (const socket of socketsOf(path)) {
    const greeting = await greetingAt(socket);
    if (greeting === "silent") return true;
    if (greeting === "absent") continue;
    // The link proves it; any other socket path could belong to another process, so the folder's id must match.
    if (socket === ownersSocket(path) || (greeting.folder !== null && greeting.folder === folderId(path))) return true;
  }
  return false;
}

/** The sockets to try: the one that the owner wrote down, and the link's. */
function socketsOf(path: string): string[] {
  const sockets = [readText(join(path, SOCKET_FILE)), ownersSocket(path)];
  return [...new Set(sockets.filter((socket) => socket !== undefined && socket !== ""))].map(String);
}

/** Where the owner of the lock listens, as the link states it. */
function ownersSocket(path: string): string | undefined {
  return process.platform === "win32" ? linkPath(path) : linkTarget(linkPath(path));
}

function inUse(path: string): FolderInUse {
  return new FolderInUse(
    `Another process runs on the data folder ${path}. Stop it first, or choose another folder with POS_DATA_DIR.`,
  );
}

/** The path of a process's own socket. Windows pipes cannot be linked, so there it is the folder's. */
function newSocketPath(folder: string): string {
  if (process.platform === "win32") return linkPath(folder);
  const temporary = Buffer.byteLength(tmpdir()) > TEMPORARY_FOLDER_BYTES_MAX ? "/tmp" : tmpdir();
  // Made with the mode 0700.
  return join(mkdtempSync(join(temporary, SOCKET_FOLDER_PREFIX)), "socket");
}

const SOCKET_FOLDER_PREFIX = "pos-lock-";

/** Removes a process's socket with its folder. Other paths are left alone: a link may have been made by hand. */
function removeSocket(socket: string): void {
  const folder = dirname(socket);
  if (!basename(folder).startsWith(SOCKET_FOLDER_PREFIX)) return;
  // The data folder may come from another user, whose files in the temporary folder stay.
  isDone(() => rmSync(folder, { recursive: true, force: true }), ["EPERM", "EACCES"]);
}

function linkPath(folder: string): string {
  if (process.platform !== "win32") return join(folder, LOCK_FILE);
  return `\\\\.\\pipe\\pos-${createHash("sha256").update(folder).digest("hex").slice(0, 24)}`;
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

async function greetingAt(socket: string): Promise<Greeting | "absent" | "silent"> {
  const found = await greeted(socket);
  if (typeof found === "string") return found;
  found.connection.destroy();
  return found.greeting;
}

/** A socket that accepts a connection has a living process, even if it does not greet. */
function greeted(socket: string): Promise<{ greeting: Greeting; connection: Socket } | "absent" | "silent"> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    let text = "";
    const finish = (found: { greeting: Greeting; connection: Socket } | "absent" | "silent") => {
      clearTimeout(timer);
      connection.removeAllListeners();
      // The new owner of the connection handles its errors.
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
    // A closing process ends connections without a greeting.
    connection.on("end", () => finish("absent"));
    connection.on("error", ({ code }: NodeJS.ErrnoException) =>
      finish(DEAD_CODES.includes(code ?? "") ? "absent" : "silent"),
    );
  });
}

/** The errors of connecting to a socket without a listening process. */
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
