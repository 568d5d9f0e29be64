import { expect, test } from "vitest";
import { scaleOf } from "./scale.ts";

test.each([
  ["nothing was sold", [], 100, [0, 100]],
  ["a shop sold a little", [1, 1], 100, [0, 100]],
  ["values are near each other", [52_300, 81_000, 12_000], 100, [0, 25_000, 50_000, 75_000, 100_000]],
  ["one value is far above the others", [3_000_000, 30_000, 20_000], 100, [0, 20_000, 40_000, 60_000]],
  ["two values are far above the others", [3_000_000, 2_900_000, 200], 100, [0, 1_000_000, 2_000_000, 3_000_000]],
  ["the currency has no minor unit", [900, 400], 1, [0, 250, 500, 750, 1000]],
])("scaleOf: has round steps when %s", (_when, values, unit, ticks) => {
  const scale = scaleOf(values, unit);
  expect(scale.ticks).toEqual(ticks);
  expect(scale.top).toBe(ticks.at(-1));
});
