import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { planted } from "./canaries.ts";
import type { Canary, TargetFile } from "./canary.ts";

/**
 * Target files as bundles, each with at most one bug in it. A bundle brings its own copy of our code, so that one test runner
 * runs all canaries: a runner for each would spend most of its time on starting and on transforming the same sources.
 */
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Skips all tests but the one that must catch the bug. */
function only(test: string): string {
  return `import{beforeEach as beforeEachTarget}from"vitest";beforeEachTarget(({task,skip})=>{if(task.name!==${JSON.stringify(test)})skip()});`;
}

/** @returns the bundle's path */
export async function bundleTargets(folder: string, targets: TargetFile, canary?: Canary): Promise<string> {
  const outfile = join(folder, `${canary?.name ?? targets.replace(".test.ts", "")}.test.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, "tests/proof/canaries", targets)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
    banner: { js: canary ? only(canary.caughtBy) : "" },
    plugins: [ownWorkspaces, ownAddresses, ...(canary ? [bugOf(canary)] : [])],
  });
  return outfile;
}

const ownWorkspaces: Plugin = {
  name: "own-workspaces",
  setup(bundle) {
    bundle.onResolve({ filter: /^@pos\// }, ({ path }) => {
      const [, workspace = "", ...rest] = path.split("/");
      return { path: join(ROOT, "packages", workspace, "src", ...rest) };
    });
  },
};

/** What a test file reads from beside itself is not beside the bundle. */
const ownAddresses: Plugin = {
  name: "own-addresses",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

function bugOf(canary: Canary): Plugin {
  const file = join(ROOT, "packages", canary.file);
  return {
    name: "canary",
    setup(bundle) {
      bundle.onLoad({ filter: /[\\/]packages[\\/].*\.ts$/ }, ({ path }) =>
        path === file ? { contents: planted(canary, readFileSync(path, "utf8")), loader: "ts" } : undefined,
      );
    },
  };
}
