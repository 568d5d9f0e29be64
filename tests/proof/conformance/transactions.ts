import type { Write } from "@pos/core/table/port/port.ts";
import { expect, test } from "vitest";
import { allItems, type Context, expectLimit, freshPk } from "./support.ts";
import { itemOf } from "./writes.ts";

export function transactionTests(context: Context): void {
  resultTests(context);
  isolationTests(context);
  limitTests(context);
}

function resultTests(context: Context): void {
  test("table: a transaction does all its writes", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const sold = { pk, sk: "sold", version: 1 };
    const old = { pk, sk: "old" };
    await table.write({ op: "put", item: sold });
    await table.write({ op: "put", item: old });
    const result = await table.transact([
      { op: "check", key: sold, if: { is: "equal", to: { version: 1 } } },
      { op: "put", item: { pk, sk: "new" }, if: { is: "absent" } },
      { op: "update", key: { pk, sk: "count" }, add: { n: 2 } },
      { op: "delete", key: old, if: { is: "present" } },
    ]);
    expect(result).toEqual({ ok: true });
    expect(await allItems(table, { pk, limit: 10 })).toEqual([{ pk, sk: "count", n: 2 }, { pk, sk: "new" }, sold]);
  });

  test("table: a refused transaction names the reason of each write in order and does nothing", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const stored = { pk, sk: "b", version: 1 };
    await table.write({ op: "put", item: stored });
    const result = await table.transact([
      { op: "put", item: { pk, sk: "a" } },
      { op: "put", item: { pk, sk: "b" }, if: { is: "absent" } },
      { op: "update", key: { pk, sk: "c" }, add: { n: 1 } },
      { op: "check", key: { pk, sk: "d" }, if: { is: "present" } },
      { op: "delete", key: { pk, sk: "e" } },
    ]);
    expect(result).toEqual({ ok: false, reasons: ["none", "condition", "none", "condition", "none"] });
    expect(await allItems(table, { pk, limit: 10 })).toEqual([stored]);
  });

  test("table: a transaction whose update cannot stand does nothing", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const named = { pk, sk: "b", name: "a" };
    await table.write({ op: "put", item: named });
    const writes: Write[] = [
      { op: "put", item: { pk, sk: "a" } },
      { op: "update", key: named, add: { name: 1 } },
    ];
    await expectLimit(table.transact(writes));
    expect(await allItems(table, { pk, limit: 10 })).toEqual([named]);
  });
}

function isolationTests(context: Context): void {
  test("table: the last of 100 conditions fails and nothing is seen, among neighbours that succeed", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const taken = { pk, sk: "taken", by: "first" };
    await table.write({ op: "put", item: taken });
    const refused: Write[] = Array.from({ length: 99 }, (_, index) => ({
      op: "put",
      item: { pk, sk: `ghost#${index}` },
    }));
    refused.push({ op: "put", item: { ...taken, by: "ghost" }, if: { is: "absent" } });
    const neighbour = (index: number): Write[] => [
      // A neighbour that builds on what it must not see would be refused or would find a ghost.
      { op: "put", item: { pk, sk: `ghost#${index}`, by: "neighbour" }, if: { is: "absent" } },
      { op: "update", key: { pk, sk: `count#${index}` }, add: { n: 1 } },
    ];
    const before = Array.from({ length: 10 }, (_, index) => table.transact(neighbour(index)));
    const ghost = table.transact(refused);
    const after = Array.from({ length: 10 }, (_, index) => table.transact(neighbour(index + 10)));
    const seen = table.query({ pk, limit: 1000 });
    // DynamoDB may let transactions on one item conflict; here only conditions or conflicts may refuse.
    const reasons = await ghost;
    expect(reasons.ok).toBe(false);
    if (!reasons.ok) {
      expect(reasons.reasons).toHaveLength(100);
      expect(reasons.reasons[99]).not.toBe("none");
    }
    for (const [index, result] of (await Promise.all([...before, ...after])).entries()) {
      if (result.ok) continue;
      expect(result.reasons).toContain("conflict");
      expect(result.reasons).not.toContain("condition");
      while (!(await table.transact(neighbour(index))).ok);
    }
    const items = [...(await seen).items, ...(await allItems(table, { pk, limit: 1000 }))];
    for (const item of items) {
      if (item.sk.startsWith("ghost#")) expect(item.by).toBe("neighbour");
      if (item.sk.startsWith("count#")) expect(item.n).toBe(1);
    }
    expect(await allItems(table, { pk, limit: 1000 })).toHaveLength(41);
    expect(await table.get(taken)).toEqual(taken);
  });

  test("table: money moved by concurrent transactions is neither made nor lost", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const keys = ["a", "b", "c"].map((sk) => ({ pk, sk }));
    await Promise.all(keys.map((key) => table.write({ op: "update", key, set: { version: 0 }, add: { amount: 100 } })));
    async function move(from: number, to: number): Promise<void> {
      for (;;) {
        const [source, target] = await table.batchGet([keys[from] ?? { pk, sk: "" }, keys[to] ?? { pk, sk: "" }]);
        if (source === undefined || target === undefined) throw new Error("The accounts are gone");
        const writes = [source, target].map((item, index): Write => {
          const version = Number(item.version);
          const condition = { is: "equal", to: { version } } as const;
          const add = { amount: index === 0 ? -1 : 1, version: 1 };
          return { op: "update", key: { pk, sk: item.sk }, add, if: condition };
        });
        if ((await table.transact(writes)).ok) return;
      }
    }
    await Promise.all(Array.from({ length: 30 }, (_, index) => move(index % 3, (index + 1 + (index % 2)) % 3)));
    const items = await table.batchGet(keys);
    expect(items.reduce((sum, item) => sum + Number(item?.amount), 0)).toBe(300);
    expect(items.reduce((sum, item) => sum + Number(item?.version), 0)).toBe(60);
  });
}

function limitTests(context: Context): void {
  test("table: takes 100 writes and refuses 101, none, and a key twice", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const writes = Array.from({ length: 101 }, (_, index): Write => ({ op: "put", item: { pk, sk: `${index}` } }));
    await expectLimit(table.transact(writes));
    await expectLimit(table.transact([]));
    await expectLimit(
      table.transact([
        { op: "put", item: { pk, sk: "a" } },
        { op: "check", key: { pk, sk: "a" }, if: { is: "absent" } },
      ]),
    );
    expect((await table.query({ pk, limit: 1 })).items).toEqual([]);
    expect(await table.transact(writes.slice(0, 100))).toEqual({ ok: true });
    expect(await allItems(table, { pk, limit: 1000 })).toHaveLength(100);
  });

  test("table: takes just under 4 MB and refuses more", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const writes = (bytes: number) =>
      Array.from(
        { length: 11 },
        (_, index): Write => ({ op: "put", item: itemOf({ pk, sk: `fact#${index}` }, bytes) }),
      );
    await expectLimit(table.transact(writes(382 * 1024)));
    expect((await table.query({ pk, limit: 1 })).items).toEqual([]);
    expect(await table.transact(writes(370 * 1024))).toEqual({ ok: true });
    expect(await allItems(table, { pk, limit: 1000 })).toHaveLength(11);
  });
}
