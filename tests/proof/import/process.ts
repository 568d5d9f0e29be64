import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ENTRY_SK_PREFIX, FACT_SK } from "@pos/core/ledger/index.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { books } from "@pos/functions/books.ts";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { importOnlineRetail } from "@pos/host/cli/import/import.ts";
import { startBookReader } from "@pos/host/node/reader.ts";

/**
 * An import as a process of its own: FOLDER FILE... Prints lines of JSON to stdout: its progress, each batch that it has
 * recorded, and at the end what is there.
 */
const [folder = "", ...files] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

let phase = "started";
function enter(next: string): void {
  if (next !== phase) say({ phase: next });
  phase = next;
}

const started = performance.now();
say({ phase: "started" });
mkdirSync(folder, { recursive: true });
const engine = await openEmbeddedTable({ folder: join(folder, "table"), streamFilter: [FACT_SK, ENTRY_SK_PREFIX] });
const reader = startBookReader(engine, { table: engine.table, clock, books }, (line) => say({ log: line }));
const summary = await importOnlineRetail({
  table: engine.table,
  clock,
  folder,
  files,
  bookAll: reader.caughtUp,
  progress: (_done, _total, what) => enter(what),
  recorded: (documents) => say({ recorded: documents.map(({ number }) => number) }),
});
const seconds = (performance.now() - started) / 1000;
await reader.stop();
await engine.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
say({ summary, seconds, megabytes });
