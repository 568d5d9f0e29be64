import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Json } from "@pos/core/base/canonical.ts";
import { systemClock } from "@pos/functions/platform/clock.ts";
import type { LogLine } from "@pos/functions/platform/log.ts";
import {
  callersFolder,
  type HostSettings,
  readSettings,
  type TableSettings,
} from "@pos/functions/platform/settings.ts";
import { openTableSystem } from "../cluster/system.ts";
import { isEmpty, openTables } from "../cluster/tables.ts";
import {
  type AnyCommand,
  type Command,
  CommandFailed,
  type FolderCommand,
  OutputGone,
  UsageError,
} from "../control/command.ts";
import { runCommand } from "../control/run-command.ts";
import { wasInterrupted } from "../demo/demo.ts";
import { openPrivateFolder } from "../platform/files.ts";
import { pauseBeforeRetry, runAtLockOwner } from "../single/command-client.ts";
import { acquireFolderLock, FolderInUse } from "../single/process-lock.ts";
import { openSystem, TABLE_FOLDER } from "../single/system.ts";
import { commands } from "./commands/list.ts";
import { createTerminalOutput } from "./console.ts";
import { sentenceOf } from "./known-errors.ts";
import { listOfCommands, namedCommand } from "./names.ts";

/**
 * `npm run -s pos -- COMMAND`: reads the words, and runs the command where the data folder is held: in the process that
 * holds it, or here when none does. Exit codes: 0 done, 1 failed or found something, 2 not understood, 130 Ctrl+C.
 */
async function main(words: readonly string[]): Promise<number> {
  const output = createTerminalOutput(process);
  try {
    const { command, rest } = namedCommand(commands, words);
    if (!command) return await listCommands(rest, output);
    if (rest.includes("--help") || rest.includes("-h")) {
      await output.line(command.help);
      return 0;
    }
    let args: Json;
    try {
      args = command.parse(rest, callersFolder());
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      await output.note(`${error.message}\n\n${command.help}`);
      return 2;
    }
    return await runSomewhere(command, args, output);
  } catch (error) {
    if (error instanceof OutputGone) return 1;
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    await output.note(sentence);
    return 1;
  } finally {
    output.finish();
  }
}

type Output = ReturnType<typeof createTerminalOutput>;

async function listCommands(words: readonly string[], output: Output): Promise<number> {
  const [first] = words;
  if (first === "--help" || first === "-h" || first === "help") {
    await output.line(listOfCommands(commands));
    return 0;
  }
  const problem = first === undefined ? "Which command?" : `There is no command "${words.join(" ")}".`;
  await output.note(`${problem}\n\n${listOfCommands(commands)}`);
  return 2;
}

async function runSomewhere(command: AnyCommand, args: Json, output: Output): Promise<number> {
  const settings = readSettings({ onLambda: false });
  if (settings.tables) return runOverTables(command, settings.tables, settings.dataFolder, args, output);
  if ("runOnFolder" in command) return runAlone(command, settings.dataFolder, args, output);
  const dataFolder = resolve(settings.dataFolder);
  if (!command.mayBegin && !existsSync(join(dataFolder, TABLE_FOLDER))) throw nothingThere(dataFolder);
  for (let tries = 1; ; tries++) {
    const code = existsSync(dataFolder)
      ? await runAtLockOwner(realpathSync(dataFolder), { name: command.name, args }, output)
      : undefined;
    if (code !== undefined) return code;
    try {
      return await runHere(command, settings, args, output);
    } catch (error) {
      // Another process came at the same moment; the next time it is asked.
      if (!(error instanceof FolderInUse) || tries >= RIVALS_MAX) throw error;
      await pauseBeforeRetry();
    }
  }
}

const RIVALS_MAX = 20;

async function runHere(command: Command, settings: HostSettings, args: Json, output: Output): Promise<number> {
  const system = await openSystem({
    settings,
    clock: systemClock,
    log: logHere,
    commands,
    prepare(folder) {
      if (wasInterrupted(folder) || (!command.mayBegin && !existsSync(join(folder, TABLE_FOLDER))))
        throw nothingThere(folder);
    },
  });
  try {
    await system.reader.caughtUp();
    system.takeCommands();
    return await runCommand(system, command, args, output);
  } finally {
    await system.close();
  }
}

/** Runs in this process, beside other processes on the same tables. */
async function runOverTables(
  command: AnyCommand,
  settings: TableSettings,
  folder: string,
  args: Json,
  output: Output,
): Promise<number> {
  const { insteadOverTables } = command;
  if (!("run" in command) || insteadOverTables !== undefined)
    throw new CommandFailed(insteadOverTables ?? command.name);
  const tables = await openTables(settings, { create: command.mayBegin === true });
  if (!command.mayBegin && (await isEmpty(tables))) {
    tables.close();
    throw new CommandFailed(`There is nothing in the table ${settings.tableName} yet.`);
  }
  if (command.mayBegin) openPrivateFolder(folder);
  const system = openTableSystem({ tables, clock: systemClock, log: logHere, folder: resolve(folder) });
  try {
    return await runCommand(system, command, args, output);
  } finally {
    await system.close();
  }
}

async function runAlone(command: FolderCommand, dataFolder: string, args: Json, output: Output): Promise<number> {
  const folder = await acquireFolderLock(dataFolder);
  try {
    return await command.runOnFolder(folder.path, args, output);
  } finally {
    await folder.release();
  }
}

function nothingThere(dataFolder: string): CommandFailed {
  return new CommandFailed(
    `There is no data in ${dataFolder}. Name the folder with POS_DATA_DIR, or make a demo shop there with npm start.`,
  );
}

/** Log lines that do not matter to the user of a command are left out. */
function logHere(line: LogLine): void {
  if (line.level !== "info") process.stderr.write(`${JSON.stringify(line)}\n`);
}

// Other users get no rights on what a command writes.
process.umask(0o077);
// Errors of the streams are reported to the code that wrote to them.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.on(signal, () => process.exit(code));

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
