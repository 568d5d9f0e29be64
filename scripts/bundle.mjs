// The functions as they are deployed: one minified file each. `npm run bundle` writes them and says how big they are.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { readWords } from "./command-line.mjs";
import { installPackages, root } from "./prepare.mjs";

const ENTRIES = join(root, "packages/functions/src/lambda");
/** Not functions: what they share. */
const SHARED = new Set(["parts.ts", "realtime.ts", "stream.ts"]);
/** Native, and installed beside the bundle by the deployment. */
const OUTSIDE = ["@node-rs/argon2", "lmdb"];
/** Asked for keys only where the surroundings grant none, and Lambda's do; its runtime has it anyway. */
const NEVER_NEEDED = ["@aws-sdk/client-dynamodb"];
/** Some packages are CommonJS inside and ask for Node's own modules by `require`. */
const BANNER = "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/**
 * What the server brings for uses that ours switches off. A new process reads every byte of its bundle before it answers, and
 * these were half of it. Should something ask for them after all, it is told so.
 */
const SWITCHED_OFF = [
  "@graphql-tools/schema",
  "@apollo/usage-reporting-protobuf",
  "./plugin/cacheControl/index.js",
  "./plugin/usageReporting/index.js",
  "./plugin/schemaReporting/index.js",
  "./plugin/inlineTrace/index.js",
  "./plugin/landingPage/default/index.js",
];

/** @returns the folder that holds `<function>/index.mjs` */
export async function bundleFunctions(outdir = join(root, "packages/functions/dist/lambda")) {
  const names = readdirSync(ENTRIES).filter((file) => file.endsWith(".ts") && !SHARED.has(file));
  await Promise.all(
    names.map((file) => bundleFunction(join(ENTRIES, file), join(outdir, basename(file, ".ts"), "index.mjs"))),
  );
  return outdir;
}

/** `isBare`: as anybody would bundle it, for a comparison. */
export async function bundleFunction(entry, outfile, { isBare = false } = {}) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: "node",
    format: "esm",
    target: "node22",
    mainFields: ["module", "main"],
    external: isBare ? [] : [...OUTSIDE, ...NEVER_NEEDED],
    banner: { js: BANNER },
    // Otherwise the GraphQL library checks its own types on the way of every answer, as a help to developers.
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    plugins: isBare ? [] : [lean],
  });
}

const lean = {
  name: "lean",
  setup(build) {
    const inServer = ({ importer }) => /[\\/]@apollo[\\/]server[\\/]/.test(importer);
    build.onResolve({ filter: /./ }, (asked) => {
      if (!inServer(asked)) return undefined;
      if (SWITCHED_OFF.includes(asked.path)) return { path: asked.path, namespace: "switched-off" };
      return asked.path === "@apollo/utils.createhash" ? { path: asked.path, namespace: "own-hashes" } : undefined;
    });
    build.onLoad({ filter: /./, namespace: "switched-off" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get(_, name) { if (name === "then") return undefined; throw new Error("The bundle leaves out ${path}: see scripts/bundle.mjs"); } });`,
    }));
    // In a bundle of modules it takes Node for a browser and hashes every document in JavaScript.
    build.onLoad({ filter: /./, namespace: "own-hashes" }, () => ({
      contents: 'export { createHash } from "node:crypto";',
    }));
  },
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  readWords({
    usage: "npm run bundle",
    about: `
Writes the Lambda functions to packages/functions/dist/lambda and prints their sizes as lines of JSON.`,
  });
  await installPackages({ development: true });
  const outdir = await bundleFunctions();
  for (const name of readdirSync(outdir)) {
    const file = join(outdir, name, "index.mjs");
    const compressed = gzipSync(readFileSync(file)).length;
    console.log(JSON.stringify({ function: name, bytes: statSync(file).size, compressedBytes: compressed }));
  }
}
