import type { Socket } from "node:net";
import type { Json } from "@pos/core/base/canonical.ts";
import { CommandFailed, type Output } from "../control/command.ts";
import { PROGRAM_VERSION } from "../platform/program-version.ts";
import type { Message, Request } from "./command-server.ts";
import { connectToLockOwner } from "./process-lock.ts";

/** The command line's side of the data folder's socket. */

const RETRY_MILLISECONDS = 200;
/** The first start makes its demo shop before it accepts commands. */
const BUSY_MILLISECONDS_MAX = 120_000;

/**
 * Runs a command in the process that owns the folder's lock, and prints its output.
 * @returns the exit code; undefined if the folder is not locked
 * @throws FolderInUse, CommandFailed
 */
export async function runAtLockOwner(
  dataFolder: string,
  request: { readonly name: string; readonly args: Json },
  output: Output,
): Promise<number | undefined> {
  const since = performance.now();
  for (;;) {
    const outcome = await askOnce(dataFolder, request, output);
    if (outcome === undefined || typeof outcome === "number") return outcome;
    if (performance.now() - since > BUSY_MILLISECONDS_MAX)
      throw new CommandFailed(`The process that runs on ${dataFolder} is still ${outcome}. Try again later.`);
    await pauseBeforeRetry();
  }
}

export function pauseBeforeRetry(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
}

async function askOnce(
  dataFolder: string,
  request: Request,
  output: Output,
): Promise<number | "starting" | "closing" | undefined> {
  const owner = await connectToLockOwner(dataFolder);
  if (!owner) return undefined;
  const { greeting, connection } = owner;
  let hasSpoken = false;
  try {
    if (greeting.program !== PROGRAM_VERSION) {
      throw new CommandFailed(
        `The process that runs on ${dataFolder} is ${greeting.program}, and this is ${PROGRAM_VERSION}: restart that process with this program.`,
      );
    }
    connection.write(`${JSON.stringify(request)}\n`);
    for await (const message of messagesOf(connection)) {
      hasSpoken = true;
      if ("line" in message) await output.line(message.line);
      else if ("note" in message) await output.note(message.note);
      else if ("progress" in message) {
        const [done, total, what] = message.progress;
        output.progress(done, total ?? undefined, what);
      } else if ("busy" in message) return message.busy;
      else return message.exit;
    }
  } finally {
    connection.destroy();
  }
  // The lock owner was closing, or lost the folder to a concurrent process.
  if (!hasSpoken) return "closing";
  throw new CommandFailed(
    `The process that runs on ${dataFolder} ended before the command did. Start it again, or run the command without it.`,
  );
}

async function* messagesOf(connection: Socket): AsyncGenerator<Message, void, undefined> {
  let text = "";
  connection.setEncoding("utf8");
  try {
    for await (const chunk of connection) {
      const lines = (text + String(chunk)).split("\n");
      text = lines.pop() ?? "";
      for (const line of lines) yield JSON.parse(line) as Message;
    }
  } catch (error) {
    // The error depends on how the killed process's connection ended.
    if (!["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
  }
}
