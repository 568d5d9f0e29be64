// What every command has in common: --help, arguments that are not understood, and an end when its output is closed.
import { commandLine, UsageError } from "../packages/host/src/platform/command-line.mjs";

/** Exit codes, as `npm run pos` has them. */
const NOT_UNDERSTOOD = 2;

/**
 * Reads a command's arguments by their declaration. `--help` prints the help and ends with 0; what is not understood ends with 2.
 * From here on a closed output ends the command, until `release` is called.
 * @param {any} declaration as `commandLine` takes it
 * @returns {{ values: Record<string, any>, refuse: (message: string) => never, release: () => void }} the values, and `refuse` for
 * what only the command itself can judge
 */
export function readWords(declaration) {
  const release = endWithOutput();
  const line = commandLine(declaration);
  const words = process.argv.slice(2);
  if (words.some((word) => word === "--help" || word === "-h")) showHelp(line.help);
  const refuse = (message) => {
    console.error(`${message}\n\n${line.help}`);
    process.exit(NOT_UNDERSTOOD);
  };
  try {
    return { values: line.read(words), refuse, release };
  } catch (error) {
    if (error instanceof UsageError) refuse(error.message);
    throw error;
  }
}

export function showHelp(help) {
  console.log(help);
  process.exit(0);
}

/** Values as words again, for the program that does the work. */
export function wordsOf(values) {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [`--${name}`] : [`--${name}`, String(value)];
  });
}

/** Returns the function that removes the listener. Without it, Node's console ignores such an error, and the command runs on with no reader. */
export function endWithOutput() {
  const end = () => process.exit(1);
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.on("error", end);
  return () => {
    for (const stream of streams) stream.off("error", end);
  };
}
