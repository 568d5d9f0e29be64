import type { Json } from "@pos/core/base/canonical.ts";
import { commandLine, type Declaration, type Option, type Positional, UsageError } from "../platform/command-line.mjs";
import type { System } from "./system.ts";

export { UsageError };

/**
 * A command of `npm run -s pos -- NAME`. It runs in the process that holds the data folder's lock, wherever it was
 * typed; over tables it runs in the process where it was typed.
 */
export interface Command<A extends Json = Json> {
  /** One or two words: "verify", "import online-retail". */
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** Usage, arguments, an example, exit codes. */
  readonly help: string;
  /** No other command runs at the same time. */
  readonly alone?: boolean;
  /** Set for commands that support only a data folder: what to do instead if the data is in DynamoDB tables. */
  readonly insteadOverTables?: string;
  /** Whether the command may run before anything is stored. */
  readonly mayBegin?: boolean;
  /**
   * Parses the words after the name; relative paths are resolved against `folder`.
   * @throws UsageError
   */
  readonly parse: (words: readonly string[], folder: string) => A;
  /**
   * Output throws `OutputGone` once its reader has gone.
   * @returns the exit code
   * @throws CommandFailed with a message for the operator; any other error is a bug and is logged
   */
  run(system: System, args: A, output: Output): Promise<number>;
}

/** A command on an unused data folder that may be empty: it receives only the folder's lock. */
export interface FolderCommand<A extends Json = Json> extends Omit<Command<A>, "run" | "alone" | "mayBegin"> {
  readonly insteadOverTables: string;
  runOnFolder(dataFolder: string, args: A, output: Output): Promise<number>;
}

/** A command in a list; its parsed arguments are passed only to itself. */
export type AnyCommand = Command | FolderCommand;

export interface Output {
  /** Writes a line to stdout, in order; waits until the reader accepts it. */
  line(text: string): Promise<void>;
  /** Writes a line to stderr. */
  note(text: string): Promise<void>;
  /** Reports progress: a bar if stderr is a terminal, else a line every few seconds. May be called at any rate. */
  progress(done: number, total: number | undefined, what: string): void;
}

/** A failure that the operator can fix; the message explains how. Exit code 1. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
}

/** The reader of the output has gone: a command does not catch this and ends. */
export class OutputGone extends Error {
  override readonly name = "OutputGone";
}

/** The parts of a command that follow from one declaration of its name, its options and its positionals. */
export function withArguments<
  A extends Json,
  const O extends Readonly<Record<string, Option>> = Record<never, Option>,
  const P extends Readonly<Record<string, Positional>> = Record<never, Positional>,
>(
  { name, ...declaration }: Omit<Declaration<O, P>, "usage"> & { readonly name: string },
  argumentsOf: (values: ReturnType<ReturnType<typeof commandLine<O, P>>["read"]>, folder: string) => A,
): Pick<Command<A>, "name" | "help" | "parse"> {
  const line = commandLine<O, P>({ usage: `npm run -s pos -- ${name}`, ...declaration });
  return { name, help: line.help, parse: (words, folder) => argumentsOf(line.read(words), folder) };
}
