import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { environmentWithoutOptional } from "../scripts/ci/programs.mjs";
import { Results } from "../scripts/ci/results.mjs";

const folder = mkdtempSync(join(tmpdir(), "pos-gate-"));
afterAll(() => rmSync(folder, { recursive: true }));
let reports = 0;

type Outcomes = readonly (readonly [name: string, status: string])[];

function reportOf(outcomes: Outcomes, status = "passed"): string {
  const path = join(folder, `report-${++reports}.json`);
  const assertionResults = outcomes.map(([fullName, each]) => ({ fullName, status: each }));
  writeFileSync(path, JSON.stringify({ testResults: [{ name: "a.test.ts", status, assertionResults }] }));
  return path;
}

function over(...runs: readonly Outcomes[]): object {
  const results = new Results();
  for (const run of runs) results.add(reportOf(run));
  const { passed, failed, skipped } = results;
  return { passed, failed, skipped: skipped.length };
}

test("gate results: a test counts once when several runs have it", () => {
  expect(over([["a", "passed"]], [["a", "passed"]])).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test("gate results: a test skipped in one run is passed when another run passes it", () => {
  expect(over([["a", "skipped"]], [["a", "passed"]])).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(over([["a", "passed"]], [["a", "skipped"]])).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

test("gate results: a test is skipped when no run has run it", () => {
  expect(over([["a", "skipped"]], [["b", "passed"]])).toEqual({ passed: 1, failed: 0, skipped: 1 });
  expect(over([["a", "todo"]])).toEqual({ passed: 0, failed: 0, skipped: 1 });
});

test("gate results: a failure remains when another run passes the test", () => {
  expect(over([["a", "failed"]], [["a", "passed"]])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(over([["a", "passed"]], [["a", "failed"]])).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("gate results: tests of one name are distinguished", () => {
  const twice: Outcomes = [
    ["a", "passed"],
    ["a", "failed"],
  ];
  expect(over(twice)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test("gate results: a file that does not load is a failure", () => {
  const results = new Results();
  expect(results.add(reportOf([], "failed"))).toBe(true);
  expect(results.failed).toBe(1);
});

test("gate results: a failure has the name of its test and its message", () => {
  const path = join(folder, "failure.json");
  const failed = { fullName: "a", status: "failed", failureMessages: ["expected 1 to be 2"] };
  writeFileSync(
    path,
    JSON.stringify({ testResults: [{ name: "a.test.ts", status: "failed", assertionResults: [failed] }] }),
  );
  const results = new Results();
  results.add(path);
  expect(results.failures).toEqual([{ name: "a.test.ts > a 1", message: "expected 1 to be 2" }]);
});

test("gate results: a report that is not there is not read", () => {
  expect(new Results().add(join(folder, "nowhere.json"))).toBe(false);
});

test("gate programs: all but Java and Chromium are found", () => {
  const env = { ...environmentWithoutOptional(join(folder, "programs")) };
  const statusOf = (program: string) => spawnSync(program, ["--version"], { env }).status;
  expect([statusOf("java"), statusOf("chromium")]).toEqual([null, null]);
  expect([statusOf("node"), statusOf("npm")]).toEqual([0, 0]);
});
