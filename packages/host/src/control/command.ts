import type { Json } from "@pos/core/base/canonical.ts";
import type { System } from "./system.ts";

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

/** The arguments cannot be parsed; the message explains why. Exit code 2, with the command's help. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A failure that the operator can fix; the message explains how. Exit code 1. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
}

/** The reader of the output has gone: a command does not catch this and ends. */
export class OutputGone extends Error {
  override readonly name = "OutputGone";
}

/** @throws UsageError for words that look like options */
export function noOptions(words: readonly string[]): readonly string[] {
  const option = words.find((word) => word.startsWith("-"));
  if (option !== undefined) throw new UsageError(`There is no option ${option}.`);
  return words;
}
