import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import type { Condition, Item, Write } from "@pos/core/table/port/port.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allIndexKeys, allItems, byBytes } from "./support.ts";

const sk = fc.constantFrom("a", "b", "é", "\uff5e", "\u{1f9fe}");
const count = fc.integer({ min: -3, max: 3 });
const condition: fc.Arbitrary<Condition | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ is: "absent" } as const),
  fc.constant({ is: "present" } as const),
  count.map((n) => ({ is: "equal", to: { n } }) as const),
);
const place = fc.constantFrom({}, { gsi1pk: "g", gsi1sk: "1" }, { gsi1pk: "g", gsi1sk: "2" }, { gsi1pk: "g" });
const write = (pk: string): fc.Arbitrary<Write> =>
  fc
    .record({ kind: fc.constantFrom("put", "add", "set", "remove", "delete"), sk, n: count, condition, place })
    .map(({ kind, sk, n, condition, place }): Write => {
      const key = { pk, sk };
      const when = condition === undefined ? {} : { if: condition };
      if (kind === "put") return { op: "put", item: { ...key, n, ...place }, ...when };
      if (kind === "add") return { op: "update", key, add: { n }, ...when };
      if (kind === "set") return { op: "update", key, set: place, ...when };
      if (kind === "remove") return { op: "update", key, remove: ["gsi1sk", "n"], ...when };
      return { op: "delete", key, ...when };
    });
const runs = fc.array(fc.uniqueArray(write("PK"), { minLength: 1, maxLength: 4, selector: skOf }), { maxLength: 25 });

function skOf(write: Write): string {
  return write.op === "put" ? write.item.sk : write.key.sk;
}

/** The port again, as simply as possible. */
function modelWrite(model: Map<string, Item>, writes: readonly Write[]): boolean {
  const held = writes.every(({ if: condition, ...write }) => {
    const item = model.get(skOf(write as Write));
    if (condition === undefined) return true;
    if (condition.is === "absent") return item === undefined;
    return item !== undefined && (condition.is === "present" || item.n === condition.to.n);
  });
  if (!held) return false;
  for (const write of writes) {
    const name = skOf(write);
    if (write.op === "put") model.set(name, write.item);
    else if (write.op === "delete") model.delete(name);
    else if (write.op === "update") {
      const item: Record<string, Item[string]> = { ...model.get(name), ...write.key, ...write.set };
      for (const [attribute, n] of Object.entries(write.add ?? {})) item[attribute] = Number(item[attribute] ?? 0) + n;
      for (const attribute of write.remove ?? []) delete item[attribute];
      model.set(name, { ...item, ...write.key });
    }
  }
  return true;
}

test("table: memory and embedded do as a small model does, over random transactions", async () => {
  const folder = await mkdtemp(join(tmpdir(), "model-"));
  const embedded = await openEmbeddedTable({ folder });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(runs, async (transactions) => {
      const pk = `PK${round++}`;
      const model = new Map<string, Item>();
      const memory = createMemoryTable();
      for (const transaction of transactions) {
        const writes = transaction.map((write): Write => moved(write, pk));
        const ok = modelWrite(model, writes);
        for (const { table } of [memory, embedded]) {
          const [first] = writes;
          const result = writes.length === 1 && first !== undefined ? table.write(first) : table.transact(writes);
          expect((await result).ok).toBe(ok);
        }
      }
      const expected = [...model.values()].sort((left, right) => byBytes(left.sk, right.sk));
      const indexed = expected.filter((item) => item.gsi1pk !== undefined && item.gsi1sk !== undefined);
      for (const { table } of [memory, embedded]) {
        expect(await allItems(table, { pk, limit: 2 })).toEqual(expected);
        const keys = await allIndexKeys(table, { index: "gsi1", pk: `${pk}g`, limit: 2 });
        expect(keys.map((key) => key.sk).sort(byBytes)).toEqual(indexed.map((item) => item.sk));
      }
    }),
    { seed: 20261123, numRuns: 150 },
  );
  await embedded.close();
  await rm(folder, { recursive: true });
});

/** The same write in a partition, and an index partition, of this run's own. */
function moved(write: Write, pk: string): Write {
  const text = JSON.stringify(write).replaceAll('"PK"', JSON.stringify(pk));
  return JSON.parse(text.replaceAll('"gsi1pk":"g"', `"gsi1pk":"${pk}g"`)) as Write;
}
