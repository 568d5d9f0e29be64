import type { Json } from "@pos/core/base/canonical.ts";
import { commandLine, type Declaration, type Option, type Positional, UsageError } from "../platform/command-line.mjs";
import type { System } from "./system.ts";

export { UsageError };

/**
 * What `npm run -s pos -- NAME` does. It runs in the process that holds the data folder, wherever it was typed; over tables it
 * runs where it was typed.
 */
export interface Command<A extends Json = Json> {
  /** One word or two: "verify", "import online-retail". */
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** Usage, arguments, an example, exit codes. */
  readonly help: string;
  /** Runs while no other command does. */
  readonly alone?: boolean;
  /** For what works on a data folder and nothing else: what to do where everything is in tables. */
  readonly insteadOverTables?: string;
  /** May run where nothing is stored yet. */
  readonly mayBegin?: boolean;
  /**
   * The words after the name; relative paths are made absolute with `folder`.
   * @throws UsageError
   */
  readonly parse: (words: readonly string[], folder: string) => A;
  /**
   * Output throws `OutputGone` once nobody reads it any more.
   * @returns the exit code
   * @throws CommandFailed with a sentence for the person; anything else is a bug and goes to the log
   */
  run(system: System, args: A, output: Output): Promise<number>;
}

/** A command on a data folder that nobody uses and that need not hold a table: it gets the held folder alone. */
export interface FolderCommand<A extends Json = Json> extends Omit<Command<A>, "run" | "alone" | "mayBegin"> {
  readonly insteadOverTables: string;
  runOnFolder(dataFolder: string, args: A, output: Output): Promise<number>;
}

/** As the list holds them: what a command parses is handed to nobody but itself. */
export type AnyCommand = Command | FolderCommand;

export interface Output {
  /** A line on stdout, in order; waits for whoever reads. */
  line(text: string): Promise<void>;
  /** A line on stderr. */
  note(text: string): Promise<void>;
  /** How far it is: a bar on stderr when that is a terminal, else a line every few seconds. Call it as often as you like. */
  progress(done: number, total: number | undefined, what: string): void;
}

/** What a person can mend, in a sentence. Exit code 1. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
}

/** Nobody reads the output any more: a command lets it pass and ends. */
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
