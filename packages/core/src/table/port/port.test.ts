import { expect, test } from "vitest";
import { createMemoryTable } from "../memory/table.ts";
import { batchGetAll, itemsNamed, type Key, type Table } from "./port.ts";

const keyOf = (n: number): Key => ({ pk: "p", sk: String(n).padStart(4, "0") });

/** A table with the even numbers below 250, and the sizes of the reads that it was asked for. */
async function evenNumbers(): Promise<{ table: Table; reads: number[] }> {
  const { table } = createMemoryTable();
  for (let n = 0; n < 250; n += 2) await table.write({ op: "put", item: { ...keyOf(n), n } });
  const reads: number[] = [];
  return {
    reads,
    table: {
      ...table,
      batchGet(keys) {
        reads.push(keys.length);
        return table.batchGet(keys);
      },
    },
  };
}

test("batchGetAll: returns the items in the order of the keys when they take several reads", async () => {
  const { table, reads } = await evenNumbers();
  const numbers = Array.from({ length: 250 }, (_, index) => 249 - index);
  const items = await batchGetAll(table, numbers.map(keyOf));
  expect(items.map((item) => item?.n)).toEqual(numbers.map((n) => (n % 2 === 0 ? n : undefined)));
  expect(reads).toEqual([100, 100, 50]);
});

test("batchGetAll: reads once when the keys fit, and not at all when there are none", async () => {
  const { table, reads } = await evenNumbers();
  expect(await batchGetAll(table, [])).toEqual([]);
  expect(
    await batchGetAll(
      table,
      Array.from({ length: 100 }, (_, n) => keyOf(n)),
    ),
  ).toHaveLength(100);
  expect(reads).toEqual([100]);
});

test("itemsNamed: leaves out what was deleted since the index was read", async () => {
  const { table } = await evenNumbers();
  const found = [4, 5, 2].map((n) => ({ ...keyOf(n), indexPk: "i", indexSk: String(n) }));
  expect((await itemsNamed(table, found)).map(({ n }) => n)).toEqual([4, 2]);
});
