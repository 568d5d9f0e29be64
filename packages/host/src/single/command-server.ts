import type { Socket } from "node:net";
import type { Json } from "@pos/core/base/canonical.ts";
import { describe } from "@pos/functions/platform/log.ts";
import { createTurns } from "@pos/functions/platform/read-write-lock.ts";
import { type AnyCommand, type Output, OutputGone } from "../control/command.ts";
import { runCommand } from "../control/run-command.ts";
import type { System } from "../control/system.ts";
import type { HeldFolder } from "./process-lock.ts";

/**
 * Commands that come by the folder's socket. After the greeting a client sends one line, `{ name, args }`, and gets lines of
 * JSON back: what is to be written, how far it is, and last the exit code. A client that goes away ends its command at the
 * next thing the command has to say.
 */
export interface Request {
  readonly name: string;
  readonly args: Json;
}

export type Message =
  | { readonly line: string }
  | { readonly note: string }
  | { readonly progress: readonly [done: number, total: number | null, what: string] }
  /** Not yet or not any more: ask again. */
  | { readonly busy: "starting" | "closing" }
  | { readonly exit: number };

export interface CommandServer {
  readonly open: () => void;
  /** Takes no more and waits for those under way. */
  readonly close: () => Promise<void>;
}

const REQUEST_CHARACTERS_MAX = 1_000_000;
const REQUEST_MILLISECONDS = 10_000;
const PROGRESS_MILLISECONDS = 100;

/** What commands work on, and the folder whose socket brings them. */
type ServedSystem = System & { readonly folder: HeldFolder };

/** @param commands those that clients may run */
export function serveCommands(system: ServedSystem, commands: readonly AnyCommand[]): CommandServer {
  let state: "starting" | "open" | "closing" = "starting";
  const turns = createTurns();
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
    const how = command.alone ? "alone" : "shared";
    if (turns.mustWait(how)) await client.output.note("Waiting for another command to finish.");
    const run = turns.take(how, () => runCommand(system, command, request.args, client.output));
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

/** Undefined: whoever connected only wanted the greeting, or said something else than a request. */
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
  // Read on, so that the end of a client that goes away is seen.
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

/** @throws OutputGone when the reader goes away meanwhile */
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
