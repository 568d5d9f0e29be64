import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Findings, findingsOf, RULES, readProject } from "./findings.ts";
import { compare, lower, type Ratchet, sorted } from "./ratchet.ts";

/** `npm run tidy`: what the rules with a ratchet find. With `--update` the numbers that fell are written down. */
const root = process.cwd();
const folder = join(root, "tests/proof/house");
const ratchetFile = join(folder, "ratchet.json");
const words = Object.keys(JSON.parse(readFileSync(join(folder, "words.json"), "utf8")) as Record<string, string>);
const found = findingsOf(readProject(root), words);
// Without the file, what is found today is where the numbers begin.
const isNew = !existsSync(ratchetFile);
const allowed = isNew ? found : (JSON.parse(readFileSync(ratchetFile, "utf8")) as Findings);

if (process.argv.includes("--update")) update();
else report();

function update(): void {
  const refused: string[] = [];
  const next: Record<string, Ratchet> = {};
  for (const rule of RULES) {
    try {
      const before = allowed[rule] ?? {};
      next[rule] = isNew ? sorted(found[rule]) : lower(found[rule], before, (file) => existsSync(join(root, file)));
    } catch (error) {
      refused.push(`${rule}: ${error instanceof Error ? error.message : error}`);
    }
  }
  if (refused.length > 0) {
    console.error(refused.join("\n"));
    process.exitCode = 1;
  } else {
    writeFileSync(ratchetFile, `${JSON.stringify(next, null, 2)}\n`);
  }
}

function report(): void {
  for (const rule of RULES) {
    const { raised, stale } = compare(found[rule], allowed[rule] ?? {});
    const total = Object.values(found[rule]).reduce((sum, count) => sum + count, 0);
    console.log(`${rule}: ${Object.keys(found[rule]).length} names, ${total} in all`);
    for (const line of raised) console.log(`  rose: ${line}`);
    for (const line of stale) console.log(`  fell: ${line}`);
    if (raised.length + stale.length > 0) process.exitCode = 1;
  }
}
