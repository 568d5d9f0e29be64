import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedTable, openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import type { MigrationStep } from "@pos/functions/jobs/migrate/migrate.ts";
import { bringToFormat, FORMAT } from "@pos/host/single/format.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { homeOf, lastLineOf, pos, startHost, stopHost } from "../../support/processes.ts";

/** The format number of a data folder: what a newer, an older and a half upgraded folder meet. */
const home = homeOf("format");
const shop = join(home, "shop");

async function withTable<T>(folder: string, work: (engine: EmbeddedTable) => T | Promise<T>): Promise<T> {
  const engine = await openEmbeddedTable({ folder: join(folder, "table") });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

const formatOf = (folder: string) => withTable(folder, (engine) => engine.getMeta("format"));

describe("format: a folder", () => {
  beforeAll(async () => {
    await stopHost(await startHost(shop));
  });

  test("a new folder has this program's format and an id", async () => {
    expect(await formatOf(shop)).toBe(String(FORMAT));
    expect(readFileSync(join(shop, "id"), "utf8")).toMatch(/^[0-9a-f]{32}$/);
  });

  test("an older one is brought up to date by the host and by a command: format 1 had no id", async () => {
    for (const start of ["host", "command"]) {
      rmSync(join(shop, "id"));
      await withTable(shop, (engine) => engine.putMeta("format", "1"));
      if (start === "host") await stopHost(await startHost(shop));
      else expect(lastLineOf((await pos(shop, "verify")).stdout)).toBe("0 differences");
      expect(await formatOf(shop)).toBe(String(FORMAT));
      expect(existsSync(join(shop, "id"))).toBe(true);
    }
  });

  test.each([
    [String(FORMAT + 1), /and this program knows formats up to \d+: run the newer program that wrote it\.$/],
    ["0", /has format 0, which no program can bring up to date\.$/],
    ["next", /has format "next", which is no format number\.$/],
  ])("format %s is refused in a sentence, and nothing is changed", async (format, sentence) => {
    const before = await formatOf(shop);
    await withTable(shop, (engine) => engine.putMeta("format", format));
    const host = await startHost(shop);
    expect(await host.exited).toBe(1);
    expect(host.output().trim()).toMatch(sentence);
    expect(host.output().trim().split("\n")).toHaveLength(1);
    const { code, stdout, stderr } = await pos(shop, "verify");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim()).toMatch(sentence);
    expect(await formatOf(shop)).toBe(format);
    await withTable(shop, (engine) => engine.putMeta("format", String(before)));
  });
});

describe("format: an upgrade", () => {
  test("goes step by step, and one that was cut short goes on where it was", async () => {
    const ran: string[] = [];
    let isPowered = false;
    const step = (from: number): MigrationStep => ({
      from,
      phase: "backfill",
      name: `step ${from}`,
      run: async () => {
        if (from === 11 && !isPowered) throw new Error("the power went");
        ran.push(`step ${from}`);
      },
    });
    const known = { steps: [step(10), step(11), step(12)], format: 13 };
    const logged: unknown[] = [];
    const upgrade = () =>
      withTable(shop, (engine) => bringToFormat({ path: shop, engine }, (line) => logged.push(line.step), known));
    await withTable(shop, (engine) => engine.putMeta("format", "10"));
    await expect(upgrade()).rejects.toThrow("the power went");
    expect([ran, await formatOf(shop)]).toEqual([["step 10"], "11"]);
    isPowered = true;
    await upgrade();
    await upgrade();
    expect([ran, await formatOf(shop)]).toEqual([["step 10", "step 11", "step 12"], "13"]);
    expect(logged).toEqual(["step 10", "step 11", "step 11", "step 12"]);
  });
});
