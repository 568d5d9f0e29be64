import { readWords } from "../../../scripts/command-line.mjs";
import { bundleLocal, run } from "../../../scripts/prepare.mjs";

const { values } = readWords({
  usage: "npm run screenshots --",
  about: "Takes a picture of every page into screenshots/, in both languages and colour schemes, for desk and phone.",
  positionals: { names: { value: "NAME", many: true, optional: true, help: "a page; absent: all" } },
});

/** Builds and runs the program that takes the screenshots. */
const program = await bundleLocal({
  entry: "tests/system/web/screenshots.ts",
  outfile: "tests/system/web/dist/screenshots.mjs",
});
process.exitCode = await run(process.execPath, [program, ...values.names]);
