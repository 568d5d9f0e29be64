import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bundleFunctions } from "../bundle.mjs";
import { root, run } from "../prepare.mjs";

/**
 * `node scripts/infra/bundles.mjs <folder>`: writes the functions as they are uploaded, `<folder>/<function>`. Those
 * that hash passwords need a native module, which is installed for Lambda's platform.
 */
const NATIVE = "@node-rs/argon2";
const [outdir] = process.argv.slice(2);
if (outdir === undefined) throw new Error("Say where to: node scripts/infra/bundles.mjs <folder>");

rmSync(outdir, { recursive: true, force: true });
await bundleFunctions(outdir);

const { version } = JSON.parse(readFileSync(join(root, "node_modules", NATIVE, "package.json"), "utf8"));
const native = join(outdir, "../native");
const machine = ["--os=linux", "--cpu=arm64", "--libc=glibc"];
if (!existsSync(join(native, "node_modules", `${NATIVE}-linux-arm64-gnu`))) {
  mkdirSync(native, { recursive: true });
  const options = ["--prefix", native, "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"];
  const code = await run("npm", ["install", ...options, ...machine, `${NATIVE}@${version}`], { cwd: native });
  if (code !== 0) process.exit(code);
}
for (const name of readdirSync(outdir)) {
  const text = readFileSync(join(outdir, name, "index.mjs"), "utf8");
  if (!text.includes(`"${NATIVE}"`)) continue;
  for (const part of [NATIVE, `${NATIVE}-linux-arm64-gnu`])
    cpSync(join(native, "node_modules", part), join(outdir, name, "node_modules", part), { recursive: true });
}
