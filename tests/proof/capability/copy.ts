import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** What is installed, built or recorded, and no source. */
const NOT_COPIED = new Set([
  ...["node_modules", ".git", "dist", "coverage", "screenshots"],
  ...[".data", ".sst", ".next", ".open-next"],
]);

/** The project without what is built, in a folder of its own, over the packages that are installed here. */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pos-capability-"));
  await cp(ROOT, folder, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "@pos"), { recursive: true });
  // Not the folder as a whole: it links our own packages, which must be those of the copy, and caches of the test runner.
  for (const name of await readdir(join(ROOT, "node_modules")))
    if (name !== "@pos" && !/^\.(vite|cache)/.test(name))
      await symlink(join(ROOT, "node_modules", name), join(modules, name));
  for (const name of await readdir(join(folder, "packages")))
    await symlink(join(folder, "packages", name), join(modules, "@pos", name));
  return folder;
}

interface Outcome {
  readonly code: number | null;
  /** What it wrote, to both streams. */
  readonly text: string;
}

const MILLISECONDS_MAX = 240_000;

/** Runs a program in the copy, in a group of its own, so that all of it ends when it takes too long. */
export async function run(folder: string, command: string, ...words: readonly string[]): Promise<Outcome> {
  // The copy may lie within a repository, which git would take for its own.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) };
  const child = spawn(command, words, { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const cut = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), MILLISECONDS_MAX);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearTimeout(cut);
  return { code, text: Buffer.concat(chunks).toString() };
}
