import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { expect, test } from "vitest";
import { yielding } from "./yielding.ts";

test("yielding: timers run in between when a loop reads for long", async () => {
  const { table } = createMemoryTable({ random: createRandom(1) });
  const read = yielding(table);
  const key = { pk: "mer_1", sk: "A" };
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  const until = performance.now() + 300;
  while (performance.now() < until) {
    await read.get(key);
    await read.batchGet([key]);
    await read.query({ pk: "mer_1", limit: 1 });
    await read.queryIndex({ index: "gsi1", pk: "mer_1", limit: 1 });
  }
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(10);
});
