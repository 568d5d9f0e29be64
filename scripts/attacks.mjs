import { join } from "node:path";
import { readWords, wordsOf } from "./command-line.mjs";
import { buildWeb, bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run attacks`: attacks the host as `npm start` runs it, while terminals sell, and prints a table. */
const { values } = readWords({
  usage: "npm run attacks --",
  about: `
Attacks the built host from a process of lower priority, while legitimate terminals sell and another client asks /health. Then
counts what is stored. Prints a row for each attack; the limits are in tests/attacks/limits.ts. Needs Linux.`,
  options: {
    quick: { type: "boolean", help: "short attacks, in turn on one host" },
    only: { type: "string", value: "ATTACKS", help: "only these, by their ids with commas: A1,A11" },
  },
  exits: "0 all withstood, 1 a limit was missed, 2 not understood",
});
checkNode();
await installPackages({ development: true });
await buildWeb();
const host = await bundleLocal();
const pos = await bundleLocal({ entry: "packages/host/src/cli/pos.ts", outfile: "packages/host/dist/pos.mjs" });
const folder = "tests/attacks/dist";
for (const program of ["attacker", "seller", "watcher", "main"])
  await bundleLocal({ entry: `tests/attacks/${program}.ts`, outfile: `${folder}/${program}.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "main.mjs"), host, pos, ...wordsOf(values)]);
