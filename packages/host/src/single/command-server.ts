import type { Socket } from "node:net";
import type { Json } from "@pos/core/base/canonical.ts";
import { describe } from "@pos/functions/platform/log.ts";
import { createReadWriteLock } from "@pos/functions/platform/read-write-lock.ts";
import { type AnyCommand, type Output, OutputGone } from "../control/command.ts";
import { runCommand } from "../control/run-command.ts";
import type { System } from "../control/system.ts";
import type { FolderLock } from "./process-lock.ts";

/**
 * Serves commands over the data folder's socket. After the greeting, a client sends one line `{ name, args }` and
 * receives lines of JSON: output, progress, and last the exit code. If the client disconnects, its command ends at its
 * next output.
 */
export interface Request {
  readonly name: string;
  readonly args: Json;
}

export type Message =
  | { readonly line: string }
  | { readonly note: string }
  | { readonly progress: readonly [done: number, total: number | null, what: string] }
  /** The process is starting or closing: try again. */
  | { readonly busy: "starting" | "closing" }
  | { readonly exit: number };

export interface CommandServer {
  readonly open: () => void;
  /** Rejects new commands and waits for running ones. */
  readonly close: () => Promise<void>;
}

const REQUEST_CHARACTERS_MAX = 1_000_000;
const REQUEST_MILLISECONDS = 10_000;
const PROGRESS_MILLISECONDS = 100;

/** What commands work on, and the folder whose socket brings them. */
type ServedSystem = System & { readonly folder: FolderLock };

/** @param commands those that clients may run */
export function serveCommands(system: ServedSystem, commands: readonly AnyCommand[]): CommandServer {
  let state: "starting" | "open" | "closing" = "starting";
  const lock = createReadWriteLock();
  const underWay = new Set<Promise<number>>();

  async function answer(connection: Socket): Promise<void> {
    const request = await readRequest(connection);
    if (request === undefined) return;
    const client = clientOf(connection);
    if (state !== "open") return client.end({ busy: state });
    const command = commands.find(({ name }) => name === request.name);
    if (!command || !("run" in command)) {
      await client.output.note(`The running process knows no command ${request.name}.`);
      return client.end({ exit: 2 });
    }
    const mode = command.alone ? "exclusive" : "shared";
    if (lock.isBlocked(mode)) await client.output.note("Waiting for another command to finish.");
    const run = lock.run(mode, () => runCommand(system, command, request.args, client.output));
    underWay.add(run);
    client.end({ exit: await run.finally(() => underWay.delete(run)) });
  }
  system.folder.onConnection((connection) => {
    answer(connection)
      .catch((error: unknown) => {
        if (!(error instanceof OutputGone)) system.log({ level: "error", event: "command", error: describe(error) });
      })
      .finally(() => {
        if (!connection.writableEnded) connection.destroy();
      });
  });
  return {
    open() {
      if (state === "starting") state = "open";
    },
    async close() {
      state = "closing";
      await Promise.allSettled(underWay);
    },
  };
}

/** @returns undefined if the client only read the greeting or sent no valid request */
function readRequest(connection: Socket): Promise<Request | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const finish = (request: Request | undefined) => {
      clearTimeout(timer);
      connection.off("data", take);
      resolve(request);
    };
    const timer = setTimeout(() => finish(undefined), REQUEST_MILLISECONDS);
    timer.unref();
    const take = (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf("\n");
      if (end !== -1) finish(parseRequest(text.slice(0, end)));
      else if (text.length > REQUEST_CHARACTERS_MAX) finish(undefined);
    };
    connection.on("data", take);
    connection.on("close", () => finish(undefined));
  });
}

function parseRequest(line: string): Request | undefined {
  try {
    const { name, args } = JSON.parse(line) as Request;
    return typeof name === "string" && args !== undefined ? { name, args } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Client {
  readonly output: Output;
  readonly end: (message: Message) => void;
}

function clientOf(connection: Socket): Client {
  // Keep reading, to notice when the client disconnects.
  connection.resume();
  let progressAt = Number.NEGATIVE_INFINITY;
  async function send(message: Message): Promise<void> {
    if (connection.destroyed) throw new OutputGone("The client went away.");
    if (connection.write(`${JSON.stringify(message)}\n`)) return;
    await drained(connection);
  }
  return {
    output: {
      line: (line) => send({ line }),
      note: (note) => send({ note }),
      progress(done, total, what) {
        const now = performance.now();
        if (connection.destroyed || connection.writableNeedDrain || now - progressAt < PROGRESS_MILLISECONDS) return;
        progressAt = now;
        connection.write(`${JSON.stringify({ progress: [done, total ?? null, what] } satisfies Message)}\n`);
      },
    },
    end: (message) => void connection.end(`${JSON.stringify(message)}\n`),
  };
}

/** @throws OutputGone if the reader disconnects */
function drained(connection: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      connection.off("drain", finish);
      connection.off("close", finish);
      if (connection.destroyed) reject(new OutputGone("The client went away."));
      else resolve();
    };
    connection.on("drain", finish);
    connection.on("close", finish);
  });
}
