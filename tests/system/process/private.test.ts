import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, lastLineOf, pos, type Started, startHost, startWords, stopHost } from "../../support/processes.ts";

/** What other users of the machine can do to a data folder and what lies around it. */
const home = homeOf("private");
const isRoot = process.getuid?.() === 0;
const OTHER_USER = 65534;

/** Every file and folder with rights for others than its owner. */
function openOnes(folder: string): string[] {
  const found: string[] = [];
  for (const path of [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))]) {
    const { mode } = lstatSync(path);
    if (!lstatSync(path).isSymbolicLink() && (mode & 0o077) !== 0) found.push(`${path} ${(mode & 0o777).toString(8)}`);
  }
  return found;
}

/** By its path: the folders that PATH names may be closed to the other user. */
function asOtherUser(...words: readonly [string, ...string[]]) {
  const [program, ...rest] = words;
  return spawnSync(join("/bin", program), rest, { uid: OTHER_USER, gid: OTHER_USER, encoding: "utf8" });
}

const mask = process.umask();
beforeAll(() => {
  chmodSync(home, 0o755);
  // What most systems start programs with.
  process.umask(0o022);
});
afterAll(() => {
  process.umask(mask);
});

describe("A13: the data folder", () => {
  test("is private with everything in it when the folder and its table were open to all before", async () => {
    const folder = join(home, "open");
    mkdirSync(folder, { mode: 0o755 });
    mkdirSync(join(folder, "table"), { mode: 0o777 });
    chmodSync(join(folder, "table"), 0o777);
    const first = await startHost(folder);
    expect(openOnes(folder)).toEqual([]);
    await stopHost(first);
    const table = join(folder, "table");
    for (const name of readdirSync(table)) chmodSync(join(table, name), 0o666);
    for (const path of [folder, table]) chmodSync(path, 0o777);
    writeFileSync(join(folder, "shop-credentials.json"), "{}", { mode: 0o644 });
    const host = await startHost(folder);
    expect(openOnes(folder)).toEqual([]);
    if (isRoot) {
      expect(asOtherUser("cat", join(table, "data.mdb")).stderr).toContain("Permission denied");
      expect(asOtherUser("ls", folder).stderr).toContain("Permission denied");
    }
    expect(await stopHost(host)).toBe(0);
  });

  test.runIf(isRoot)("is refused in one sentence when it belongs to another user", async () => {
    const folder = join(home, "foreign");
    mkdirSync(folder);
    chownSync(folder, OTHER_USER, OTHER_USER);
    const host = await startHost(folder);
    expect(await host.exited).toBe(1);
    expect(host.output().trim()).toMatch(
      /^The data folder .* belongs to another user \(65534; this is 0\).*POS_DATA_DIR/,
    );
    expect(host.output().trim().split("\n")).toHaveLength(1);
    const { code, stderr } = await pos(folder, "restore", join(home, "none"));
    expect([code, stderr]).toEqual([1, expect.stringContaining("belongs to another user")]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("backup, restore, export: write private files when the target was open to all or was planted", async () => {
    const folder = join(home, "copied");
    const host = await startHost(folder);
    const backup = join(home, "backup");
    mkdirSync(backup, { mode: 0o777 });
    expect((await pos(folder, "backup", backup)).code).toBe(0);
    expect(openOnes(backup)).toEqual([]);
    const file = join(home, "all.jsonl");
    const elsewhere = join(home, "elsewhere");
    writeFileSync(elsewhere, "untouched", { mode: 0o666 });
    symlinkSync(elsewhere, `${file}.partial`);
    expect((await pos(folder, "export", file)).code).toBe(0);
    expect(lstatSync(file).mode & 0o777).toBe(0o600);
    expect(lstatSync(file).isSymbolicLink()).toBe(false);
    expect(readFileSync(elsewhere, "utf8")).toBe("untouched");
    await stopHost(host);
    const restored = join(home, "restored");
    mkdirSync(restored, { mode: 0o777 });
    expect((await pos(restored, "restore", backup)).code).toBe(0);
    expect(openOnes(restored)).toEqual([]);
    expect(lastLineOf((await pos(restored, "verify")).stdout)).toBe("0 differences");
    expect(openOnes(restored)).toEqual([]);
  });

  test("the image makes /data for its user alone", () => {
    expect(readFileSync(new URL("../../../Dockerfile", import.meta.url), "utf8")).toContain(
      "RUN mkdir -m 700 /data &&",
    );
  });
});

describe("the control socket", () => {
  let host: Started;
  const folder = join(home, "socket");
  beforeAll(async () => {
    host = await startHost(folder);
  });

  test("is in a folder that no other user can name before or enter after the start", async () => {
    const socket = readFileSync(join(folder, "socket"), "utf8");
    expect(readlinkSync(join(folder, "lock"))).toBe(socket);
    expect(basename(dirname(socket))).toMatch(/^pos-lock-\w{6}$/);
    expect(lstatSync(dirname(socket)).mode & 0o777).toBe(0o700);
    expect(lstatSync(socket).mode & 0o777).toBe(0o600);
    if (isRoot) expect(asOtherUser("ls", dirname(socket)).stderr).toContain("Permission denied");
    // Nothing in the shared folder has a name that follows from the data folder's.
    const hash = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24);
    expect(readdirSync(tmpdir()).filter((name) => name.includes(hash))).toEqual([]);
  });

  test("goes with its folder when the host stops, and when the next start finds the rest of a killed one", async () => {
    const before = dirname(readFileSync(join(folder, "socket"), "utf8"));
    host.child.kill("SIGKILL");
    await host.exited;
    expect(existsSync(before)).toBe(true);
    const next = await startHost(folder);
    expect(existsSync(before)).toBe(false);
    const after = dirname(readFileSync(join(folder, "socket"), "utf8"));
    const rival = await startHost(folder);
    expect([await rival.exited, rival.output()]).toEqual([1, expect.stringContaining("Another process runs")]);
    expect(lastLineOf((await startWords(folder, [process.execPath, "scripts/pos.mjs", "verify"]).ran).stdout)).toBe(
      "0 differences",
    );
    expect(await stopHost(next)).toBe(0);
    expect(existsSync(after)).toBe(false);
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });
});
