import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { withFaults } from "@pos/core/table/port/faults.ts";
import { expect, test } from "vitest";

const item = { pk: "a", sk: "b", n: 1 };

test('faults: "before" writes nothing and reports it', async () => {
  const { table } = createMemoryTable();
  const faulty = withFaults(table, { random: createRandom(1) });
  faulty.failNext("before", 1);
  await expect(faulty.table.write({ op: "put", item })).rejects.toMatchObject({
    name: "TableUnavailable",
    outcome: "none",
  });
  expect(await faulty.table.get(item)).toBeUndefined();
  expect(faulty.counters).toEqual({ before: 1, after: 0, slow: 0, conflict: 0 });
});

test('faults: "after" writes and reports an unknown outcome; a read in between does not fail', async () => {
  const { table } = createMemoryTable();
  const faulty = withFaults(table, { random: createRandom(1) });
  faulty.failNext("after", 1);
  expect(await faulty.table.get(item)).toBeUndefined();
  await expect(faulty.table.transact([{ op: "put", item }])).rejects.toMatchObject({ outcome: "unknown" });
  expect(await faulty.table.get(item)).toEqual(item);
  expect(faulty.counters.after).toBe(1);
});

test("faults: a conflict refuses a transaction, names one write and writes nothing", async () => {
  const { table } = createMemoryTable();
  const call = { operation: "transact", number: 2 } as const;
  const faulty = withFaults(table, {
    random: createRandom(1),
    onCall: ({ operation, number }) =>
      operation === call.operation && number === call.number ? "conflict" : undefined,
  });
  await faulty.table.get(item);
  const result = await faulty.table.transact([{ op: "put", item }]);
  expect(result).toEqual({ ok: false, reasons: ["conflict"] });
  expect(await table.get(item)).toBeUndefined();
});

test("faults: rates fire about as often as they say, the same for the same seed", async () => {
  async function run(seed: number) {
    const slept: number[] = [];
    const sleep = async (milliseconds: number) => void slept.push(milliseconds);
    const rates = { before: 0.1, after: 0.2, slow: 0.1, conflict: 0.05 };
    const faulty = withFaults(createMemoryTable().table, { random: createRandom(seed), rates, sleep });
    for (let index = 0; index < 1000; index++) {
      await faulty.table.transact([{ op: "put", item }]).catch(() => undefined);
    }
    expect(slept).toHaveLength(faulty.counters.slow);
    return { ...faulty.counters };
  }
  const counters = await run(5);
  expect(counters).toEqual(await run(5));
  expect(counters.before).toBeGreaterThan(60);
  expect(counters.before).toBeLessThan(140);
  expect(counters.after).toBeGreaterThan(120);
  expect(counters.conflict).toBeGreaterThan(10);
});
