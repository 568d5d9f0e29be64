import { readWords, wordsOf } from "./command-line.mjs";
import { bundleLocal, checkNode, installPackages, run } from "./prepare.mjs";

/** `npm run bench:terminal`: what a cashier waits for. */
const { values } = readWords({
  usage: "npm run bench:terminal --",
  about: `
Measures the terminal's page in Chromium with 5,000 variants and a processor slowed down four times: from a scan to its line, from a
key to what it finds, from the last button to the receipt, and from a cold start to the first tile. Prints one line of JSON per figure.`,
  options: {
    runs: { value: "COUNT", help: "how often each is measured; default 5" },
    against: { value: "FOLDER", help: "another checkout, with its packages, to measure in the same run" },
  },
});
checkNode();
await installPackages({ development: true });
const program = await bundleLocal({
  entry: "tests/system/terminal/measure.ts",
  outfile: "tests/system/terminal/dist/measure.mjs",
});
process.exitCode = await run(process.execPath, [program, ...wordsOf(values)]);
