import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The GraphQL server loads graphql's CommonJS file; a second copy of the library would refuse the first one's schemas.
const graphql = fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    globalSetup: "tests/support/shared.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By itself it would leave one of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
