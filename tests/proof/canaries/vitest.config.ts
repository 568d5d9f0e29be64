import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import suite from "../../../vitest.config.ts";
import { CANARIES, planted, TARGET_FILES } from "./canaries.ts";

/** Runs the targets with one bug planted: the canary that POS_CANARY names, or none. */
const name = process.env.POS_CANARY;
const canary = CANARIES.find((one) => one.name === name);
if (name && !canary) throw new Error(`There is no canary ${name}`);

export default defineConfig({
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  ...(suite.resolve ? { resolve: suite.resolve } : {}),
  plugins: [
    {
      name: "canary",
      enforce: "pre",
      transform: (code, id) => (canary && id.endsWith(`/packages/${canary.file}`) ? planted(canary, code) : undefined),
    },
  ],
  // Without the cache of transformed modules: it does not know which bug was planted.
  test: {
    include: (canary ? [canary.targets] : TARGET_FILES).map((file) => `tests/proof/canaries/${file}`),
    testTimeout: 20_000,
    fsModuleCache: false,
  },
});
