import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { buildSync } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { STREAMED, type Subject } from "./support.ts";
import { tableConformance } from "./table.ts";

const KILLS = 5;
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "table-"));
  folders.push(folder);
  return folder;
}

async function openSubject(folder: string): Promise<Subject> {
  const engine = await openEmbeddedTable({ folder, streamFilter: STREAMED });
  return {
    table: engine.table,
    stream: engine.stream,
    isFiltered: true,
    close: () => engine.close(),
    reopen: async () => {
      await engine.close();
      return openSubject(folder);
    },
  };
}

tableConformance("embedded", async () => openSubject(await freshFolder()));

test("embedded: what was acknowledged before a SIGKILL is there, and transactions are there whole", async () => {
  const folder = await freshFolder();
  // Beside the packages, so that the child finds lmdb.
  const script = new URL(`./.writer-${process.pid}.mjs`, import.meta.url).pathname;
  const entryPoints = [new URL("./writer.ts", import.meta.url).pathname];
  buildSync({ entryPoints, bundle: true, platform: "node", format: "esm", external: ["lmdb"], outfile: script });
  const acknowledged: string[] = [];
  try {
    for (let round = 0; round < KILLS; round++) {
      acknowledged.push(
        ...(await killedWhileWriting(spawn("node", [script, folder, `round${round}`]), 150 + round * 70)),
      );
      const { table, close } = await openEmbeddedTable({ folder });
      for (const name of acknowledged) {
        const [first, second] = await table.batchGet([
          { pk: name, sk: "fact#1" },
          { pk: name, sk: "fact#2" },
        ]);
        expect(first?.name, name).toBe(name);
        expect(second?.name, name).toBe(name);
      }
      const marks = await table.query({ pk: `round${round}`, limit: 1000 });
      for (const { sk } of marks.items) expect(await table.get({ pk: sk, sk: "fact#2" })).toBeDefined();
      await close();
    }
  } finally {
    await rm(script);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
});

/** Lets the child acknowledge some writes, kills it and answers what it had acknowledged. */
async function killedWhileWriting(child: ChildProcess, acknowledgements: number): Promise<string[]> {
  if (child.stdout === null) throw new Error("The child has no output");
  const names: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    names.push(line);
    if (names.length === acknowledgements) child.kill("SIGKILL");
  }
  // The last line may have been cut by the kill.
  return names.filter((name) => name.endsWith("."));
}

test("embedded: what is expired is purged, up to a limit, and what was prolonged stays", async () => {
  const engine = await openEmbeddedTable({ folder: await freshFolder(), streamFilter: STREAMED });
  const put = (sk: string, ttl: number) => engine.table.write({ op: "put", item: { pk: "a", sk, ttl } });
  await Promise.all([put("fact#1", 10), put("fact#2", 20), put("fact#3", 30), put("fact#4", 5_000_000_000)]);
  await engine.table.write({ op: "update", key: { pk: "a", sk: "fact#2" }, add: { ttl: 100 } });
  expect(await engine.purgeExpired(9, 10)).toBe(0);
  expect(await engine.purgeExpired(30, 1)).toBe(1);
  expect(await engine.purgeExpired(30, 10)).toBe(1);
  expect(await engine.purgeExpired(30, 10)).toBe(0);
  const left = await engine.table.query({ pk: "a", limit: 10 });
  expect(left.items.map((item) => item.sk)).toEqual(["fact#2", "fact#4"]);
  await engine.close();
});

test("embedded: checkpoints, settings and the count of changes outlive a trimmed and reopened log", async () => {
  const folder = await freshFolder();
  const first = await openEmbeddedTable({ folder, streamFilter: STREAMED });
  for (let index = 0; index < 5; index++)
    await first.table.write({ op: "put", item: { pk: "a", sk: `fact#${index}` } });
  const { checkpoint } = await first.stream.read(undefined, 100);
  first.saveCheckpoint("reader", checkpoint);
  await first.putMeta("format", "1");
  await first.trimChanges(checkpoint);
  expect((await first.stream.read(undefined, 100)).changes).toEqual([]);
  await first.close();
  const second = await openEmbeddedTable({ folder, streamFilter: STREAMED });
  expect(second.loadCheckpoint("reader")).toBe(checkpoint);
  expect(second.getMeta("format")).toBe("1");
  await second.table.write({ op: "put", item: { pk: "a", sk: "fact#new" } });
  const { changes } = await second.stream.read(second.loadCheckpoint("reader"), 100);
  expect(changes.map((change) => change.key.sk)).toEqual(["fact#new"]);
  await second.close();
});

test("embedded: a backup taken while writing opens as a whole table", async () => {
  const engine = await openEmbeddedTable({ folder: await freshFolder() });
  const put = (index: number) => engine.table.write({ op: "put", item: { pk: "a", sk: `${index}` } });
  await Promise.all(Array.from({ length: 100 }, (_, index) => put(index)));
  const target = join(await freshFolder(), "copy");
  const [, ...results] = await Promise.all([
    engine.backup(target),
    ...Array.from({ length: 100 }, (_, index) => put(100 + index)),
  ]);
  expect(results.every((result) => result.ok)).toBe(true);
  await engine.close();
  const copy = await openEmbeddedTable({ folder: target });
  expect((await copy.table.query({ pk: "a", limit: 1000 })).items.length).toBeGreaterThanOrEqual(100);
  await copy.close();
});

test("embedded: a closed table refuses as unavailable", async () => {
  const engine = await openEmbeddedTable({ folder: await freshFolder() });
  const writing = engine.table.write({ op: "put", item: { pk: "a", sk: "b" } });
  await engine.close();
  expect(await writing).toEqual({ ok: true });
  const outcome = { name: "TableUnavailable", outcome: "none" };
  await expect(engine.table.write({ op: "put", item: { pk: "a", sk: "c" } })).rejects.toMatchObject(outcome);
  await expect(engine.table.get({ pk: "a", sk: "b" })).rejects.toMatchObject(outcome);
});

test("embedded: yields before each page of an index", async () => {
  const { table, close } = await openEmbeddedTable({ folder: await freshFolder() });
  for (let count = 0; count < 30; count++)
    await table.write({ op: "put", item: { pk: `p${count}`, sk: "s", gsi1pk: "all", gsi1sk: `${count}` } });
  let [turns, pages] = [0, 0];
  let next = setImmediate(work);
  function work(): void {
    turns++;
    next = setImmediate(work);
  }
  let after: string | undefined;
  do {
    const page = await table.queryIndex({ index: "gsi1", pk: "all", limit: 3, ...(after ? { after } : {}) });
    after = page.next;
    pages++;
  } while (after !== undefined);
  clearImmediate(next);
  expect(pages).toBe(10);
  expect(turns).toBeGreaterThanOrEqual(pages);
  await close();
});
