import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkDashboard } from "../tests/deploy/opennext/check.mjs";
import { readWords } from "./command-line.mjs";
import { checkNode, installPackages, root, run } from "./prepare.mjs";

/**
 * `npm run web:cloud`: builds the dashboard as the deployment does, then calls its function with events as CloudFront
 * and Lambda send them, each in a new process. Prints one JSON line per request and one with size and start time; the
 * exit code is 1 if one is wrong. `npm start` has a separate build.
 */
readWords({
  usage: "npm run web:cloud",
  about: `
Builds the dashboard as the deployment does and requests pages from it, each in a new process.`,
  exits: "0 every page is right, 1 one is not, 2 not understood",
});
checkNode();
await installPackages({ development: true });
const web = join(root, "packages/web");
for (const folder of [".next", ".open-next"]) rmSync(join(web, folder), { recursive: true, force: true });
const startedAt = Date.now();
const code = await run(process.execPath, [join(root, "node_modules/@opennextjs/aws/dist/index.js"), "build"], {
  cwd: web,
  env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
if (code !== 0) process.exit(code);
console.log(JSON.stringify({ built: "dashboard", seconds: Math.round((Date.now() - startedAt) / 1000) }));
process.exitCode = (await checkDashboard(join(web, ".open-next"))) ? 0 : 1;
