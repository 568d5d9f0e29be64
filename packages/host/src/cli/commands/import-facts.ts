import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { type ArchiveLine, ArchiveProblem, checkArchive, readArchive } from "@pos/core/office/archive/index.ts";
import { type Command, CommandFailed, withArguments } from "../../control/command.ts";
import { seconds } from "./verify.ts";

/** What an export wrote, into empty ledgers. */
export const importFactsCommand: Command<{ readonly file: string }> = {
  ...withArguments(
    {
      name: "import facts",
      about: `
Reads what "export" wrote into ledgers that have no entries yet, and books every part at the position that it had, so that
costs, balances and the next export come out equal. The whole file is looked through before anything is written. Interrupted,
it is simply run again. Passwords, PINs and terminals' credentials are in no export: "staff set-password" lets an owner in
afterwards, and terminals are paired again.`,
      positionals: { file: { value: "FILE", help: 'what "export" wrote' } },
      examples: ["POS_DATA_DIR=/var/lib/pos npm run -s pos -- import facts shop.jsonl"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ file }, folder) => ({ file: resolve(folder, file) }),
  ),
  summary: "reads an export into empty ledgers",
  alone: true,
  mayBegin: true,
  async run(system, { file }, output) {
    const started = performance.now();
    if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`);
    try {
      const orders = await checkArchive(
        system.booking,
        linesOf(file, (line) => output.progress(line, undefined, "lines looked through")),
      );
      const positions = orders.reduce((sum, order) => sum + order.parts.length, 0);
      const { records, facts, entries } = await system.whileBookingIsPaused(() =>
        readArchive(
          system.booking,
          orders,
          linesOf(file, () => {}),
          (done, what) => output.progress(done, what === "entries" ? positions : undefined, what),
        ),
      );
      await system.reader.caughtUp();
      await output.line(
        `${records} records, ${facts} facts, ${entries} entries in ${orders.length} ledgers, in ${seconds(started)} s`,
      );
      await output.line(
        'No password was imported: "npm run -s pos -- staff set-password EMAIL" gives an owner a new one.',
      );
      return 0;
    } catch (error) {
      if (error instanceof ArchiveProblem) throw new CommandFailed(error.message);
      throw error;
    }
  },
};

async function* linesOf(file: string, onLine: (line: number) => void): AsyncGenerator<ArchiveLine, void, undefined> {
  let number = 0;
  let rest = "";
  // Cut at line feeds only: what Unicode calls a line separator may stand in a text.
  for await (const chunk of createReadStream(file, "utf8")) {
    const lines = `${rest}${String(chunk)}`.split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      onLine(++number);
      yield lineOf(text, number);
    }
  }
  if (rest.trim() !== "") yield lineOf(rest, number + 1);
}

function lineOf(text: string, number: number): ArchiveLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ArchiveProblem(number, "it is no JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ArchiveProblem(number, "it is no object.");
  return value as ArchiveLine;
}
