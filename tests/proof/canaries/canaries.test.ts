import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { present } from "@pos/core/base/result.ts";
import { expect, test } from "vitest";
import { CANARIES, type Canary, planted } from "./canaries.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const TIMEOUT_MILLISECONDS = 400_000;
const RUN_MILLISECONDS_MAX = 120_000;

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Runs the targets in a process of their own, with a bug or without; answers what became of each test by its name. */
async function runTargets(canary: Canary | undefined): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "canary-"));
  try {
    const output = join(folder, "report.json");
    const only = canary ? ["-t", `^${canary.caughtBy}$`] : [];
    const args = [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "tests/proof/canaries/vitest.config.ts",
      "--reporter=json",
      `--outputFile=${output}`,
      ...only,
    ];
    // A group of its own: a bug may make its test run for ever, and then all of it has to end.
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: "ignore",
      detached: true,
      env: { ...process.env, POS_CANARY: canary?.name ?? "" },
    });
    const cut = setTimeout(() => process.kill(-present(child.pid, "a process"), "SIGKILL"), RUN_MILLISECONDS_MAX);
    await new Promise((resolve) => child.once("exit", resolve));
    clearTimeout(cut);
    const report = JSON.parse(await readFile(output, "utf8")) as Report;
    return new Map(
      report.testResults.flatMap(({ assertionResults }) =>
        assertionResults.map(({ title, status }) => [title, status] as const),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs each canary and answers the name of the test that caught it; undefined: it lives. */
async function runCanaries(
  names: readonly string[] = CANARIES.map(({ name }) => name),
): Promise<Map<string, string | undefined>> {
  const caught = new Map<string, string | undefined>();
  const waiting = names.map((name) =>
    present(
      CANARIES.find((canary) => canary.name === name),
      `the canary ${name}`,
    ),
  );
  const worker = async (): Promise<void> => {
    for (let canary = waiting.shift(); canary; canary = waiting.shift()) {
      const status = (await runTargets(canary)).get(canary.caughtBy);
      caught.set(canary.name, status === "failed" ? canary.caughtBy : undefined);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return caught;
}

test.each(CANARIES)("canary: $name has its place in the source", async (canary) => {
  const source = await readFile(join(ROOT, "packages", canary.file), "utf8");
  expect(planted(canary, source)).not.toBe(source);
});

test("canary: without a bug, every target passes", { timeout: TIMEOUT_MILLISECONDS }, async () => {
  const results = await runTargets(undefined);
  expect(new Set(results.keys())).toEqual(new Set(CANARIES.map(({ caughtBy }) => caughtBy)));
  expect(new Set(results.values())).toEqual(new Set(["passed"]));
});

test("canary: every planted bug is caught by its test", { timeout: TIMEOUT_MILLISECONDS }, async () => {
  const caught = await runCanaries();
  console.log(CANARIES.map(({ name }) => `${name} -> ${caught.get(name) ?? "LIVES"}`).join("\n"));
  expect(CANARIES.filter(({ name }) => !caught.get(name)).map(({ name }) => name)).toEqual([]);
});
