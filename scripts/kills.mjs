import { join } from "node:path";
import { readWords, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/** `npm run kills -- --kills 100 --terminals 20`: kills the real host under load and reports what was lost. */
const { values } = readWords({
  usage: "npm run kills --",
  about: "Kills the real host under load again and again, and compares what it acknowledged with what is stored.",
  options: {
    kills: { type: "whole", from: 1, help: "how often; absent: 100" },
    terminals: { type: "whole", from: 1, help: "how many terminals sell; absent: 20" },
    load: { type: "whole", from: 1, value: "MILLISECONDS", help: "the longest time between two kills; absent: 1500" },
  },
  exits: "0 nothing lost, doubled or wrong, 1 something is, 2 not understood",
});
checkNode();
await installPackages({ development: true });
const folder = "tests/proof/kills/dist";
const host = await bundleLocal({ outfile: `${folder}/host.mjs` });
const pos = await bundleLocal({ entry: "packages/host/src/cli/pos.ts", outfile: `${folder}/pos.mjs` });
await bundleLocal({ entry: "tests/proof/kills/main.ts", outfile: `${folder}/main.mjs` });
process.exitCode = await run(process.execPath, [join(root, folder, "main.mjs"), host, pos, ...wordsOf(values)]);
