import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unusualFiles } from "../house/core-rules.ts";
import { findingsOf, readProject } from "../house/findings.ts";
import { orderBreaches } from "../house/import-rules.ts";
import { layoutsOf } from "../house/layout.ts";
import words from "../house/words.json" with { type: "json" };
import { copyProject, ROOT, run } from "./copy.ts";
import { breachesOf, readPatch } from "./patch.ts";

/** docs/adding-a-capability.md: a complete small capability touches one folder in each package and one line in one list. */
const PATCH = join(ROOT, "tests/proof/capability/bag-deposit.patch");
const patch = readFileSync(PATCH, "utf8");
const files = readPatch(patch);
const guide = readFileSync(join(ROOT, "docs/adding-a-capability.md"), "utf8");

const TIMEOUT_MILLISECONDS = 300_000;

describe("capability: the patch", () => {
  test("touches one folder in each package and one line in one list", () => {
    expect(breachesOf(files)).toEqual([]);
    const list = files.find(({ isNew }) => !isNew);
    expect(list).toMatchObject({ path: "packages/core/src/modules.ts", added: ['  "selling/bag-deposit",'] });
  });

  test("has 21 files: 8 in core, 3 in the API, 2 of messages, 5 in the dashboard, 2 of tests, and the list", () => {
    const count = (folder: string) => files.filter(({ path }) => path.startsWith(folder)).length;
    const folders = [
      "packages/core/src/selling/",
      "packages/functions/src/api/",
      "packages/messages/src/",
      "packages/web/src/",
      "tests/contract/",
    ];
    expect(folders.map(count)).toEqual([8, 3, 2, 5, 2]);
    expect(files).toHaveLength(21);
  });

  const second = (path: string) =>
    `${patch}diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n@@ -1,1 +1,2 @@\n line\n+another\n`;
  test.each([
    ["a second list", second("packages/core/src/assemble.ts"), "packages/core/src/assemble.ts is touched"],
    [
      "a table of the tests",
      second("tests/contract/api/bad-input/ids.ts"),
      "tests/contract/api/bad-input/ids.ts is touched",
    ],
    ["a generated file", second("schema.graphql"), "schema.graphql is touched"],
    [
      "two lines of the list",
      patch.replace('+  "selling/bag-deposit",\n', '+  "selling/bag-deposit",\n+  "selling/bags",\n'),
      "packages/core/src/modules.ts does not get one line more",
    ],
  ])("breachesOf: finds a patch that touches %s", (_what, planted, breach) => {
    expect(breachesOf(readPatch(planted))).toEqual([breach]);
  });
});

describe("capability: the guide", () => {
  const blocks = [...guide.matchAll(/^```(?:ts|tsx|graphql)\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);

  test.each(blocks.map((code) => [code.split("\n")[0], code] as const))(
    "shows the code of the patch: %s",
    (_, code) => {
      const shown = files.filter(({ added }) => added.join("\n").includes(code.trimEnd()));
      expect(shown.map(({ path }) => path)).toHaveLength(1);
    },
  );

  test("shows code of each package, and names every file", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    expect(files.filter(({ path }) => !guide.includes(path.slice(path.lastIndexOf("/") + 1)))).toEqual([]);
  });
});

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

describe("capability: a copy with the patch", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await copyProject();
    expect(await run(folder, "git", "apply", PATCH)).toEqual({ code: 0, text: "" });
    expect(await node("scripts/codegen.mjs")).toMatchObject({ code: 0 });
  }, TIMEOUT_MILLISECONDS);
  afterAll(() => rm(folder, { recursive: true }));

  const node = (...words: string[]) => run(folder, process.execPath, ...words);

  test("codegen: makes everything that follows from the list", { timeout: TIMEOUT_MILLISECONDS }, async () => {
    const text = (file: string) => readFile(join(folder, file), "utf8");
    expect(await text("packages/core/src/generated/names.ts")).toContain('"bagDeposits": "liability"');
    expect(await text("schema.graphql")).toContain("takeBagDeposit(input: BagDepositInput!)");
    expect(await text("packages/web/src/generated/navigation.ts")).toContain("bagDepositItem");
    expect(await text("packages/web/app/(dashboard)/bag-deposit/page.tsx")).toContain("@pos/web/bag-deposit/page.tsx");
    expect(await node("scripts/codegen.mjs", "--check")).toEqual({ code: 0, text: "" });
  });

  test("house: the rules of the project find nothing in its files", async () => {
    const project = readProject(folder);
    const paths = project.sources.map(({ path }) => path);
    const list = await readFile(join(folder, "packages/core/src/modules.ts"), "utf8");
    const nouns = [...list.matchAll(/^ {2}"([\w/-]+)",$/gm)].map(([, noun = ""]) => noun);
    // The type of an item of the navigation is the shell's, which every screen imports for it.
    const isOwn = (line: string) => line.includes("bag-deposit") && !line.endsWith("/shell/navigation-items.ts");
    const order = layoutsOf(nouns).flatMap((layout) => orderBreaches(project.imports, paths, layout));
    const found = Object.entries(findingsOf(project, Object.keys(words)));
    const lines = found.flatMap(([rule, findings]) => Object.keys(findings).map((path) => `${rule}: ${path}`));
    expect([...order, ...lines, ...unusualFiles(paths, [])].filter(isOwn)).toEqual([]);
  });

  test("lint: finds nothing in its files", { timeout: TIMEOUT_MILLISECONDS }, async () => {
    const linted = await node("node_modules/@biomejs/biome/bin/biome", "ci", ...files.map(({ path }) => path));
    expect(linted.text).toContain("No fixes applied.");
    expect(linted).toMatchObject({ code: 0, text: expect.not.stringMatching(/warning|error/i) });
  });

  test.each(["tsconfig.json", "tests/system/web"])(
    "tsc: compiles %s",
    { timeout: TIMEOUT_MILLISECONDS },
    async (config) => {
      const compiled = await node("node_modules/typescript/bin/tsc", "-p", config, "--pretty", "false");
      expect(compiled).toEqual({ code: 0, text: "" });
    },
  );

  test("its tests pass, and those that hold every operation", { timeout: TIMEOUT_MILLISECONDS }, async () => {
    const own = files.map(({ path }) => path).filter((path) => path.endsWith(".test.ts"));
    const central = ["callers.test.ts", "rights.test.ts", "bad-input/good.test.ts"].map(
      (file) => `tests/contract/api/${file}`,
    );
    const runner = ["node_modules/vitest/vitest.mjs", "run", "--maxWorkers=1", "--reporter=json"];
    const { text } = await node(...runner, "--outputFile=report.json", ...own, ...central);
    const { testResults } = JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report;
    expect([text, testResults.map(({ name }) => relative(folder, name)).sort((a, b) => a.localeCompare(b))]).toEqual([
      text,
      [...own, ...central].sort((a, b) => a.localeCompare(b)),
    ]);
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    expect(all.filter(({ status }) => status !== "passed").map(({ fullName }) => fullName)).toEqual([]);
    const names = all.map(({ fullName }) => fullName);
    expect(names).toContain("returnBagDeposit: refused by the guard when it was given back before, or never taken");
    expect(names).toContain("takeBagDeposit answers each kind of token as the table says");
  });
});
