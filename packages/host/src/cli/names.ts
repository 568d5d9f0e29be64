import type { AnyCommand } from "../control/command.ts";

/** Which command the words name: the one with the most words of its own. What is left are its arguments. */
export function namedCommand(
  commands: readonly AnyCommand[],
  words: readonly string[],
): { readonly command: AnyCommand | undefined; readonly rest: readonly string[] } {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(" "));
    if (command) return { command, rest: words.slice(length) };
  }
  // "import --help" asks what can be imported, "help verify" is another way to say "verify --help".
  const [first, ...others] = words;
  if (first === "help" && others.length > 0) {
    const { command, rest } = namedCommand(commands, others);
    if (command) return { command, rest: [...rest, "--help"] };
  }
  const isGroup = commands.some(({ name }) => name.startsWith(`${first} `));
  return { command: undefined, rest: isGroup && others[0] === "--help" ? others : words };
}

export function listOfCommands(commands: readonly AnyCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Usage: npm run -s pos -- COMMAND [ARGUMENTS]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "Arguments and examples of a command: npm run -s pos -- COMMAND --help",
    "",
    "Commands work on the data folder that POS_DATA_DIR names (.data), while npm start runs on it or not.",
    "Exit codes: 0 done, 1 failed or found something wrong, 2 not understood, 130 stopped with Ctrl+C.",
  ].join("\n");
}
