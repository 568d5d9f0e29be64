// npm test: the tests, with what they need installed first. Arguments go to the test runner.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { endWithOutput, showHelp } from "./command-line.mjs";
import { javaIsThere } from "./dynamodb-local.mjs";
import { ensureGraphiql } from "./graphiql.mjs";
import { buildWeb, checkNode, installPackages, root, run } from "./prepare.mjs";

/**
 * Programs that some tests need and that packages cannot bring. A suite whose program is missing is skipped, which is printed
 * before anything runs: `{ suite, needs, isThere(): boolean }`.
 */
const components = [
  {
    suite: "everything over DynamoDB Local (conformance, import, bundles, several hosts)",
    needs: "a Java runtime (or the address of a DynamoDB in DYNAMODB_ENDPOINT)",
    isThere: () => Boolean(process.env.DYNAMODB_ENDPOINT) || javaIsThere(),
  },
  {
    suite: "the dashboard and the terminal in a browser",
    needs: "Chromium (at /usr/bin/chromium, or where CHROMIUM_PATH says)",
    isThere: () => existsSync(process.env.CHROMIUM_PATH || "/usr/bin/chromium"),
  },
  {
    suite: "the host's own TLS",
    needs: "the program openssl",
    isThere: () => spawnSync("openssl", ["version"]).status === 0,
  },
];

endWithOutput();
if (process.argv.slice(2).some((word) => word === "--help" || word === "-h"))
  showHelp(`Usage: npm test -- [PATH...] [option...]

Runs the tests; paths choose a part of them, for example npm test -- tests/proof/ledger. Options go to vitest, which refuses what it
does not know; \`npx vitest run --help\` lists them.`);
checkNode();
await installPackages({ development: true });
for (const { suite, needs, isThere } of components) {
  if (!isThere()) console.log(`Skipped: ${suite}. It needs ${needs}, which is not on this machine.`);
}

await ensureGraphiql();
// What is started as `npm start` does has the dashboard with it; building it must not count against a test's time.
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const starting = [
  "tests/system/process",
  "tests/system/web",
  "tests/system/terminal",
  "tests/system/e2e",
  "tests/system/cluster",
];
if (wanted.length === 0 || wanted.some((path) => starting.some((one) => one.startsWith(path) || path.startsWith(one))))
  await buildWeb();

// The test runner's report of failures uses a function that came with Node 21: on Node 20 it would hide them behind its own error.
const groupBy = `Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.has(key) ? groups.get(key).push(item) : groups.set(key, [item]);
  }
  return groups;
};`;
const preload = `--import=data:text/javascript,${encodeURIComponent(groupBy)}`;
const runner = join(root, "node_modules", "vitest", "vitest.mjs");
process.exitCode = await run(process.execPath, [preload, runner, "run", ...process.argv.slice(2)]);
