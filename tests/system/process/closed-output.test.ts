import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { homeOf, root, startHost, stopHost } from "../../support/processes.ts";

/** A command whose output is closed, as by `| head -1`, ends, and so does every process that it started. */
const home = homeOf("closed-output");
const folder = join(home, "shop");
beforeAll(async () => {
  const host = await startHost(folder);
  expect(await stopHost(host)).toBe(0);
});

const SECONDS_MAX = 150;
const RUN = ["npm", "run", "-s"];
const GRACE_MILLISECONDS = 15_000;
/** All descendants inherit it, also those whose parents are gone. */
const MARK = "POS_TEST_MARK";

const started = new Set<string>();
afterEach(() => {
  for (const mark of started) for (const { pid } of marked(mark)) endProcess(pid);
  started.clear();
});

/** Processes that carry a mark and are no zombies. */
function marked(mark: string): { readonly pid: number; readonly command: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const isOurs = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`${MARK}=${mark}`);
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return isOurs && command !== "" ? [{ pid: Number(pid), command }] : [];
      } catch {
        // It ended meanwhile, or is another user's.
        return [];
      }
    });
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}

interface Closed {
  /** What still runs afterwards. */
  readonly survivors: readonly string[];
  readonly code: number | string;
  readonly stderr: string;
}

interface Closing {
  readonly words: readonly string[];
  /** The output is closed when this has come. */
  readonly until: RegExp;
  /** Makes it write once more, where it would be silent. */
  readonly poke?: (output: string) => Promise<unknown>;
}

/** Runs a command on the shop, reads a little, closes the output, and waits until it has ended. */
async function closedOutput({ words, until, poke }: Closing): Promise<Closed> {
  const mark = randomUUID();
  started.add(mark);
  const [program = "", ...parameters] = words;
  const child = spawn(program, parameters, {
    cwd: root,
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", POS_DATA_DIR: folder, [MARK]: mark },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const exited = new Promise<number | string>((resolve) => child.once("exit", (code, by) => resolve(code ?? by ?? "")));
  const output = await outputOf(child, until);
  expect(output).toMatch(until);
  child.stdout.destroy();
  await poke?.(output);
  const tooLong = new Promise<string>((resolve) =>
    setTimeout(() => resolve("it goes on"), SECONDS_MAX * 1_000).unref(),
  );
  const code = await Promise.race([exited, tooLong]);
  const deadline = Date.now() + GRACE_MILLISECONDS;
  while (marked(mark).length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
  return { survivors: marked(mark).map(({ command }) => command), code, stderr: stderr.slice(-500) };
}

function outputOf({ stdout }: ChildProcess, until: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (until.test(text)) resolve(text);
    });
    stdout?.once("end", () => resolve(text));
  });
}

/** A request is a line of the log. */
async function request(output: string): Promise<void> {
  const url = /http:\/\/[\d.]+:\d+\/graphql/.exec(output)?.[0] ?? "";
  await fetch(url, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
}

const ALL = { timeout: 2 * SECONDS_MAX * 1_000 };

describe.runIf(process.platform === "linux")("the output is closed while it runs", () => {
  test.each<readonly [name: string, closing: Closing]>([
    ["npm start, at once", { words: ["npm", "start", "--silent"], until: /\n/ }],
    ["npm start, when it serves", { words: ["npm", "start", "--silent"], until: /Stop with Ctrl\+C/, poke: request }],
    ["pos demo", { words: [...RUN, "pos", "--", "demo", "--every", "1"], until: /terminals sell/ }],
    ["bench, at once", { words: [...RUN, "bench", "--", "--quick"], until: /"case":"units"/ }],
    ["bench, while it measures", { words: [...RUN, "bench", "--", "--quick"], until: /"case":"growth"/ }],
    ["kills", { words: [...RUN, "kills", "--", "--terminals", "3", "--load", "50"], until: /The shop is open/ }],
    ["bundle", { words: [...RUN, "bundle"], until: /"function"/ }],
  ])("%s: ends with all that it started", ALL, async (_name, closing) => {
    expect(await closedOutput(closing)).toMatchObject({ survivors: [], code: expect.any(Number) });
  });

  test("pos demo: ends where another process has locked the folder, which serves on", ALL, async () => {
    const host = await startHost(folder);
    const closed = await closedOutput({
      words: [...RUN, "pos", "--", "demo", "--every", "1"],
      until: /terminals sell/,
    });
    expect(closed).toMatchObject({ survivors: [], code: 1 });
    expect((await fetch(`${host.url}/health`)).status).toBe(200);
    expect(await stopHost(host)).toBe(0);
  });
});

const COMMANDS = [
  ...[
    "attacks",
    "bench",
    "bench:signing",
    "bench:terminal",
    "bundle",
    "codegen",
    "codegen:check",
    "coldstart",
    "dev:web",
    "infra:check",
    "kills",
    "local:dynamodb",
    "measure:pages",
    "model",
    "pos",
    "screenshots",
  ],
  ...["start", "test", "tidy", "web:cloud"],
];

describe("the words behind a command", () => {
  test("every command of ours is tried, and those of others explain themselves", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
    const own = Object.entries(scripts).filter(([, command]) => /^node /.test(String(command)));
    expect(new Set(own.map(([name]) => name))).toEqual(new Set(COMMANDS));
  });

  test.each(COMMANDS)("%s: --help explains it and ends with 0", async (name) => {
    const { code, stdout } = await ran([...RUN, name, "--", "--help"]);
    expect(stdout).toMatch(/^Usage: npm /);
    expect(code).toBe(0);
  });

  // A word without a dash is a page's name, and `npm test` hands its options to vitest.
  test.each(COMMANDS.filter((name) => name !== "test"))("%s: an unknown option ends with 2", async (name) => {
    const { code, stderr } = await ran([...RUN, name, "--", "--nonsense"]);
    expect(stderr).toContain("--nonsense");
    expect(code).toBe(2);
  });

  test.each([
    ["bench", "--only", "nothing"],
    ["kills", "--kills", "many"],
    ["kills", "--terminals", "0"],
    ["model", "--terminals", "x"],
    ["local:dynamodb", "port"],
  ])("%s %s %s: ends with 2", async (name, ...words) => {
    const { code } = await ran([...RUN, name, "--", ...words.filter(Boolean)]);
    expect(code).toBe(2);
  });
});

function ran(words: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const [program = "", ...parameters] = words;
  const child = spawn(program, parameters, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, stdout, stderr })));
}
