import { describe, expect, test } from "vitest";
import { barsOf, comparedRange, comparisonsOf, dayCount, rangeOf, usualComparison } from "./range.ts";

describe("rangeOf", () => {
  test.each([
    ["today", "2026-03-29", "2026-03-29", "2026-03-29"],
    ["yesterday", "2026-03-01", "2026-02-28", "2026-02-28"],
    ["week", "2026-03-29", "2026-03-23", "2026-03-29"],
    ["month30", "2026-03-29", "2026-02-28", "2026-03-29"],
    ["month", "2026-03-29", "2026-03-01", "2026-03-29"],
    ["lastMonth", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["lastMonth", "2028-03-31", "2028-02-01", "2028-02-29"],
    ["lastMonth", "2026-01-01", "2025-12-01", "2025-12-31"],
  ] as const)("%s: is right when today is %s", (period, today, from, to) => {
    expect(rangeOf(period, today)).toEqual({ from, to });
  });

  test.each([
    ["nothing is chosen", {}, "2026-06-15", "2026-06-15"],
    ["it ends after today", { from: "2026-06-01", to: "2026-07-01" }, "2026-06-01", "2026-06-15"],
    ["it begins after its end", { from: "2026-06-10", to: "2026-06-02" }, "2026-06-02", "2026-06-02"],
    ["it is longer than the API sums", { from: "2020-01-01", to: "2026-06-15" }, "2025-06-15", "2026-06-15"],
  ])("custom: is bounded when %s", (_when, own, from, to) => {
    expect(rangeOf("custom", "2026-06-15", own)).toEqual({ from, to });
    expect(dayCount({ from, to })).toBeLessThanOrEqual(366);
  });
});

describe("comparedRange", () => {
  test.each([
    ["a day is compared with the day before", "before", "2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28"],
    ["seven days with the seven before", "before", "2026-03-23", "2026-03-29", "2026-03-16", "2026-03-22"],
    [
      "the beginning of a month with that of the month before",
      "before",
      "2026-03-01",
      "2026-03-29",
      "2026-02-01",
      "2026-02-28",
    ],
    ["a whole month with the whole month before", "before", "2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31"],
    ["January with December", "before", "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"],
    ["a day with the same weekday", "weekBefore", "2026-11-01", "2026-11-01", "2026-10-25", "2026-10-25"],
    [
      "29 February with the 28th of the year before",
      "yearBefore",
      "2028-02-01",
      "2028-02-29",
      "2027-02-01",
      "2027-02-28",
    ],
    ["a year with the year before", "yearBefore", "2025-06-16", "2026-06-15", "2024-06-16", "2025-06-15"],
  ] as const)("is right when %s", (_what, comparison, from, to, earlier, until) => {
    expect(comparedRange({ from, to }, comparison)).toEqual({ from: earlier, to: until });
  });

  test("usualComparison: is the weekday of a day, and the period before of a longer one", () => {
    const [day, week] = [rangeOf("today", "2026-06-15"), rangeOf("week", "2026-06-15")];
    expect([usualComparison(day), usualComparison(week)]).toEqual(["weekBefore", "before"]);
    expect(comparisonsOf(day)).toContain("weekBefore");
    expect(comparisonsOf(rangeOf("month30", "2026-06-15"))).not.toContain("weekBefore");
  });
});

test("barsOf: has a bar for each day, and for each month when there are many", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      day: rangeOf("today", `2026-0${1 + Math.floor(index / 28)}-01`).to,
    }));
  expect(barsOf(rows(62))).toHaveLength(62);
  expect(barsOf(rows(84)).map((bar) => bar.length)).toEqual([28, 28, 28]);
});
