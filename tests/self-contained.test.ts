import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** A clone of the project is complete: nothing in it reads a file that lies outside its folder. */
const root = fileURLToPath(new URL("..", import.meta.url));

const BUILT = new Set([
  "node_modules",
  "dist",
  "coverage",
  "screenshots",
  ".git",
  ".data",
  ".sst",
  ".next",
  ".open-next",
]);
const CODE = new Set([".ts", ".tsx", ".mts", ".mjs", ".cjs", ".js", ".json", ".css", ".sh", ".yml", ".yaml", ".toml"]);
const CODE_WITHOUT_EXTENSION = new Set([".ci/run", "Dockerfile", ".npmrc"]);

interface Exception {
  readonly path: RegExp;
  readonly files?: RegExp;
  readonly reason: string;
}

const EXCEPTIONS: readonly Exception[] = [
  { path: /^\/usr\/bin\/(env|chromium)$/, reason: "programs that the operating system brings" },
  {
    path: /^\/usr\/share\/fonts\//,
    files: /^scripts\/ci\.mjs$/,
    reason: "the gate checks whether fonts are installed",
  },
  { path: /^\/proc\//, files: /^tests\/attacks\/host\.ts$/, reason: "the memory of the host" },
  { path: /^\/proc\/net\/unix$/, files: /\/commands\.test\.ts$/, reason: "whether a command has connected" },
  { path: /^\/(mnt\/backups|var\/lib\/pos)/, files: /\/commands\//, reason: "examples in the help of commands" },
  { path: /^\/(srv\/shop|home\/me)(\/|$)/, files: /\.test\.ts$/, reason: "values of a test, which nothing opens" },
  { path: /^\.\.\/(context\.ts|resolvers\/)/, files: /^codegen\.mjs$/, reason: "relative to the generated file" },
];

function isException(file: string, path: string): boolean {
  return EXCEPTIONS.some((one) => one.path.test(path) && (one.files?.test(file) ?? true));
}

const isOutside = (path: string): boolean => path === ".." || path.startsWith("../");

/** Paths in a file's text that lead out of the project, as they are written there. */
function pathsOutside(file: string, text: string): string[] {
  // A shell script runs in the project's folder, wherever it lies.
  const folder = /\.sh$|^\.ci\//.test(file) ? "." : dirname(file);
  const depth = file.split("/").length - 1;
  const found: string[] = [];
  for (const [path] of text.matchAll(/(?<![\w./])(?:\.\/)?(?:\.\.\/)+[\w.@/-]*|(?<=["'`])\.\.(?=["'`]\))/g))
    if (isOutside(normalize(join(folder, path)))) found.push(path);
  for (const [words, base = "", parents = ""] of text.matchAll(/\b([\w.]+),\s*((?:["'`]\.\.["'`]\s*,?\s*)+)/g)) {
    const levels = parents.match(/\.\./g)?.length ?? 0;
    if (levels > (/^root$/i.test(base) ? 0 : depth)) found.push(words);
  }
  for (const [words] of text.matchAll(/(?:dirname\()+(?:fileURLToPath\()?import\.meta\.(?:url|filename)/g))
    if ((words.match(/dirname\(/g)?.length ?? 0) > depth + 1) found.push(words);
  const system = "bin|data|dev|etc|home|lib|media|mnt|opt|private|proc|root|srv|sys|tmp|usr|Users|var|work|workspace";
  for (const [path] of text.matchAll(new RegExp(`(?<=["'\`= ]|file://|^#!)/(?:${system})/[\\w./@-]+`, "gm")))
    found.push(path);
  for (const [words] of text.matchAll(/\bhomedir\(|\benv\.HOME\b|(?<=["'`])~\/[\w./-]*/g)) found.push(words);
  return found.filter((path) => !isException(file, path));
}

function files(folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).split(sep).join("/");
    if (entry.isDirectory()) return BUILT.has(entry.name) ? [] : files(path);
    return entry.isFile() && (CODE.has(extname(path)) || CODE_WITHOUT_EXTENSION.has(path)) ? [path] : [];
  });
}

const own = "tests/self-contained.test.ts";

test("project folder: no file names a path outside of it", () => {
  const read = files().filter((file) => file !== "package-lock.json" && file !== own);
  expect(read.length).toBeGreaterThan(500);
  const outside = read.flatMap((file) =>
    pathsOutside(file, readFileSync(join(root, file), "utf8")).map((path) => `${file}: ${path}`),
  );
  expect(outside).toEqual([]);
});

test.each([
  ["tests/proof/import/support.ts", 'new URL("../../../../data/sales.csv", import.meta.url)'],
  ["tests/proof/import/support.ts", 'new URL("../../..".concat("/.."), "../../../..")'],
  ["tests/proof/house/house.test.ts", 'import { rules } from "../../../../house/rules.ts";'],
  ["scripts/ci.mjs", 'join(root, "..", "data")'],
  ["scripts/ci.mjs", 'readFileSync(join(import.meta.dirname, "..", "..", "data"))'],
  ["scripts/ci.mjs", "dirname(dirname(dirname(fileURLToPath(import.meta.url))))"],
  ["vitest.config.ts", 'globalSetup: "../setup.ts"'],
  ["packages/core/tsconfig.json", '{ "extends": "../../../tsconfig.json" }'],
  ["tests/proof/units/paths.ts", 'readFileSync("/home/developer/prices.json")'],
  ["tests/proof/units/paths.ts", 'readdirSync("/usr/share/fonts/opentype")'],
  ["tests/proof/units/paths.ts", "join(homedir(), 'prices.json')"],
  [".ci/run", "#!/usr/bin/env bash\ncp ../data/sales.csv tests"],
  [".ci/run", "DATA=/data/online-retail npm test"],
])("project folder: in %s, the reference %s is found", (file, text) => {
  expect(pathsOutside(file, text)).toHaveLength(1);
});

test.each([
  ["tests/proof/import/support.ts", 'new URL("../data/online-retail", import.meta.url)'],
  ["tests/proof/import/support.ts", 'new URL("../..", import.meta.url)'],
  ["tests/proof/units/paths.ts", 'join(import.meta.dirname, "..", "..", "schema.graphql")'],
  ["scripts/prepare.mjs", "dirname(dirname(fileURLToPath(import.meta.url)))"],
  ["tests/system/web/support.ts", 'process.env.CHROMIUM_PATH || "/usr/bin/chromium"'],
  ["packages/web/src/routes.ts", 'fetch("https://shop.example/data/prices")'],
])("project folder: in %s, the reference %s is none", (file, text) => {
  expect(pathsOutside(file, text)).toEqual([]);
});
