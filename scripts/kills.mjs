import { join } from "node:path";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run kills -- --kills 100 --terminals 20`: kills the real host under load and says what was lost. */
checkNode();
await installPackages({ development: true });
const folder = "tests/proof/kills/dist";
const host = await bundleLocal({ outfile: `${folder}/host.mjs` });
const pos = await bundleLocal({ entry: "packages/host/src/cli/pos.ts", outfile: `${folder}/pos.mjs` });
await bundleLocal({ entry: "tests/proof/kills/main.ts", outfile: `${folder}/main.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "main.mjs"), host, pos, ...process.argv.slice(2)]);
