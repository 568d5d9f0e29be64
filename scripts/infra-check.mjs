import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWords } from "./command-line.mjs";
import { CLASSES } from "./infra/classes.mjs";
import { viewOf } from "./infra/view.mjs";
import { endWithUs, installPackages, root, run } from "./prepare.mjs";

/**
 * `npm run infra:check`: checks the deployment without an account. Unpacks SST's real components, type-checks infra/
 * against them, evaluates every stage and checks what it would create, class by class; then plants an error for each
 * class, which the check must find. Its last line counts.
 */
const STAGES = {
  maria: {},
  staging: { MAIL_FROM: "The Shop <reports@shop.example>", POS_ALARM_EMAIL: "owner@shop.example" },
  production: {
    ...{ MAIL_FROM: "reports@shop.example", POS_ALARM_EMAIL: "owner@shop.example", POS_DOMAIN: "pos.shop.example" },
    ...{ POS_STEADY_VERSIONS: "graphql:6", POS_CANARY_PERCENT: "10" },
  },
};

/** Errors planted in the source itself prove that the evaluation reads it. */
const IN_SOURCE = [
  {
    ...{ planted: "a function that is linked to the table", finds: "no wildcards", file: "function.ts" },
    ...{
      from: "permissions: [...grants",
      to: 'link: [sst.aws.Dynamo.get("Linked".concat(name), "pos-table")], permissions: [...grants',
    },
  },
  {
    ...{ planted: "a third reader of the stream", finds: "event sources", file: "stream.ts" },
    ...{
      from: "export const mappings = {",
      to: 'export const third = mapping("third", book.arn, { sortKeys: ["FACT"], atOnce: 1, retries: 1 });\nexport const mappings = {',
    },
  },
  {
    ...{ planted: "a setting that nobody can read", fails: "MAIL_FROM is", stage: "staging" },
    environment: { MAIL_FROM: "The Shop", POS_ALARM_EMAIL: "owner@shop.example" },
  },
];

readWords({
  usage: "npm run infra:check",
  about: `
Type-checks and evaluates the deployment of every stage without an account, and checks it by class.`,
  exits: "0 all passed, 1 something failed, 2 not understood",
});
const startedAt = Date.now();
const counted = { passed: 0, failed: 0 };
await installPackages({ development: true });
/** How the last part of a message begins. */
const ERROR = "Error: ";
const offline = { SST_SKIP_DEPENDENCY_CHECK: "1", SST_NO_BUN: "1", SST_TELEMETRY_DISABLED: "1", SST_STAGE: "test" };
for (const parameters of [
  ["sst", "install"],
  ["tsc", "-p", "tsconfig.infra.json"],
]) {
  const code = await run("npx", parameters, { env: { ...process.env, ...offline } });
  say(code === 0, parameters.join(" "), code === 0 ? [] : [`it ended with ${code}`]);
  if (code !== 0) finish();
}

const scratch = mkdtempSync(join(tmpdir(), "pos-infra-check-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

// Beside the files that a deployment downloads once, without interfering with it.
const bundles = join(root, ".sst/check");
const bundled = await run(process.execPath, [join(root, "scripts/infra/bundles.mjs"), bundles]);
say(bundled === 0, "functions bundled", []);
if (bundled !== 0) finish();

const waiting = [
  ...Object.entries(STAGES).map(
    ([stage, environment]) =>
      () =>
        checkStage(stage, environment),
  ),
  ...IN_SOURCE.map((error) => () => checkSource(error)),
];
await Promise.all([worker(), worker()]);
finish();

/** Two at a time: an evaluation takes a core and 250 MB. */
async function worker() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
}

async function checkStage(stage, environment) {
  const { text, error } = await evaluate(stage, environment);
  if (text === undefined) return say(false, `${stage}: evaluated`, [error]);
  const { resources, bundles: sizes } = JSON.parse(text);
  console.log(JSON.stringify({ stage, resources: resources.length, ...(stage === "production" ? { sizes } : {}) }));
  for (const [name, { check }] of Object.entries(CLASSES)) {
    const problems = problemsOf(check, viewOf(JSON.parse(text)));
    say(problems.length === 0, `${stage}: ${name}`, problems);
  }
  if (stage !== "staging") return;
  for (const [name, { check, plant, planted }] of Object.entries(CLASSES)) {
    const view = viewOf(JSON.parse(text));
    plant(view);
    tell(problemsOf(check, view), `${name}: ${planted}`);
  }
}

/**
 * @param {object} error
 * @param {string} error.planted
 * @param {string} [error.finds] the class that must find it
 * @param {string} [error.fails] or the message with which the evaluation must end
 * @param {string} [error.file]
 * @param {string} [error.from] text of that file
 * @param {string} [error.to] what takes its place
 * @param {string} [error.stage]
 * @param {Record<string, string>} [error.environment]
 */
async function checkSource({ planted, finds, fails, file, from = "", to = "", stage = "maria", environment = {} }) {
  const folder = mkdtempSync(join(scratch, "infra-"));
  cpSync(join(root, "infra"), folder, { recursive: true });
  if (file !== undefined) {
    const source = readFileSync(join(folder, file), "utf8");
    if (!source.includes(from))
      return say(false, `planted in the source: ${planted}`, [`infra/${file} has no ${from}`]);
    writeFileSync(
      join(folder, file),
      source.replace(from, () => to),
    );
  }
  const { text, error } = await evaluate(stage, environment, ["--infra", folder]);
  if (fails !== undefined) return tell(error?.includes(fails) ? [error] : [], `the source: ${planted}`);
  if (text === undefined) return say(false, `planted in the source: ${planted}`, [error]);
  tell(problemsOf(CLASSES[finds].check, viewOf(JSON.parse(text))), `the source: ${planted}`);
}

/** A check that throws counts as a finding. */
function problemsOf(check, view) {
  try {
    return check(view);
  } catch (error) {
    return [String(error)];
  }
}

function evaluate(stage, environment, more = []) {
  const file = join(scratch, `${stage}-${Math.random()}.json`);
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(POS_|MAIL_|SST_)/.test(name)));
  const parameters = ["--no-warnings", join(root, "scripts/infra/evaluate.mjs"), stage, bundles, file, ...more];
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      parameters,
      { env: { ...clean, ...environment }, maxBuffer: 1e8 },
      (failure, _, stderr) => {
        if (!failure) return done({ text: readFileSync(file, "utf8") });
        const line = stderr.split("\n").find((candidate) => candidate.includes(ERROR));
        done({ error: line?.slice(line.lastIndexOf(ERROR) + ERROR.length) ?? stderr.slice(-500) });
      },
    );
    endWithUs(child);
  });
}

function tell(problems, what) {
  say(problems.length > 0, `planted: ${what} - ${problems.length > 0 ? "caught" : "not caught"}`, []);
}

function say(isRight, what, problems) {
  counted[isRight ? "passed" : "failed"]++;
  console.log(`${isRight ? "ok" : "not ok"} ${what}`);
  for (const problem of problems) console.log(`   ${problem}`);
}

function finish() {
  console.log(
    JSON.stringify({ seconds: Math.round((Date.now() - startedAt) / 1000), classes: Object.keys(CLASSES).length }),
  );
  console.log(`${counted.passed} passed, ${counted.failed} failed`);
  process.exit(counted.failed === 0 ? 0 : 1);
}
