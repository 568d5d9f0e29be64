import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { describe, expect, test } from "vitest";
import { yielding as yieldingTable } from "./yielding.ts";

const KEY = { pk: "mer_1", sk: "A" };
const READS: readonly (readonly [name: string, read: (table: Table) => Promise<unknown>])[] = [
  ["get", (table) => table.get(KEY)],
  ["batchGet", (table) => table.batchGet([KEY])],
  ["query", (table) => table.query({ pk: "mer_1", limit: 1 })],
  ["queryIndex", (table) => table.queryIndex({ index: "gsi1", pk: "mer_1", limit: 1 })],
];

/** Whether other work of the process runs before a read resolves that begins so long after the last yield. */
async function yields(read: (table: Table) => Promise<unknown>, elapsedMilliseconds: number): Promise<boolean> {
  const { table } = createMemoryTable({ random: createRandom(1) });
  let milliseconds = 0;
  const yielding = yieldingTable(table, () => milliseconds);
  milliseconds += elapsedMilliseconds;
  let hasRun = false;
  const other = setImmediate(() => {
    hasRun = true;
  });
  await read(yielding);
  clearImmediate(other);
  return hasRun;
}

describe.each(READS)("yielding: %s", (_name, read) => {
  test("yields to other work when 5 ms have passed since the last yield", async () => {
    expect(await yields(read, 5)).toBe(true);
  });

  test("reads at once when less than 5 ms have passed", async () => {
    expect(await yields(read, 4.9)).toBe(false);
  });
});

test("yielding: does not yield twice within 5 ms", async () => {
  const { table } = createMemoryTable({ random: createRandom(1) });
  let milliseconds = 0;
  const yielding = yieldingTable(table, () => milliseconds);
  milliseconds = 7;
  await yielding.get(KEY);
  let hasRun = false;
  const other = setImmediate(() => {
    hasRun = true;
  });
  milliseconds = 11;
  await yielding.get(KEY);
  clearImmediate(other);
  expect(hasRun).toBe(false);
});
