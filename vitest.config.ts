import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The GraphQL server loads graphql's CommonJS file; a second copy of the library would refuse the first one's schemas.
const graphql = fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url));

/**
 * Files that go through one process one after the other, which spares each of them the loading of what they all import. They
 * leave nothing behind in it: a file that changes the environment, listens to the process or spies on it is not of these.
 */
const TOGETHER = [
  "packages/*/src/**/*.test.ts",
  ...["contract", "proof/ledger", "proof/migrations"].map((folder) => `tests/${folder}/**/*.test.ts`),
];
const globalSetup = "tests/support/shared.ts";

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    testTimeout: 60_000,
    // A failure states whole what it found; a part of it explains nothing once the run is over.
    chaiConfig: { truncateThreshold: 0 },
    hookTimeout: 60_000,
    // A condition is waited for until it holds; a second is no time on a machine with much to do.
    expect: { poll: { timeout: 30_000 } },
    // By itself it would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: "together", include: TOGETHER, globalSetup, isolate: false },
      },
      {
        extends: true,
        test: { name: "apart", include: ["tests/**/*.test.ts"], exclude: TOGETHER, globalSetup },
      },
    ],
  },
});
