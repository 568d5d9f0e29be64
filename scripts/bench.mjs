import { join } from "node:path";
import { readWords, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run bench`: builds the bench, what it measures and what it compares with, and prints one JSON line a case. */
const { values } = readWords({
  usage: "npm run bench --",
  about: `
Measures sales per second, latency, CPU, memory and write units of a sale, beside a floor and a prototype of the same path. Prints
one line of JSON per case; progress goes to stderr.`,
  options: {
    quick: { type: "boolean", help: "fewer and shorter rounds" },
    only: { type: "string", choices: ["watched"], help: "only the case with the dashboard open" },
    against: {
      type: "string",
      value: "FOLDER",
      help: "compares that case with another checkout, where `npm run bench -- --quick` was run once",
    },
  },
});
checkNode();
await installPackages({ development: true });
const folder = "tests/bench/dist";
for (const program of ["server", "floor", "prototype", "bench"])
  await bundleLocal({ entry: `tests/bench/${program}.ts`, outfile: `${folder}/${program}.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "bench.mjs"), ...wordsOf(values)]);
