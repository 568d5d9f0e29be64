// What every command has in common: --help, words that are not understood, and an end when nobody reads its output.
import { parseArgs } from "node:util";

/** Exit codes, as `npm run pos` has them. */
const NOT_UNDERSTOOD = 2;

/**
 * Reads the words behind a command. `--help` prints the help and ends with 0; what is not understood ends with 2. From here on a
 * closed output ends the command, until `release` is called.
 * @param help how it is used, and what each option is
 * @param options as for `parseArgs`
 * @param isFree whether it takes words without a name
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

/** @returns {never} */
export function showHelp(help) {
  console.log(help.trim());
  process.exit(0);
}

/**
 * For what only the command itself can judge.
 * @returns {never}
 */
export function refuseWords(message, help) {
  console.error(`${message}\n\n${help.trim()}`);
  process.exit(NOT_UNDERSTOOD);
}

/** @throws RangeError for what is no whole number from `least` */
export function wholeNumber(text, name, least = 1) {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new RangeError(`--${name} takes a whole number from ${least}, not "${text}".`);
}

/** Values as words again, for the program that does the work. */
export function wordsOf(values) {
  return Object.entries(values).flatMap(([name, value]) => (value === true ? [`--${name}`] : [`--${name}`, value]));
}

/** Answers with what takes it back. Without a listener, Node's console lets such an error pass, and the command works on for nobody. */
export function endWithOutput() {
  const end = () => process.exit(1);
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.on("error", end);
  return () => {
    for (const stream of streams) stream.off("error", end);
  };
}
