import { join } from "node:path";
import { readWords, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

const { values, release } = readWords({
  usage: "npm run tidy",
  about:
    "Reports what is longer, wider or worded otherwise than CONTRIBUTING.md asks, and compares it with the ratchet.",
  options: { update: { type: "boolean", help: "lowers the numbers of the ratchet after a fix; it never raises one" } },
});
release();
checkNode();
await installPackages({ development: true });
const outfile = "tests/proof/house/dist/tidy.mjs";
await bundleLocal({ entry: "tests/proof/house/main.ts", outfile });
process.exitCode = await run(process.execPath, [join(root, outfile), ...wordsOf(values)]);
