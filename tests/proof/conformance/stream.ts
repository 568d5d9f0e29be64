import { createRandom } from "@pos/core/table/memory/table.ts";
import type { Change, Write } from "@pos/core/table/port/port.ts";
import { expect, test } from "vitest";
import { type Context, eventually, freshPk, readStream } from "./support.ts";

const ITEMS = 12;
const WRITES = 150;

export function streamTests(context: Context): void {
  test("table: the stream delivers every item's changes in order, up to the last, deletes too", async () => {
    const { table, stream } = context.subject();
    const pk = freshPk();
    const last = await writeVersions(context, pk);
    await eventually(async () => {
      const { changes } = await readStream(stream, pk);
      const folded = fold(changes);
      expect(folded).toEqual(last);
    });
    for (const [sk, version] of last) {
      expect((await table.get({ pk, sk }))?.version).toBe(version);
    }
  });

  test("table: a reader resumes from any checkpoint and misses nothing", async () => {
    const { stream } = context.subject();
    const pk = freshPk();
    const before = await readStream(stream, pk);
    const last = await writeVersions(context, pk);
    await eventually(async () => {
      const resumed = await readStream(stream, pk, before.checkpoint);
      expect(fold(resumed.changes)).toEqual(last);
      // Asking again with the older checkpoint gives everything behind it again.
      const again = await readStream(stream, pk, before.checkpoint);
      expect(fold(again.changes)).toEqual(last);
      const nothing = await readStream(stream, pk, resumed.checkpoint);
      expect(nothing.changes).toEqual([]);
    });
    const { checkpoint } = await readStream(stream, pk, before.checkpoint);
    await context.reopen();
    const { table: reopened, stream: continued } = context.subject();
    await reopened.write({ op: "put", item: { pk, sk: "fact#new", version: 1 } });
    await eventually(async () => {
      const { changes } = await readStream(continued, pk, checkpoint);
      const fresh = changes.filter((change) => change.key.sk === "fact#new");
      expect(fresh[0]).toEqual({ key: { pk, sk: "fact#new" }, item: { pk, sk: "fact#new", version: 1 } });
    });
  });

  test("table: a filtered stream has only sort keys with its prefixes", async () => {
    const { table, stream, isFiltered } = context.subject();
    const pk = freshPk();
    const sortKeys = ["fact#1", "entry#1", "balance#1", "fac", "xfact#"];
    await table.transact(sortKeys.map((sk): Write => ({ op: "put", item: { pk, sk } })));
    await eventually(async () => {
      const { changes } = await readStream(stream, pk);
      const streamed = new Set(changes.map((change) => change.key.sk));
      expect(streamed).toEqual(new Set(isFiltered === true ? ["fact#1", "entry#1"] : sortKeys));
    });
  });

  test("table: a refused write and a transaction that did nothing are no changes", async () => {
    const { table, stream } = context.subject();
    const pk = freshPk();
    const condition = { is: "present" } as const;
    await table.write({ op: "put", item: { pk, sk: "fact#1" }, if: condition });
    await table.transact([
      { op: "put", item: { pk, sk: "fact#2" } },
      { op: "put", item: { pk, sk: "fact#3" }, if: condition },
    ]);
    await table.write({ op: "put", item: { pk, sk: "fact#4" } });
    await eventually(async () => {
      const { changes } = await readStream(stream, pk);
      expect(new Set(changes.map((change) => change.key.sk))).toEqual(new Set(["fact#4"]));
    });
  });

  test("table: a listener hears of a commit and not after it stopped", async () => {
    const { table, stream } = context.subject();
    if (stream.onChange === undefined) return;
    const pk = freshPk();
    let heard = 0;
    const stop = stream.onChange(() => {
      heard += 1;
    });
    await table.write({ op: "put", item: { pk, sk: "fact#1" } });
    await eventually(async () => expect(heard).toBeGreaterThan(0));
    stop();
    const before = heard;
    await table.write({ op: "put", item: { pk, sk: "fact#2" } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toBe(before);
  });
}

/** Several items, each through its versions and some deletions; returns the last version of each (undefined if deleted). */
async function writeVersions(context: Context, pk: string): Promise<Map<string, number | undefined>> {
  const { table } = context.subject();
  const random = createRandom(7);
  const last = new Map<string, number | undefined>();
  for (let version = 1; version <= WRITES; version++) {
    const sk = `fact#${Math.floor(random() * ITEMS)}`;
    const isDeleted = last.get(sk) !== undefined && random() < 0.2;
    const write: Write = isDeleted ? { op: "delete", key: { pk, sk } } : { op: "put", item: { pk, sk, version } };
    if (version % 2 === 0) await table.write(write);
    else await table.transact([write]);
    last.set(sk, isDeleted ? undefined : version);
  }
  return last;
}

/** What a reader believes at the end; refuses versions that go back. */
function fold(changes: readonly Change[]): Map<string, number | undefined> {
  const latest = new Map<string, number | undefined>();
  const highest = new Map<string, number>();
  for (const { key, item } of changes) {
    const version = item === undefined ? undefined : Number(item.version);
    latest.set(key.sk, version);
    if (version === undefined) continue;
    expect(version, `${key.sk} goes back`).toBeGreaterThanOrEqual(highest.get(key.sk) ?? 0);
    highest.set(key.sk, version);
  }
  return latest;
}
