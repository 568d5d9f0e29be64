import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import { canonicalJson, type Json } from "@pos/core/base/canonical.ts";
import { type ArchiveLine, archiveLines } from "@pos/core/office/archive/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { type Command, CommandFailed, type Output, withArguments } from "../../control/command.ts";
import type { System } from "../../control/system.ts";
import { seconds } from "./verify.ts";

/** Everything that happened, as lines of JSON that anybody can read. */
export const exportCommand: Command<{ readonly file: string | null; readonly merchantId: string | null }> = {
  ...withArguments(
    {
      name: "export",
      about: `
Writes first the master data that facts name (no passwords, PINs or credentials), then each ledger's facts in the order of
their positions, one JSON object a line. A fact's line is the fact as it is stored and "positions", where each of its parts is
booked. May run while the shop sells. Customers' names and addresses are in it: keep it as safe as the data folder.`,
      positionals: { file: { value: "FILE", optional: true, help: "where to; absent: standard output" } },
      options: { merchant: { type: "string", value: "ID", help: "only this merchant; absent: all" } },
      examples: [
        "npm run -s pos -- export shop.jsonl",
        `npm run -s pos -- export | jq 'select(.kind == "sale") | .total'`,
      ],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ file, merchant = null }, folder) => ({
      file: file === undefined ? null : resolve(folder, file),
      merchantId: merchant,
    }),
  ),
  summary: "writes master data and facts as lines of JSON",
  async run(system, { file, merchantId }, output) {
    const started = performance.now();
    await system.reader.caughtUp();
    const merchants = await merchantsOf(system, merchantId);
    const lines =
      file === null
        ? await writeLines(system, merchants, (line) => output.line(line), output)
        : await writeFile(system, merchants, file, output);
    await output.note(`${lines} lines in ${seconds(started)} s`);
    return 0;
  },
};

async function merchantsOf({ table }: System, merchantId: string | null): Promise<string[]> {
  const all: string[] = [];
  for await (const id of allMerchants(table)) all.push(id);
  all.sort((a, b) => (a < b ? -1 : 1));
  if (merchantId === null) return all;
  if (!all.includes(merchantId)) throw new CommandFailed(`There is no merchant ${merchantId}.`);
  return [merchantId];
}

async function writeLines(
  system: System,
  merchants: readonly string[],
  write: (line: string) => Promise<void>,
  output: Output,
): Promise<number> {
  let lines = 0;
  for (const merchantId of merchants) {
    for await (const line of archiveLines(system, merchantId)) {
      await write(textOf(line));
      lines++;
      output.progress(lines, undefined, "lines");
    }
  }
  return lines;
}

/**
 * A fact as its stored text has it. A record's members come in one order, what it is first: DynamoDB gives them back in any,
 * and the same shop makes the same file wherever it is stored.
 */
function textOf(line: ArchiveLine): string {
  if (!("record" in line)) return JSON.stringify(line);
  const { record, merchantId, id, ...rest } = line as { readonly [name: string]: Json | undefined };
  return JSON.stringify({ record, merchantId, id, ...(JSON.parse(canonicalJson(rest)) as object) });
}

/** The file appears under its name once it is whole. */
async function writeFile(system: System, merchants: readonly string[], file: string, output: Output): Promise<number> {
  const partial = `${file}.partial`;
  // A new file, so that it has this mode and is no link to another.
  await rm(partial, { force: true });
  const stream = createWriteStream(partial, { flags: "wx", mode: 0o600 });
  const ended = finished(stream);
  // A full disk shows at the next write; here it must not end the process.
  ended.catch(() => {});
  const write = async (line: string): Promise<void> => {
    if (!stream.write(`${line}\n`))
      await Promise.race([ended, new Promise<void>((free) => stream.once("drain", free))]);
  };
  try {
    const lines = await writeLines(system, merchants, write, output);
    stream.end();
    await ended;
    await rename(partial, file);
    return lines;
  } catch (error) {
    stream.destroy();
    await rm(partial, { force: true });
    if (error instanceof Error && "code" in error)
      throw new CommandFailed(`${file} cannot be written: ${error.message}`);
    throw error;
  }
}
