import { join } from "node:path";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run tidy`: what is longer, wider or worded otherwise than CONTRIBUTING.md asks; `-- --update` lowers the ratchet. */
checkNode();
await installPackages({ development: true });
const outfile = "tests/proof/house/dist/tidy.mjs";
await bundleLocal({ entry: "tests/proof/house/main.ts", outfile });
process.exitCode = await run(process.execPath, [join(root, outfile), ...process.argv.slice(2)]);
