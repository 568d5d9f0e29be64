// What has to be there before anything runs: the right Node, the packages, the bundle. Plain Node, since nothing is installed yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NEEDED = [20, 19];

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  stop(
    `Node ${NEEDED.join(".")} or newer is needed; this is Node ${process.versions.node}. Get it from nodejs.org, then run the same again.`,
  );
}

/**
 * Installs exactly what the lock file lists, once. `development` adds what only tests and developers need; `quiet` leaves
 * stdout to the program that runs afterwards.
 */
export async function installPackages({ development, quiet = false }) {
  if (isInstalled({ development })) return;
  const say = quiet ? console.error : console.log;
  say(`Installing packages (once${development ? ", with what the tests need" : ""}) ...`);
  const startedAt = Date.now();
  const progress = setInterval(() => {
    say(`Still installing ... ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 10_000);
  // npm must not treat what it installs as production because of a variable that happens to be set.
  const flags = ["ci", development ? "--include=dev" : "--omit=dev", "--no-audit", "--no-fund"];
  const code = await run("npm", flags, {
    shell: process.platform === "win32",
    ...(quiet ? { stdio: ["inherit", process.stderr, "inherit"] } : {}),
  }).finally(() => clearInterval(progress));
  if (code !== 0)
    stop("The packages could not be installed; npm says why above. Is there a network? Then run the same again.");
  writeFileSync(stampFile(), JSON.stringify({ lock: lockHash(), development }));
  say(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** Runs a program in the project's folder with this terminal as its own. Answers with its exit code. */
export function run(command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = endWithUs(spawn(command, parameters, { cwd: root, stdio: "inherit", ...options }));
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

const children = new Set();

/** A child does not outlive this process, unless that is killed without a word. */
export function endWithUs(child) {
  if (children.size === 0) {
    process.on("exit", endChildren);
    for (const [signal, end] of ENDS) process.on(signal, end);
  }
  children.add(child);
  child.once("close", () => {
    if (!children.delete(child) || children.size > 0) return;
    process.off("exit", endChildren);
    for (const [signal, end] of ENDS) process.off(signal, end);
  });
  return child;
}

/** @type {[NodeJS.Signals, () => never][]} */
const ENDS = [
  ["SIGTERM", () => process.exit(143)],
  ["SIGHUP", () => process.exit(129)],
];

function endChildren() {
  for (const child of children) child.kill("SIGTERM");
}

export function stop(message) {
  console.error(message);
  process.exit(1);
}

function isInstalled({ development }) {
  linkWorkspaces();
  if (isStamped({ development })) return true;
  if (!isInstalledByHand({ development })) return false;
  writeFileSync(stampFile(), JSON.stringify({ lock: lockHash(), development }));
  return true;
}

/** A workspace that is newer than the installed packages lacks no more than its link. */
export function linkWorkspaces() {
  const { packages = {} } = readJson(join(root, "package-lock.json")) ?? {};
  for (const [path, { link, resolved }] of Object.entries(packages)) {
    const target = join(root, path);
    if (link !== true || existsSync(target) || !existsSync(dirname(target))) continue;
    symlinkSync(
      process.platform === "win32" ? join(root, resolved) : relative(dirname(target), join(root, resolved)),
      target,
      "junction",
    );
  }
}

function isStamped({ development }) {
  const stamp = readJson(stampFile());
  return stamp?.lock === lockHash() && (stamp.development === true || !development);
}

/** npm keeps a lock file of what it installed: if it contains all of ours, npm was run by hand and nothing is left to do. */
function isInstalledByHand({ development }) {
  const installed = readJson(join(root, "node_modules", ".package-lock.json"))?.packages;
  const wanted = readJson(join(root, "package-lock.json"))?.packages;
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // Links are the workspaces' own, optional packages are other machines'.
    if (!path.includes("node_modules/") || entry.link || entry.optional || entry.devOptional || entry.peer) return true;
    if (entry.dev && !development) return true;
    return installed[path]?.version === entry.version && existsSync(join(root, path));
  });
}

function stampFile() {
  return join(root, "node_modules", ".installed.json");
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** One file for one process. Packages stay outside, since some are native; our own workspaces are TypeScript and go in. */
export async function bundleLocal({
  entry = "packages/host/src/main.ts",
  outfile = "packages/host/dist/host.mjs",
  pages = entry === "packages/host/src/main.ts",
} = {}) {
  const { build } = await import("esbuild");
  const target = join(root, outfile);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    outfile: target,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    write: false,
    logLevel: "error",
    plugins: [{ name: "packages-outside", setup: keepPackagesOutside }],
  });
  mkdirSync(dirname(target), { recursive: true });
  // Whole or not at all: another process may be starting from the same file.
  for (const { path, contents } of outputFiles) {
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, contents);
    renameSync(unfinished, path);
  }
  // What the code reads from beside itself.
  if (pages) {
    const { ensureGraphiql } = await import("./graphiql.mjs");
    await ensureGraphiql();
    cpSync(join(root, "packages/host/src/node/page"), join(dirname(target), "page"), { recursive: true });
  }
  return target;
}

const WEB = join(root, "packages/web");
/** What the pages are made from; anything else may change without a new build. */
const WEB_SOURCES = [
  "package-lock.json",
  "packages/core/src",
  "packages/messages/src",
  "packages/web/app",
  "packages/web/src",
  "packages/web/public",
  "packages/web/next.config.mjs",
  "packages/web/proxy.ts",
  "packages/web/tsconfig.json",
];
const BUILDS_KEPT = 2;
const BUILD_SECONDS_MAX = 180;

/**
 * Builds the dashboard, once for the sources as they stand. A build has a folder of its own named after them, so that one
 * that runs goes on while the next is made.
 */
export async function buildWeb() {
  const build = sourcesHash(WEB_SOURCES);
  const current = join(WEB, "dist/current.json");
  const isBuilt = () => readJson(current)?.build === build && existsSync(join(WEB, "dist", build, "BUILD_ID"));
  if (isBuilt()) return;
  const unlock = await lock(join(WEB, "dist/building"), isBuilt);
  if (unlock === undefined) return;
  console.log("Building the dashboard (once) ...");
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const progress = setInterval(() => console.log(`Still building ... ${seconds()} s`), 10_000);
  const log = [];
  try {
    const next = [join(root, "node_modules/next/dist/bin/next"), "build"];
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", POS_WEB_BUILD: build };
    const attempt = () => {
      log.length = 0;
      return runQuietly(process.execPath, next, { cwd: WEB, env, onText: (text) => log.push(text) });
    };
    let code = await attempt();
    // A killed process has left a build that still runs.
    while (code !== 0 && /Another next build process/.test(log.join("")) && seconds() < BUILD_SECONDS_MAX) {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      code = await attempt();
    }
    if (code !== 0) {
      console.error(log.join(""));
      stop("The dashboard could not be built; what the build said is above.");
    }
    writeFileSync(`${current}.${process.pid}`, JSON.stringify({ build }));
    renameSync(`${current}.${process.pid}`, current);
    removeOldBuilds(build);
    console.log(`Built in ${seconds()} s.`);
  } finally {
    clearInterval(progress);
    unlock();
  }
}

function sourcesHash(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const absolute = join(root, path);
    if (!existsSync(absolute)) return;
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).sort()) add(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0`).update(readFileSync(absolute)).update("\0");
  };
  for (const path of paths) add(path);
  return hash.digest("hex").slice(0, 16);
}

/** Only one process builds; the others wait for it. Undefined: meanwhile the work was done. */
async function lock(folder, isDone) {
  mkdirSync(dirname(folder), { recursive: true });
  for (;;) {
    if (isDone()) return undefined;
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, "process"), String(process.pid));
      const unlock = () => rmSync(folder, { recursive: true, force: true });
      process.once("exit", unlock);
      return unlock;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isLeft(folder)) rmSync(folder, { recursive: true, force: true });
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The lock's owner has ended without removing it. */
function isLeft(folder) {
  try {
    const owner = Number(readFileSync(join(folder, "process"), "utf8"));
    if (!(owner > 0)) return Date.now() - statSync(folder).mtimeMs > 5_000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // EPERM: it runs as another user. No file: the lock is just being made, unless it is old.
    if (error.code === "ENOENT") return existsSync(folder) && Date.now() - statSync(folder).mtimeMs > 5_000;
    return error.code === "ESRCH";
  }
}

function removeOldBuilds(current) {
  const folder = join(WEB, "dist");
  const builds = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== current)
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of builds.slice(BUILDS_KEPT - 1)) rmSync(join(folder, name), { recursive: true, force: true });
}

function runQuietly(command, parameters, { cwd, env, onText }) {
  return new Promise((resolve, reject) => {
    const child = endWithUs(spawn(command, parameters, { cwd, env, stdio: ["ignore", "pipe", "pipe"] }));
    child.stdout.on("data", (chunk) => onText(chunk.toString()));
    child.stderr.on("data", (chunk) => onText(chunk.toString()));
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

function keepPackagesOutside(build) {
  build.onResolve({ filter: /^@pos\// }, ({ path }) => {
    const [, workspace, ...rest] = path.split("/");
    return { path: join(root, "packages", workspace, "src", ...rest) };
  });
  build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    // On Windows an entry point starts with the letter of its drive.
    if (kind === "entry-point" || path.startsWith("@pos/")) return undefined;
    return { path, external: true };
  });
}
