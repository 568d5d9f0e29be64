import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { environmentWithoutOptional } from "./ci/programs.mjs";
import { Results } from "./ci/results.mjs";
import { root, run } from "./prepare.mjs";

/**
 * Runs every check in sequence and counts each test and each further check. Unlike `npm test`, it skips nothing: a
 * missing program is a failure. Everything runs in a clone of the committed state, isolated from the working tree.
 */
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "pos-ci-")));
const clone = join(scratch, "alone", "pos");
let passed = 0;
let failed = 0;
/** What failed, repeated before the last line: a long output is read from its end. */
const failures = [];

function fail(name, message = "") {
  failures.push(message === "" ? name : `${name}\n${message.slice(0, 1_000)}`);
  console.log(`FAILED: ${name}`);
}

function cloneAlone() {
  const changed = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" }).trim();
  if (changed !== "") console.log(`The gate checks what is committed. These changes are not:\n${changed}`);
  execFileSync("git", ["clone", "-q", root, clone]);
}

/**
 * Runs a test runner in the clone.
 * @returns its output and the number of failures outside of tests
 */
async function runTests(name, results, command, parameters, env = process.env) {
  const report = join(scratch, `${name.replaceAll(/\W+/g, "-")}.json`);
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const failedBefore = results.failed;
  const { code, printed } = await timed(name, () => runAndRead(command, [...parameters, ...options], env));
  const isRead = results.add(report);
  return { printed, broken: !isRead || (code !== 0 && results.failed === failedBefore) ? 1 : 0 };
}

function count(name, results, broken) {
  passed += results.passed;
  failed += results.failed + results.skipped.length + broken;
  for (const test of results.skipped) fail(`${name}: ${test} was skipped; here that is a failure.`);
  for (const { name: test, message } of results.failures) fail(test, message);
  if (broken > 0) fail(name);
}

async function suite(name, command, parameters) {
  const results = new Results();
  const { broken } = await runTests(name, results, command, parameters);
  count(name, results, broken);
}

/**
 * Runs `npm test` with only the programs that the README requires, where it skips what cannot run and passes; then,
 * with all programs, the files with skipped tests. Each test runs in one of the two.
 */
async function tests() {
  const results = new Results();
  const bare = environmentWithoutOptional(join(scratch, "programs"));
  const name = "npm test without Java and Chromium";
  const first = await runTests(name, results, "npm", ["test", "--"], bare);
  const skippedByName = first.printed
    .split("\n")
    .filter((line) => line.startsWith("Skipped: ") && /(?:Java|Chromium)/.test(line.split(" It needs ")[1] ?? ""));
  await check(`${name} names both as the reason for what it skips`, async () => (skippedByName.length === 2 ? 0 : 1));
  await check("a Java runtime is there", java);
  await check("a browser is there", browser);
  const files = results.skippedFiles.map((file) => relative(clone, file));
  const second =
    files.length === 0
      ? { broken: 1 }
      : await runTests("npm test of what was skipped", results, "npm", ["test", "--", ...files]);
  count("npm test", results, first.broken + second.broken);
}

async function check(name, action) {
  const ok = await timed(name, action).then(
    (code) => code === 0,
    (error) => {
      console.log(error);
      return false;
    },
  );
  if (ok) {
    passed++;
  } else {
    failed++;
    fail(name);
  }
}

/** A check whose last line is "N passed, N failed". */
async function counted(name, command, parameters) {
  const { code, printed } = await timed(name, () => runAndRead(command, parameters));
  const counts = /^(\d+) passed, (\d+) failed$/.exec(printed.trimEnd().split("\n").at(-1) ?? "");
  const broken = counts === null || (code !== 0 && counts[2] === "0");
  passed += Number(counts?.[1] ?? 0);
  failed += Number(counts?.[2] ?? 0) + (broken ? 1 : 0);
  if (code !== 0 || broken) fail(name);
}

function runAndRead(command, parameters, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: clone, env, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      process.stdout.write(chunk);
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, printed }));
  });
}

const npm = (script, ...parameters) => run("npm", ["run", "-s", script, ...parameters], { cwd: clone });

async function timed(name, action) {
  const startedAt = Date.now();
  console.log(`\n=== ${name}`);
  const result = await action();
  console.log(`=== ${name}: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
  return result;
}

/** The first steps of a new developer: clone, `npm start`, check, stop, and start again. */
async function freshClone() {
  const fresh = join(scratch, "fresh");
  execFileSync("git", ["clone", "-q", root, fresh]);
  const first = await startUntilReady(fresh);
  const second = await startUntilReady(fresh);
  console.log(
    `Fresh clone: ready after ${first.seconds.toFixed(1)} s, the next time after ${second.seconds.toFixed(1)} s.`,
  );
  return first.ok && second.ok && first.seconds < 240 && second.seconds < 5 ? 0 : 1;
}

async function startUntilReady(folder) {
  const startedAt = Date.now();
  // In its own process group: a shell between npm and node must not absorb the signal.
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
  const text = readFileSync(join(clone, "package-lock.json"), "utf8");
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

/** Browser tests need a browser and fonts. */
async function browser() {
  if (existsSync("/usr/bin/chromium") && existsSync("/usr/share/fonts/opentype/noto")) return 0;
  await run("apt-get", ["update", "-q"]);
  return run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
}

cloneAlone();
await check("the lock file holds no download addresses", lockFile);
await tests();
for (const script of ["typecheck", "lint", "codegen:check"]) await check(`npm run ${script}`, () => npm(script));
await counted("npm run infra:check", "npm", ["run", "-s", "infra:check"]);
await check("npm run web:cloud", () => npm("web:cloud"));
await check("npm run coldstart (a short slice)", () => npm("coldstart", "--", "--quick"));
await suite("the packages' tests on Node 24", "npx", [
  "-y",
  "node@24",
  "node_modules/vitest/vitest.mjs",
  "run",
  "packages",
]);
await check("npm run bench (a short slice)", () => npm("bench", "--", "--quick"));
await check("npm run attacks (a short slice)", () => npm("attacks", "--", "--quick"));
await check("a fresh clone starts", freshClone);

rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
