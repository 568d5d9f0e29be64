import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "./prepare.mjs";

/**
 * Runs every check in turn and counts: each test of the suites, and each further check as one. Unlike `npm test`, it skips
 * nothing: a part that is missing is a failure.
 */
const scratch = mkdtempSync(join(tmpdir(), "pos-ci-"));
let passed = 0;
let failed = 0;

/** @param command the README's, or one of package.json's */
async function suite(name, command, parameters, env = {}) {
  const report = join(scratch, `${passed + failed}.json`);
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await timed(name, () => run(command, [...parameters, ...options], { env: { ...process.env, ...env } }));
  const counts = readReport(report);
  passed += counts.passed;
  failed += counts.failed + counts.skipped;
  if (counts.skipped > 0) console.log(`${name}: ${counts.skipped} tests were skipped; here that is a failure.`);
  if (code !== 0 && counts.failed === 0) failed++;
}

function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(path, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch (error) {
    console.log(`No report of the suite: ${error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function check(name, action) {
  const ok = await timed(name, action).then(
    (code) => code === 0,
    (error) => {
      console.log(error);
      return false;
    },
  );
  if (ok) passed++;
  else failed++;
  if (!ok) console.log(`FAILED: ${name}`);
}

/** A check that counts for itself: its last line is "N passed, N failed". */
async function counted(name, command, parameters) {
  const { code, printed } = await timed(name, async () => {
    const child = spawn(command, parameters, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      process.stdout.write(chunk);
    });
    const ended = await new Promise((resolve) => child.once("close", resolve));
    return { code: ended, printed: text };
  });
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(printed);
  const broken = counts === null || (code !== 0 && counts[2] === "0");
  passed += Number(counts?.[1] ?? 0);
  failed += Number(counts?.[2] ?? 0) + (broken ? 1 : 0);
  if (broken) console.log(`FAILED: ${name}`);
}

async function timed(name, action) {
  const startedAt = Date.now();
  console.log(`\n=== ${name}`);
  const result = await action();
  console.log(`=== ${name}: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  return result;
}

/** What a newcomer does: clone, `npm start`, look, stop; then again. */
async function freshClone() {
  const clone = join(scratch, "clone");
  execFileSync("git", ["clone", "-q", root, clone]);
  const first = await startUntilReady(clone);
  const second = await startUntilReady(clone);
  console.log(
    `Fresh clone: ready after ${first.seconds.toFixed(1)} s, the next time after ${second.seconds.toFixed(1)} s.`,
  );
  return first.ok && second.ok && first.seconds < 240 && second.seconds < 5 ? 0 : 1;
}

async function startUntilReady(folder) {
  const startedAt = Date.now();
  // In a group of its own: a shell between npm and node must not keep the signal to itself.
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  let text = "";
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
  await new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      text += chunk;
      if (/Stop with Ctrl\+C/.test(text)) resolve(undefined);
    });
    void exited.then(resolve);
  });
  const seconds = (Date.now() - startedAt) / 1000;
  const url = /(http:\/\/[\d.]+:\d+)\/graphql/.exec(text)?.[1];
  const healthy = url !== undefined && (await fetch(`${url}/health`)).ok;
  try {
    process.kill(-Number(child.pid), "SIGTERM");
  } catch (error) {
    console.log(`It had ended already: ${error}`);
  }
  await exited;
  return { ok: healthy, seconds };
}

async function lockFile() {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const addresses = text.match(/"resolved": *"http/g) ?? [];
  console.log(`${addresses.length} download addresses in the lock file`);
  return addresses.length === 0 ? 0 : 1;
}

/** DynamoDB Local needs a Java runtime. */
async function java() {
  if (spawnSync("java", ["-version"]).status === 0) return 0;
  await run("apt-get", ["update", "-q"]);
  return run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "default-jre-headless"]);
}

/** The tests of the pages need a browser, and letters for what they show. */
async function browser() {
  if (existsSync("/usr/bin/chromium") && existsSync("/usr/share/fonts/opentype/noto")) return 0;
  await run("apt-get", ["update", "-q"]);
  return run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
}

await check("a Java runtime is there", java);
await check("a browser is there", browser);
await check("the lock file holds no download addresses", lockFile);
await suite("npm test", "npm", ["test", "--"]);
await check("npm run typecheck", () => run("npm", ["run", "-s", "typecheck"]));
await check("npm run lint", () => run("npm", ["run", "-s", "lint"]));
await check("npm run codegen:check", () => run("npm", ["run", "-s", "codegen:check"]));
await counted("npm run infra:check", "npm", ["run", "-s", "infra:check"]);
await check("npm run web:cloud", () => run("npm", ["run", "-s", "web:cloud"]));
await check("npm run coldstart (a short slice)", () => run("npm", ["run", "-s", "coldstart", "--", "--quick"]));
await suite("the packages' tests on Node 24", "npx", [
  "-y",
  "node@24",
  "node_modules/vitest/vitest.mjs",
  "run",
  "packages",
]);
await check("npm run bench (a short slice)", () => run("npm", ["run", "-s", "bench", "--", "--quick"]));
await check("a fresh clone starts", freshClone);

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
