import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../support/processes.ts";

/** The Dockerfile without Docker: what it copies exists, and the result starts with its command. */
const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8").replaceAll("\\\n", " ");
const [, building = "", running = ""] = dockerfile.split(/^FROM .*$/m);
const scratch = mkdtempSync(join(tmpdir(), "pos-image-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const linesOf = (stage: string, word: string) =>
  [...stage.matchAll(new RegExp(`^${word} (.*)$`, "gm"))].map((match) => present(match[1], word));
const listIn = (line: string | undefined) => JSON.parse(present(/\[.*\]/.exec(line ?? "")?.[0], "a list")) as string[];
/** Into the image that runs. */
const copied = linesOf(running, "COPY").map((line) => present(/^--from=build \/app\/(\S+) (\S+)$/.exec(line), line)[1]);

test("what goes into the image is in the project and is not kept out", () => {
  const ignored = readFileSync(join(root, ".dockerignore"), "utf8").split("\n");
  const sources = linesOf(building, "COPY").flatMap((line) => line.split(" ").slice(0, -1));
  expect(sources.length).toBeGreaterThan(5);
  for (const source of sources) {
    expect([source, existsSync(join(root, source))]).toEqual([source, true]);
    expect(ignored).toContain(`!${source.split("/")[0]}`);
  }
  const workspaces = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { workspaces: string[] })
    .workspaces;
  for (const workspace of workspaces) {
    expect(sources).toContain(`${workspace}/package.json`);
    expect(copied).toContain(`${workspace}/package.json`);
  }
});

test("runs as an unprivileged user, keeps its data in a volume and has a health check", () => {
  expect(linesOf(running, "USER")).toEqual(["node"]);
  expect(running.indexOf("\nUSER ")).toBeGreaterThan(running.lastIndexOf("\nCOPY "));
  expect(linesOf(running, "VOLUME")).toEqual(["/data"]);
  expect(linesOf(running, "EXPOSE")).toEqual(["4000"]);
  expect(linesOf(running, "HEALTHCHECK")[0]).toContain("scripts/health.mjs");
});

const environment = Object.fromEntries(
  linesOf(running, "ENV").flatMap((line) => line.split(" ").map((pair) => pair.split("=") as [string, string])),
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

function start(words: readonly string[], more: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, words, {
    cwd: scratch,
    env: { PATH: process.env.PATH ?? "", ...environment, POS_DATA_DIR: join(scratch, "data"), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const see = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", see);
  child.stderr.on("data", see);
  const exited = new Promise<number | string>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal ?? "")),
  );
  return { child, exited, output: () => text };
}

beforeAll(async () => {
  const words = `import("./scripts/prepare.mjs").then(({ bundleLocal }) => bundleLocal())`;
  const bundling = spawn(process.execPath, ["-e", words], { cwd: root });
  expect(await new Promise((resolve) => bundling.once("exit", resolve))).toBe(0);
  for (const path of copied) {
    const [from, to] = [join(root, present(path, "a path")), join(scratch, present(path, "a path"))];
    mkdirSync(dirname(to), { recursive: true });
    // The dashboard is built by the tests that look at it.
    if (!existsSync(from)) continue;
    if (statSync(from).isDirectory()) symlinkSync(from, to);
    else cpSync(from, to);
  }
}, 60_000);

const program = [...listIn(linesOf(running, "ENTRYPOINT")[0]).slice(1), ...listIn(linesOf(running, "CMD")[0])];

test("what the image holds starts, is well, and stops when asked to", async () => {
  const port = String(await freePort());
  const host = start(program, { PORT: port, HOST: "127.0.0.1" });
  const check = listIn(linesOf(running, "HEALTHCHECK")[0]).slice(1);
  const isWell = async () => (await start(check, { PORT: port }).exited) === 0;
  const end = performance.now() + 30_000;
  while (!(await isWell()) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(host.output()).toContain("Stop with Ctrl+C");
  expect(await isWell()).toBe(true);
  host.child.kill("SIGTERM");
  expect(await host.exited).toBe(0);
  expect(await isWell()).toBe(false);
}, 60_000);

test("warns with what to do when nothing encrypts incoming requests", async () => {
  const host = start(program, { PORT: "0" });
  expect(await host.exited).toBe(1);
  expect(host.output()).toContain("TRUST_PROXY=on");
});
