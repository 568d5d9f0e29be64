import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { CANARIES, planted } from "./canaries.ts";

/** Runs the targets with one bug planted: the canary that POS_CANARY names, or none. */
const name = process.env.POS_CANARY;
const canary = CANARIES.find((one) => one.name === name);
if (name && !canary) throw new Error(`There is no canary ${name}`);

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  plugins: [
    {
      name: "canary",
      enforce: "pre",
      transform: (code, id) =>
        canary && id.endsWith(`/packages/core/src/${canary.file}`) ? planted(canary, code) : undefined,
    },
  ],
  // Without the cache of transformed modules: it does not know which bug was planted.
  test: { include: ["tests/canaries/targets.test.ts"], testTimeout: 20_000, fsModuleCache: false },
});
