import { resolve } from "node:path";
import { readWords } from "../../../scripts/command-line.mjs";
import { bundleLocal, run } from "../../../scripts/prepare.mjs";

const { values } = readWords({
  usage: "npm run measure:pages --",
  about: `
Loads every page of the dashboard in a new browser and prints medians as lines of JSON: bytes of JavaScript and of the document,
first and largest paint, on this machine and as a phone on a slow network.`,
  options: {
    runs: { type: "string", value: "N", help: "how often each page is loaded; 5" },
    against: { type: "string", value: "FOLDER", help: "another checkout, to compare with" },
  },
  positionals: { names: { value: "NAME", many: true, optional: true, help: "a page; absent: all" } },
});

const program = await bundleLocal({
  entry: "tests/system/web/measure.ts",
  outfile: "tests/system/web/dist/measure.mjs",
});
const { runs = "5", against, names } = values;
process.exitCode = await run(process.execPath, [
  program,
  runs,
  against === undefined ? "" : resolve(against),
  ...names,
]);
