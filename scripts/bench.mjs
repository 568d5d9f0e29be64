import { join } from "node:path";
import { readWords, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run bench`: builds the bench, what it measures and what it compares with, and prints one JSON line a case. */
const { values, refuse } = readWords({
  usage: "npm run bench --",
  about: `
Measures sales per second, latency, CPU, memory and write units of a sale, beside a floor and a prototype of the same path. Prints
one line of JSON per case; progress goes to stderr.`,
  positionals: {
    what: {
      value: "checkout",
      optional: true,
      help: "only what pricing a cart with promotions costs; no host is started",
    },
  },
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
const { what, ...options } = values;
if (what !== undefined && what !== "checkout") refuse(`There is no bench "${what}".`);
checkNode();
await installPackages({ development: true });
const folder = "tests/bench/dist";
const programs = what === "checkout" ? ["checkout"] : ["server", "floor", "prototype", "bench"];
for (const program of programs)
  await bundleLocal({ entry: `tests/bench/${program}.ts`, outfile: `${folder}/${program}.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, `${programs.at(-1)}.mjs`), ...wordsOf(options)]);
