import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endWithOutput } from "../support/closed-output.ts";
import { type Account, takeAccount } from "./account.ts";
import { createHost } from "./host.ts";
import { type Extent, FULL, LIMITS, QUICK } from "./limits.ts";
import { attacks } from "./list.ts";
import { type Measured, median, tableOf } from "./measure.ts";
import { type AttackShop, openAttackShop } from "./shop.ts";
import { besiege, CALM } from "./siege.ts";
import { createWire } from "./wire.ts";

/**
 * `npm run attacks`: a full run gives each attack a host of its own over a copy of one shop. The slice of the gate runs all on one
 * host, and gives a host of its own to those that missed a limit then, since another program may have held the machine up.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean" }, only: { type: "string" } },
});
const [bundle = "", pos = ""] = positionals;
const isQuick = values.quick === true;
const extent: Extent = isQuick ? QUICK : FULL;
const only = values.only?.split(",");
const unknown = only?.find((id) => !attacks.some((attack) => attack.id === id));
if (unknown !== undefined) {
  console.error(`There is no attack ${unknown}: ${attacks.map(({ id }) => id).join(", ")}.`);
  process.exit(2);
}
const chosen = attacks.filter(({ id, isQuick: isInSlice }) => (only ? only.includes(id) : !isQuick || isInSlice));
const scratch = mkdtempSync(join(tmpdir(), "pos-attacks-"));
const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

interface Template {
  readonly folder: string;
  readonly shop: AttackShop;
  readonly before: Account;
}

async function main(): Promise<boolean> {
  progress("opening the shop");
  const template = await makeTemplate();
  const ids = [CALM, ...chosen.map(({ id }) => id)];
  const rows: Measured[] = [];
  const first = isQuick ? await runOn(template, ids) : [];
  for (const id of ids) {
    const runs = first.filter((row) => row.id === id && (row.misses.length === 0 || row.isCertain));
    while (!isDecided(runs)) {
      progress(`${id}: run ${runs.length + 1}`);
      runs.push(...(await runOn(template, [id])));
    }
    rows.push(median(runs));
    const row = rows.at(-1);
    progress(`${id}: ${row?.misses.join("; ") || "withstood"} ${JSON.stringify(row?.figures)}`);
  }
  console.log(tableOf(rows));
  for (const { id, about } of chosen) console.log(`${id.padEnd(4)} ${about}`);
  const missed = rows.filter(({ misses }) => misses.length > 0);
  console.log(`${rows.length - missed.length} withstood, ${missed.length} not`);
  return missed.length === 0;
}

/** Two alike decide three. */
function isDecided(runs: readonly Measured[]): boolean {
  const good = runs.filter(({ misses }) => misses.length === 0).length;
  if (runs.some(({ isCertain }) => isCertain)) return true;
  if (isQuick && good > 0) return true;
  return Math.max(good, runs.length - good) * 2 > LIMITS.runs;
}

async function makeTemplate(): Promise<Template> {
  const folder = join(scratch, "template");
  mkdirSync(folder, { mode: 0o755 });
  const host = await createHost(bundle, folder);
  await host.start();
  const wire = createWire(host.url);
  const shop = await openAttackShop(wire, folder, extent);
  wire.close();
  if (!(await host.stop())) throw new Error("The host did not stop");
  return { folder, shop, before: await takeAccount({ pos, folder, file: join(scratch, "before.jsonl") }) };
}

let copies = 0;

async function runOn({ folder: from, shop, before }: Template, ids: readonly string[]): Promise<Measured[]> {
  const folder = join(scratch, `copy-${++copies}`);
  mkdirSync(folder, { mode: 0o755 });
  cpSync(from, folder, { recursive: true, preserveTimestamps: true });
  const host = await createHost(bundle, folder);
  await host.start();
  try {
    return await besiege({ host, folder, pos, scratch, shop, extent, before }, ids);
  } finally {
    await host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function progress(text: string): void {
  console.error(`attacks: ${text}`);
}

endWithOutput(remove);
process.once("exit", remove);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
process.exitCode = (await main()) ? 0 : 1;
