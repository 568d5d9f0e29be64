import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFunction, bundleFunctions } from "./bundle.mjs";
import { readWords, wordsOf } from "./command-line.mjs";
import { startDynamodbLocal } from "./dynamodb-local.mjs";
import { bundleLocal, checkNode, installPackages, root, run } from "./prepare.mjs";

/**
 * `npm run coldstart`: measures each function's bundle size, the first event of a new process, and a warm sale, over
 * DynamoDB Local. Prints one JSON line per function; the exit code is 1 if one exceeds its limit. `--quick`: fewer
 * processes.
 */
const { values } = readWords({
  usage: "npm run coldstart --",
  about:
    "Measures each Lambda function in a new process over DynamoDB Local, beside a bare one. Prints one line of JSON per function.",
  options: { quick: { type: "boolean", help: "fewer processes" } },
  exits: "0 within the limits, 1 above one, 2 not understood",
});
checkNode();
await installPackages({ development: true });
const folder = join(root, "tests/deploy/coldstart/dist");
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "pos-coldstart-"));
const [local, main] = await Promise.all([
  startDynamodbLocal({ port: 0 }),
  bundleLocal({ entry: "tests/deploy/coldstart/coldstart.ts", outfile: "tests/deploy/coldstart/dist/coldstart.mjs" }),
  bundleFunctions(join(folder, "functions")),
  ...["bare-api", "bare-table"].map((name) =>
    bundleFunction(join(root, `tests/deploy/coldstart/${name}.ts`), join(folder, "bare", name, "index.mjs"), {
      isBare: true,
    }),
  ),
]);
try {
  process.exitCode = await run(process.execPath, ["--no-warnings", main, folder, scratch, ...wordsOf(values)], {
    env: { ...process.env, DYNAMODB_ENDPOINT: local.endpoint },
  });
} finally {
  await local.stop();
  rmSync(scratch, { recursive: true, force: true });
}
