import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { expect, test } from "vitest";
import { courteous } from "./yielding.ts";

test("courteous: whoever reads for long lets others do their work in between", async () => {
  const { table } = createMemoryTable({ random: createRandom(1) });
  const read = courteous(table);
  const key = { pk: "mer_1", sk: "A" };
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const until = performance.now() + 300;
  while (performance.now() < until) {
    await read.get(key);
    await read.batchGet([key]);
    await read.query({ pk: "mer_1", limit: 1 });
    await read.queryIndex({ index: "gsi1", pk: "mer_1", limit: 1 });
  }
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});
