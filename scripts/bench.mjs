import { join } from "node:path";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run bench`: builds the bench and the host under measurement, and prints one JSON line a case. */
checkNode();
await installPackages({ development: true });
const folder = "tests/bench/dist";
await bundleLocal({ entry: "tests/bench/server.ts", outfile: `${folder}/server.mjs` });
await bundleLocal({ entry: "tests/bench/bench.ts", outfile: `${folder}/bench.mjs` });
await run(process.execPath, [join(root, folder, "bench.mjs"), ...process.argv.slice(2)]);
