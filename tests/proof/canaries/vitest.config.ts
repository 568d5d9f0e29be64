import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import suite from "../../../vitest.config.ts";

/** Runs the bundles in the folder that CANARY_BUNDLES names. */
export default defineConfig({
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  ...(suite.resolve ? { resolve: suite.resolve } : {}),
  test: {
    include: [`${process.env.CANARY_BUNDLES}/*.test.mjs`],
    exclude: [],
    // Bundles share no code of ours, so that a worker may go from one to the next.
    isolate: false,
    testTimeout: 20_000,
    ...(suite.test?.maxWorkers ? { maxWorkers: suite.test.maxWorkers } : {}),
  },
});
