import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Clock } from "@pos/core/base/context.ts";
import { present } from "@pos/core/base/result.ts";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import {
  type Fact,
  factHeaders,
  type LedgerRef,
  readChunks,
  type Verification,
  verify,
} from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import type { LocalEngine } from "@pos/core/table/port/engine.ts";
import type { Item, Table } from "@pos/core/table/port/port.ts";
import { ownerContext } from "@pos/functions/api/sign-up.ts";
import { books } from "@pos/functions/books.ts";
import { type ImportOptions, importOnlineRetail } from "@pos/host/cli/import/import.ts";
import { locationIdOf } from "@pos/host/cli/import/shop.ts";
import type { ImportSummary } from "@pos/host/cli/import/summary.ts";
import { startBookReader } from "@pos/host/node/reader.ts";

/** Real sales, which belong to the project: without them these tests prove nothing, so they fail and name what is missing. */
const DATA = fileURLToPath(new URL("../../data/online-retail", import.meta.url));
export const MONTHS = ["2010-12", "2011-01", "2011-02", "2011-03", "2011-04", "2011-05"] as const;

export function monthFiles(...months: readonly string[]): string[] {
  const files = months.map((month) => join(DATA, `${month}.csv.gz`));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length === 0) return files;
  const there = existsSync(DATA) ? `there are ${readdirSync(DATA).join(", ")}` : "there is no such folder";
  throw new Error(`The Online Retail data is not in ${DATA} (${there}): these tests need ${missing.join(", ")}.`);
}

/** `IMPORT_TESTS=full npm test -- tests/proof/import` does with a month or all of the data what usually is done with some days. */
export const FULL = process.env.IMPORT_TESTS === "full";

/** Everything a test file writes; the file removes it when it is done. */
export function scratch(name: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `pos-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The first days of a month as a plain file. No field of the data holds a line break, so that lines are rows. */
export function firstDays(month: string, days: number, folder: string): string {
  const [source = ""] = monthFiles(month);
  const [head = "", ...rows] = gunzipSync(readFileSync(source)).toString().split("\n");
  const last = `${month}-${String(days).padStart(2, "0")}`;
  const file = join(folder, `${month}-first-${days}.csv`);
  writeFileSync(file, [head, ...rows.filter((row) => row !== "" && dayOf(row) <= last), ""].join("\n"));
  return file;
}

function dayOf(row: string): string {
  return present(/,(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2},/.exec(row)?.[1], `the day of ${row}`);
}

export interface Imported {
  readonly table: Table;
  readonly clock: Clock;
  readonly summary: ImportSummary;
  readonly ledger: LedgerRef;
  readonly seconds: number;
}

export type ImportRun = Pick<ImportOptions, "files" | "folder" | "oneByOne" | "recorded"> & { readonly clock: Clock };

/** An import into a local table with the booking reader that runs there. */
export async function importInto(engine: LocalEngine, run: ImportRun): Promise<Imported> {
  const { table } = engine;
  const reader = startBookReader(engine, { table, clock: run.clock, books }, (line) => {
    throw new Error(JSON.stringify(line));
  });
  try {
    return await importOver(table, run, reader.caughtUp);
  } finally {
    await reader.stop();
  }
}

export async function importOver(table: Table, run: ImportRun, bookAll: () => Promise<void>): Promise<Imported> {
  const started = performance.now();
  const summary = await importOnlineRetail({ table, bookAll, ...run });
  const seconds = (performance.now() - started) / 1000;
  return { table, clock: run.clock, summary, ledger: await importedLedger(table), seconds };
}

/** Of the only merchant there is. */
export async function importedLedger(table: Table): Promise<LedgerRef> {
  const merchants: string[] = [];
  for await (const merchantId of allMerchants(table)) merchants.push(merchantId);
  const [merchantId = ""] = merchants;
  return { merchantId, ledgerId: locationIdOf(merchantId) };
}

export function ownerOf({ table, clock, ledger }: Pick<Imported, "table" | "clock" | "ledger">) {
  return ownerContext(table, clock, ledger.merchantId, clock.newId("stf"));
}

export function verifyImported({ table, clock, ledger }: Pick<Imported, "table" | "clock" | "ledger">) {
  return verify({ table, clock, books }, ledger) satisfies Promise<Verification>;
}

/** Every fact of the ledger with its lines. */
export async function* factsOf({ table, ledger }: Pick<Imported, "table" | "ledger">): AsyncGenerator<Fact> {
  for await (const header of factHeaders(table, ledger)) yield (await readChunks<Fact>(table, header)).fact;
}

/** The head and every balance of the ledger, as they stand. */
export async function ledgerItems({ table, ledger }: Pick<Imported, "table" | "ledger">): Promise<Item[]> {
  const pk = ledgerPk(ledger.merchantId, ledger.ledgerId);
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await table.query({ pk, limit: 1000, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

/** Without the position among other entries, which depends on what was recorded and booked together. */
export function withoutPlaces(items: readonly Item[]): unknown[] {
  return items.map(({ at: _, hash: __, events: ___, body, ...item }) => {
    if (body === undefined) return item;
    const { movedBy, ...value } = JSON.parse(String(body)) as { [name: string]: unknown };
    return { ...item, value };
  });
}
