import { join } from "node:path";
import { readWords, refuseWords, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

const HELP = `
Usage: npm run bench -- [--quick] [--only watched] [--against FOLDER]

Measures sales per second, latency, CPU, memory and write units of a sale, beside a floor and a prototype of the same path. Prints
one line of JSON per case; progress goes to stderr.

  --quick            fewer and shorter rounds
  --only watched     only the case with the dashboard open
  --against FOLDER   compares that case with another checkout, where \`npm run bench -- --quick\` was run once
  --help             prints this`;

/** `npm run bench`: builds the bench, the system under test and its baselines, and prints one JSON line per case. */
const { values } = readWords(HELP, {
  options: { quick: { type: "boolean" }, only: { type: "string" }, against: { type: "string" } },
});
if (values.only !== undefined && values.only !== "watched")
  refuseWords(`--only takes "watched", not "${values.only}".`, HELP);
checkNode();
await installPackages({ development: true });
const folder = "tests/bench/dist";
for (const program of ["server", "floor", "prototype", "bench"])
  await bundleLocal({ entry: `tests/bench/${program}.ts`, outfile: `${folder}/${program}.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "bench.mjs"), ...wordsOf(values)]);
