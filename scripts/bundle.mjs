// The functions as they are deployed: one minified file each. `npm run bundle` writes them and says how big they are.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { installPackages, root } from "./prepare.mjs";

const ENTRIES = join(root, "packages/functions/src/lambda");
/** Not functions: what they share. */
const SHARED = new Set(["parts.ts", "stream.ts"]);
/** Native, and installed beside the bundle by the deployment. */
const OUTSIDE = ["@node-rs/argon2", "lmdb"];
/** Some packages are CommonJS inside and ask for Node's own modules by `require`. */
const BANNER = "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);";

/** @returns the folder that holds `<function>/index.mjs` */
export async function bundleFunctions(outdir = join(root, "packages/functions/dist/lambda")) {
  const { build } = await import("esbuild");
  const names = readdirSync(ENTRIES).filter((file) => file.endsWith(".ts") && !SHARED.has(file));
  await Promise.all(
    names.map((file) =>
      build({
        absWorkingDir: root,
        entryPoints: [join(ENTRIES, file)],
        outfile: join(outdir, basename(file, ".ts"), "index.mjs"),
        bundle: true,
        minify: true,
        keepNames: true,
        platform: "node",
        format: "esm",
        target: "node22",
        mainFields: ["module", "main"],
        external: OUTSIDE,
        banner: { js: BANNER },
        logLevel: "error",
      }),
    ),
  );
  return outdir;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await installPackages({ development: true });
  const outdir = await bundleFunctions();
  for (const name of readdirSync(outdir)) {
    const file = join(outdir, name, "index.mjs");
    const compressed = gzipSync(readFileSync(file)).length;
    console.log(JSON.stringify({ function: name, bytes: statSync(file).size, compressedBytes: compressed }));
  }
}
