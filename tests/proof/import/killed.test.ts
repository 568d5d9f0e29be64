import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { present } from "@pos/core/base/result.ts";
import { factKey } from "@pos/core/ledger/index.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { createRandom } from "@pos/core/table/memory/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { systemClock as clock } from "@pos/functions/platform/clock.ts";
import { readDocuments, type SourceDocument } from "@pos/host/cli/import/documents.ts";
import { documentId } from "@pos/host/cli/import/identity.ts";
import type { ImportSummary } from "@pos/host/cli/import/summary.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShopTable } from "../../support/folders.ts";
import { FULL, firstDays, importedLedger, MONTHS, monthFiles, scratch, verifyImported } from "./support.ts";

/** An import that is killed at any moment and run again, over and over: nothing that it reported is lost, nothing is stored twice. */
const KILLS = FULL ? 30 : 20;
const DAYS = 4;
/** Where a kill is aimed at, and how long after it at most, in milliseconds. */
const PHASES = ["started", "articles and customers", "documents recorded", "parts booked"] as const;
const DELAY_MAX = FULL ? 6_000 : 400;

const { folder, remove } = scratch("killed");
afterAll(remove);

let program = "";
let files: readonly string[] = [];
const documents = new Map<string, SourceDocument>();

beforeAll(async () => {
  program = execFileSync(process.execPath, [fileURLToPath(new URL("./bundle.mjs", import.meta.url))], {
    encoding: "utf8",
  }).trim();
  files = FULL ? monthFiles(...MONTHS) : [firstDays("2010-12", DAYS, folder)];
  for (const document of (await readDocuments(files, () => {})).documents) documents.set(document.number, document);
});

interface Run {
  /** Numbers of the documents that it reported as recorded. */
  readonly recorded: readonly string[];
  /** Undefined: it was killed. */
  readonly summary: ImportSummary | undefined;
}

interface Aim {
  readonly phase: string;
  readonly delay: number;
}

/** Runs the import, and kills it some time after it has entered a phase. */
function runImport(into: string, aim?: Aim): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, into, ...files], { stdio: ["ignore", "pipe", "pipe"] });
    const recorded: string[] = [];
    let summary: ImportSummary | undefined;
    let rest = "";
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const report = JSON.parse(line) as { phase?: string; recorded?: string[]; summary?: ImportSummary };
        recorded.push(...(report.recorded ?? []));
        summary ??= report.summary;
        if (aim && report.phase === aim.phase) setTimeout(() => child.kill("SIGKILL"), aim.delay);
      }
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0 || signal === "SIGKILL") resolve({ recorded, summary: code === 0 ? summary : undefined });
      else reject(new Error(`The import ended with ${code ?? signal}: ${errors}${rest}`));
    });
  });
}

/** Which of these documents are not in the table. */
async function missing(table: Table, numbers: readonly string[]): Promise<string[]> {
  const { merchantId } = await importedLedger(table);
  const lost: string[] = [];
  for (const number of numbers) {
    const document = present(documents.get(number), `document ${number}`);
    const id = documentId(merchantId, document);
    if (!(await table.get(factKey(merchantId, id)))) lost.push(number);
  }
  return lost;
}

async function checkKilled(into: string, { recorded }: Run): Promise<void> {
  if (!existsSync(join(into, "table"))) return;
  const engine = await openShopTable(join(into, "table"));
  const merchants: string[] = [];
  for await (const merchantId of allMerchants(engine.table)) merchants.push(merchantId);
  expect(merchants.length).toBeLessThanOrEqual(1);
  // A run that finds the merchant finds its owner's password.
  if (merchants.length === 1) expect(readdirSync(into)).toContain("online-retail-credentials.json");
  expect(await missing(engine.table, recorded)).toEqual([]);
  await engine.close();
}

async function checkWhole(into: string, summary: ImportSummary, undisturbed: ImportSummary): Promise<void> {
  const { new: _, known: __, ...figures } = undisturbed;
  expect(summary).toMatchObject(figures);
  expect(summary.new + summary.known).toBe(documents.size);
  const engine = await openShopTable(join(into, "table"));
  const ledger = await importedLedger(engine.table);
  const { differences, facts } = await verifyImported({ table: engine.table, clock, ledger });
  expect(differences).toEqual([]);
  expect(facts).toBe(documents.size);
  await engine.close();
}

test(
  `import: stores what it reported after each of ${KILLS} kills, and everything exactly once when it finishes`,
  async () => {
    const { summary: undisturbed } = await runImport(newFolder());
    if (!undisturbed) throw new Error("The undisturbed import printed no summary");
    expect(undisturbed).toMatchObject({ new: documents.size, known: 0, problems: [] });
    const random = createRandom(20101201);
    const kills: { [phase: string]: number } = {};
    let [killed, finished, reported] = [0, 0, 0];
    let into = newFolder();
    for (let round = 0; killed < KILLS; round++) {
      const phase = PHASES[round % PHASES.length] ?? "started";
      const run = await runImport(into, { phase, delay: random() * DELAY_MAX });
      reported += run.recorded.length;
      if (run.summary) {
        finished++;
        await checkWhole(into, run.summary, undisturbed);
        into = newFolder();
        continue;
      }
      killed++;
      kills[phase] = (kills[phase] ?? 0) + 1;
      await checkKilled(into, run);
    }
    const { summary } = await runImport(into);
    if (!summary) throw new Error("The last import printed no summary");
    await checkWhole(into, summary, undisturbed);
    console.log(
      `killed ${killed} times ${JSON.stringify(kills)}, ${finished} finished between; ${reported} documents reported`,
    );
  },
  FULL ? 3_600_000 : 240_000,
);

let folders = 0;

function newFolder(): string {
  const path = join(folder, String(++folders));
  mkdirSync(path);
  return path;
}
