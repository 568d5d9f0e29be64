import { bundleLocal, run } from "../../../scripts/prepare.mjs";

/** Builds and runs the program that takes the screenshots. */
const program = await bundleLocal({
  entry: "tests/system/web/screenshots.ts",
  outfile: "tests/system/web/dist/screenshots.mjs",
});
process.exitCode = await run(process.execPath, [program, ...process.argv.slice(2)]);
