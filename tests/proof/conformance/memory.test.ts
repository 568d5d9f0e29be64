import { setImmediate } from "node:timers/promises";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { expect, test } from "vitest";
import { STREAMED, type Subject } from "./support.ts";
import { tableConformance } from "./table.ts";

tableConformance("memory", async (): Promise<Subject> => {
  const { table, stream, close, setUnprocessedRate } = createMemoryTable({ streamFilter: STREAMED });
  return { table, stream, close, isFiltered: true, unprocessed: setUnprocessedRate };
});

tableConformance("memory at its unkindest", async (): Promise<Subject> => {
  const { table, stream, close } = createMemoryTable({
    random: createRandom(42),
    twiceRate: 0.5,
    shortPageRate: 0.5,
    indexLagRate: 0.3,
    unprocessedRate: 0.4,
    pause: () => setImmediate(),
  });
  return { table, stream, close };
});

test("memory: the same seed gives the same stream, another seed another", async () => {
  async function run(seed: number): Promise<string> {
    const { table, stream } = createMemoryTable({ random: createRandom(seed), twiceRate: 0.1 });
    for (let index = 0; index < 50; index++)
      await table.write({ op: "put", item: { pk: "a", sk: `${index % 9}`, index } });
    return JSON.stringify(await stream.read(undefined, 100));
  }
  expect(await run(1)).toBe(await run(1));
  expect(await run(1)).not.toBe(await run(2));
});

test("memory: the stream shuffles across items and delivers some changes twice", async () => {
  const { table, stream } = createMemoryTable({ random: createRandom(3), twiceRate: 0.1 });
  for (let index = 0; index < 60; index++) await table.write({ op: "put", item: { pk: "a", sk: `${index}`, index } });
  const { changes } = await stream.read(undefined, 100);
  const order = changes.map((change) => Number(change.item?.index));
  expect(order).not.toEqual([...order].sort((left, right) => left - right));
  expect(changes.length).toBeGreaterThan(60);
});
