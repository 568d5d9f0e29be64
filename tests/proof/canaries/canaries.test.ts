import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { present } from "@pos/core/base/result.ts";
import { expect, test } from "vitest";
import { bundleTargets } from "./bundles.ts";
import { CANARIES, planted, TARGET_FILES } from "./canaries.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const RUN_MILLISECONDS_MAX = 600_000;
const TIMEOUT_MILLISECONDS = RUN_MILLISECONDS_MAX + 60_000;

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Runs all bundles of a folder in a process of their own; answers what became of each test by its bundle and its name. */
async function runBundles(folder: string): Promise<Map<string, Map<string, string>>> {
  const output = join(folder, "report.json");
  const args = [
    "run",
    "--config",
    "tests/proof/canaries/vitest.config.ts",
    "--reporter=json",
    `--outputFile=${output}`,
  ];
  // A group of its own: a bug may make its test run for ever, and then all of it has to end.
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    cwd: ROOT,
    stdio: "ignore",
    detached: true,
    env: { ...process.env, CANARY_BUNDLES: relative(ROOT, folder) },
  });
  const cut = setTimeout(() => process.kill(-present(child.pid, "a process"), "SIGKILL"), RUN_MILLISECONDS_MAX);
  await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(cut);
  const report = JSON.parse(await readFile(output, "utf8")) as Report;
  return new Map(
    report.testResults.map(({ name, assertionResults }) => [
      basename(name, ".test.mjs"),
      new Map(assertionResults.map(({ title, status }) => [title, status] as const)),
    ]),
  );
}

/** In the project, since a bundle's packages are found from where it is. */
async function withFolder<R>(use: (folder: string) => Promise<R>): Promise<R> {
  const folder = join(ROOT, "tests/proof/canaries/dist", randomUUID());
  await mkdir(folder, { recursive: true });
  return use(folder).finally(() => rm(folder, { recursive: true }));
}

/** Runs each canary and answers the name of the test that caught it; undefined: it lives. */
function runCanaries(): Promise<Map<string, string | undefined>> {
  return withFolder(async (folder) => {
    for (const canary of CANARIES) await bundleTargets(folder, canary.targets, canary);
    const results = await runBundles(folder);
    return new Map(
      CANARIES.map(({ name, caughtBy }) => {
        const isCaught = results.get(name)?.get(caughtBy) === "failed";
        return [name, isCaught ? caughtBy : undefined] as const;
      }),
    );
  });
}

test.each(CANARIES)("canary: $name has its place in the source", async (canary) => {
  const source = await readFile(join(ROOT, "packages", canary.file), "utf8");
  expect(planted(canary, source)).not.toBe(source);
});

test("canary: without a bug, every target passes", { timeout: TIMEOUT_MILLISECONDS }, async () => {
  const bundles = await withFolder(async (folder) => {
    for (const targets of TARGET_FILES) await bundleTargets(folder, targets);
    return [...(await runBundles(folder)).values()];
  });
  const results = new Map(bundles.flatMap((bundle) => [...bundle]));
  expect(new Set(results.keys())).toEqual(new Set(CANARIES.map(({ caughtBy }) => caughtBy)));
  expect(new Set(results.values())).toEqual(new Set(["passed"]));
});

test("canary: every planted bug is caught by its test", { timeout: TIMEOUT_MILLISECONDS }, async () => {
  const caught = await runCanaries();
  console.log(CANARIES.map(({ name }) => `${name} -> ${caught.get(name) ?? "LIVES"}`).join("\n"));
  expect(CANARIES.filter(({ name }) => !caught.get(name)).map(({ name }) => name)).toEqual([]);
});
