import { expect, test } from "vitest";
import { sortedBy } from "./sorted-rows.ts";

const sorted = (values: readonly (string | number | null)[], isDescending = false, locale = "en-GB") =>
  sortedBy(values, (value) => value, isDescending, locale);

test("sortedBy: orders numbers by size and texts by the numbers in them", () => {
  expect(sorted([10, 9, -1])).toEqual([-1, 9, 10]);
  expect(sorted(["C1-10", "C1-9", "c1-8"])).toEqual(["c1-8", "C1-9", "C1-10"]);
});

test("sortedBy: keeps what has no value last when the order is descending", () => {
  expect(sorted([1, null, 2])).toEqual([1, 2, null]);
  expect(sorted([1, null, 2], true)).toEqual([2, 1, null]);
});

test("sortedBy: orders Chinese texts by their sound when the page is Chinese", () => {
  expect(sorted(["张", "李", "陈"], false, "zh-CN")).toEqual(["陈", "李", "张"]);
});

test("sortedBy: keeps the order of equal rows when it is turned around", () => {
  const rows = [
    { id: "a", total: 1 },
    { id: "b", total: 1 },
  ];
  expect(sortedBy(rows, ({ total }) => total, true, "en-GB").map(({ id }) => id)).toEqual(["a", "b"]);
});
