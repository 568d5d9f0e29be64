import { bundleLocal } from "../../../scripts/prepare.mjs";

/** Builds the import as a process of its own, for the tests that kill it. Prints where it is. */
console.log(
  await bundleLocal({ entry: "tests/proof/import/process.ts", outfile: "tests/proof/import/dist/process.mjs" }),
);
