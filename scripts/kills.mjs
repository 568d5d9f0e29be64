import { join } from "node:path";
import { readWords, refuseWords, wholeNumber, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

const HELP = `
Usage: npm run kills -- [--kills N] [--terminals N] [--load MILLISECONDS]

Kills the real host under load again and again, and compares what it acknowledged with what is stored.

  --kills N             how often, absent: 100
  --terminals N         how many terminals sell, absent: 20
  --load MILLISECONDS   the longest time between two kills, absent: 1500
  --help                prints this

Exit codes: 0 nothing lost, doubled or wrong, 1 something is, 2 not understood.`;

/** `npm run kills -- --kills 100 --terminals 20`: kills the real host under load and reports losses. */
const number = { type: "string" };
const { values } = readWords(HELP, { options: { kills: number, terminals: number, load: number } });
try {
  for (const [name, text] of Object.entries(values)) wholeNumber(text, name);
} catch (error) {
  refuseWords(error.message, HELP);
}
checkNode();
await installPackages({ development: true });
const folder = "tests/proof/kills/dist";
const host = await bundleLocal({ outfile: `${folder}/host.mjs` });
const pos = await bundleLocal({ entry: "packages/host/src/cli/pos.ts", outfile: `${folder}/pos.mjs` });
await bundleLocal({ entry: "tests/proof/kills/main.ts", outfile: `${folder}/main.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "main.mjs"), host, pos, ...wordsOf(values)]);
