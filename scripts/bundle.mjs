// Bundles each Lambda function as one minified file, and beside it what it loads only when it is asked for. `npm run bundle` writes them and prints their sizes. No file of core and
// functions does anything when it is loaded ("sideEffects": false in their package.json), so a bundle carries only the
// files that it uses, whatever door it imports them by.
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { readWords } from "./command-line.mjs";
import { installPackages, root } from "./prepare.mjs";

const ENTRIES = join(root, "packages/functions/src/lambda");
/** Shared modules, not functions. */
const SHARED = new Set(["dependencies.ts", "gateway-event.ts", "realtime.ts", "stream.ts"]);
/** Native modules, installed beside the bundle by the deployment. */
const OUTSIDE = ["@node-rs/argon2", "lmdb"];
/**
 * Used for credentials only where the environment has none; Lambda has them, and its runtime contains the SDK anyway.
 */
const NEVER_NEEDED = ["@aws-sdk/client-dynamodb"];
/** Some packages contain CommonJS that loads Node's modules by `require`. */
const BANNER = "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/**
 * Modules of the server that our configuration disables. A new process reads its whole bundle before it responds, and
 * these were half of it. If code loads one after all, it throws an explanation.
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

const SCHEMA = /[\\/]functions[\\/]src[\\/]api[\\/]generated[\\/]schema\.ts$/;

/** @returns the folder that contains `<function>/index.mjs` */
export async function bundleFunctions(outdir = join(root, "packages/functions/dist/lambda")) {
  const names = readdirSync(ENTRIES).filter((file) => file.endsWith(".ts") && !SHARED.has(file));
  await Promise.all(
    names.map((file) => bundleFunction(join(ENTRIES, file), join(outdir, basename(file, ".ts"), "index.mjs"))),
  );
  return outdir;
}

/** @param isBare bundles without our optimizations, as a baseline */
export async function bundleFunction(entry, outfile, { isBare = false } = {}) {
  const { build } = await import("esbuild");
  const later = new Set();
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
    // Escapes would make Chinese twice as long.
    charset: "utf8",
    mainFields: ["module", "main"],
    external: isBare ? [] : [...OUTSIDE, ...NEVER_NEEDED],
    banner: { js: BANNER },
    // Otherwise the GraphQL library runs its development-time type checks on every response.
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    plugins: isBare ? [] : [lean, besideIt(later)],
  });
  copyFonts(outfile);
  for (const path of later) await bundleFunction(path, join(dirname(outfile), besideName(path)));
}

/** A font is read from its package, as on every machine: its file is beside the bundle that names it. */
function copyFonts(outfile) {
  for (const [, font] of readFileSync(outfile, "utf8").matchAll(/"(@[\w-]+\/[\w-]+\/[\w/]+\.ttf)"/g))
    cpSync(join(root, "node_modules", font), join(dirname(outfile), "node_modules", font));
}

/** A file of ours that is imported by `import()` is bundled beside the function: a new process reads it only when it needs it. */
function besideIt(later) {
  return {
    name: "beside-it",
    setup(build) {
      build.onResolve({ filter: /^(\.|@pos\/).*\.ts$/ }, async ({ path, kind, resolveDir, importer }) => {
        if (kind !== "dynamic-import") return undefined;
        // As a static import, which this does not answer.
        const { path: file } = await build.resolve(path, { kind: "import-statement", resolveDir, importer });
        later.add(file);
        return { path: `./${besideName(file)}`, external: true };
      });
    },
  };
}

function besideName(path) {
  return `${basename(path, ".ts")}.mjs`;
}

/** A function never shows its schema, so it carries none of the texts that explain it. */
async function withoutDescriptions(schemaText) {
  const { parse, print, stripIgnoredCharacters, visit } = await import("graphql");
  const document = visit(parse(schemaText, { noLocation: true }), {
    enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
  });
  return stripIgnoredCharacters(print(document));
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
    // In an ES module bundle the package mistakes Node for a browser and hashes every document in JavaScript.
    build.onLoad({ filter: /./, namespace: "own-hashes" }, () => ({
      contents: 'export { createHash } from "node:crypto";',
    }));
    build.onLoad({ filter: SCHEMA }, async ({ path }) => {
      const [, literal = ""] = /^export const schemaText = (".*");$/m.exec(readFileSync(path, "utf8")) ?? [];
      const schemaText = await withoutDescriptions(JSON.parse(literal));
      return { contents: `export const schemaText = ${JSON.stringify(schemaText)};` };
    });
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
