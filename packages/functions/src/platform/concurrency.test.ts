import { setTimeout as passTime } from "node:timers/promises";
import { expect, test } from "vitest";
import { atOnce } from "./concurrency.ts";

test("atOnce: runs at most the given number at a time, started in order, until every value is done", async () => {
  const started: number[] = [];
  let [running, most] = [0, 0];
  const values = Array.from({ length: 20 }, (_, index) => index);
  await atOnce(values, 3, async (value) => {
    started.push(value);
    most = Math.max(most, ++running);
    await passTime(value % 4);
    running--;
  });
  expect(started).toEqual(values);
  expect({ most, running }).toEqual({ most: 3, running: 0 });
});

test("atOnce: throws the first failure after all values were tried when some fail", async () => {
  const ended: number[] = [];
  const working = atOnce([0, 1, 2, 3, 4], 2, async (value) => {
    await passTime(value === 1 ? 20 : 1);
    ended.push(value);
    if (value % 2 === 1) throw new Error(`no ${value}`);
  });
  await expect(working).rejects.toThrow("no 1");
  expect(new Set(ended)).toEqual(new Set([0, 1, 2, 3, 4]));
});

test("atOnce: ends at once when there are no values", async () => {
  await atOnce([], 5, () => Promise.reject(new Error("not called")));
});
