// A function's first event in a process of its own: from the first line of its code to its answer. Imports nothing first.
import { readFileSync } from "node:fs";

const [, , bundle = "", eventFile = ""] = process.argv;
const event = JSON.parse(readFileSync(eventFile, "utf8"));
// Whatever the function logs, the figures are the last line.
const cpuBefore = process.cpuUsage();
const startedAt = performance.now();
const { handler } = await import(bundle);
const importedAt = performance.now();
const answer = await handler(event, {});
const endedAt = performance.now();
const { user, system } = process.cpuUsage(cpuBefore);
const figures = {
  wallMs: endedAt - startedAt,
  importMs: importedAt - startedAt,
  cpuMs: (user + system) / 1000,
  rssMb: process.memoryUsage.rss() / 2 ** 20,
};
process.stdout.write(`\n${JSON.stringify({ ...figures, answer })}`, () => process.exit(0));
