import { join } from "node:path";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run bench`: builds the bench, what it measures and what it compares with, and prints one JSON line a case. */
checkNode();
await installPackages({ development: true });
const folder = "tests/bench/dist";
for (const program of ["server", "floor", "prototype", "bench"])
  await bundleLocal({ entry: `tests/bench/${program}.ts`, outfile: `${folder}/${program}.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "bench.mjs"), ...process.argv.slice(2)]);
