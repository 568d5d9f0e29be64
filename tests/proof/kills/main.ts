import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { endWithOutput } from "../../support/closed-output.ts";
import { runKills } from "./run.ts";
import { verifyFolder } from "./verify.ts";

/** `npm run kills -- --kills 100 --terminals 20 --load 1500` (milliseconds that it sells between two kills at most): prints what came of it; 0 when nothing was lost, doubled or wrong. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: "string", default: "100" },
    terminals: { type: "string", default: "20" },
    load: { type: "string", default: "1500" },
  },
});
const [bundle = "", verifier = ""] = positionals;
const folder = mkdtempSync(join(tmpdir(), "pos-kills-"));
// The data is of use only to someone who learns where it is.
endWithOutput(() => rmSync(folder, { recursive: true, force: true }));
const figures = await runKills({
  bundle,
  folder,
  kills: Number(values.kills),
  terminals: Number(values.terminals),
  loadMillisecondsMax: Number(values.load),
  log: console.log,
});
const { lost, doubled, strange, wrong, ...counts } = figures;

const differences = await verifyFolder(verifier, folder);
const faults = { lost: lost.length, doubled: doubled.length, strange: strange.length, wrong: wrong.length };
console.log(JSON.stringify({ ...counts, ...faults, differences }));
for (const line of [...lost, ...doubled, ...strange, ...wrong].slice(0, 20)) console.log(line);
const isSound = Object.values(faults).every((count) => count === 0) && differences === "0 differences";
if (isSound) rmSync(folder, { recursive: true });
else console.log(`The data folder is kept: ${folder}`);
process.exitCode = isSound ? 0 : 1;
