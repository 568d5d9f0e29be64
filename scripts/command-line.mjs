// Common behaviour of the commands: --help, invalid arguments, and ending when the output is closed.
import { parseArgs } from "node:util";

/** Exit codes, as for `npm run pos`. */
const NOT_UNDERSTOOD = 2;

/**
 * Parses a command's arguments. `--help` prints the help and exits with 0; invalid arguments exit with 2. From then on
 * a closed output ends the command, until `release` is called.
 * @param help usage and options
 * @param options as for `parseArgs`
 * @param isFree whether positional arguments are allowed
 */
export function readWords(help, { options = {}, isFree = false } = {}) {
  const release = endWithOutput();
  const words = process.argv.slice(2);
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: isFree,
    });
    if (!values.help) return { values, positionals, release };
  } catch (error) {
    refuseWords(error.message, help);
  }
  showHelp(help);
}

export function showHelp(help) {
  console.log(help.trim());
  process.exit(0);
}

/** For arguments that only the command itself can validate. */
export function refuseWords(message, help) {
  console.error(`${message}\n\n${help.trim()}`);
  process.exit(NOT_UNDERSTOOD);
}

/** @throws RangeError if the text is not a whole number of at least `least` */
export function wholeNumber(text, name, least = 1) {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new RangeError(`--${name} takes a whole number from ${least}, not "${text}".`);
}

/** Converts values back to arguments, for the program that does the work. */
export function wordsOf(values) {
  return Object.entries(values).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]));
}

/**
 * Ends the process when its output is closed. Without a listener, Node's console ignores such errors, and the command
 * would continue for no reader.
 * @returns a function that undoes it
 */
export function endWithOutput() {
  const end = () => process.exit(1);
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.on("error", end);
  return () => {
    for (const stream of streams) stream.off("error", end);
  };
}
