import fc from "fast-check";
import { expect, test } from "vitest";
import type { Discount } from "./model.ts";
import { cashRounding, takeDiscounts } from "./rules.ts";

const percent = (hundredths: number): Discount => ({ percent: hundredths * 1_000_000 });
const amount = (minor: number): Discount => ({ amount: minor });

test.each<[string, number, Discount[], number[], number[]]>([
  ["a percentage, then an amount", 1000, [percent(10), amount(50)], [100, 50], []],
  ["an amount, then a percentage of the rest", 1000, [amount(50), percent(10)], [50, 95], []],
  ["each percentage of what those before it left", 999, [percent(50), percent(50)], [500, 250], []],
  ["a third, rounded", 100, [{ percent: 33_333_333 }], [33], []],
  ["everything", 500, [percent(100), percent(10)], [500, 0], []],
  ["more than is left is cut", 500, [amount(400), amount(200), amount(1)], [400, 100, 0], [1, 2]],
  ["nothing is left and nothing wanted", 0, [percent(10), amount(0)], [0, 0], []],
  ["none", 500, [], [], []],
])("pricing: %s", (_what, from, discounts, taken, cut) => {
  const sum = taken.reduce((total, took) => total + took, 0);
  expect(takeDiscounts(from, discounts)).toEqual({ taken, sum, cut });
});

test("pricing: discounts never take more than there is, and sum to what they took", () => {
  const discount = fc.oneof(
    fc.record({ percent: fc.integer({ min: 0, max: 100_000_000 }) }),
    fc.record({ amount: fc.integer({ min: 0, max: 10_000 }) }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.array(discount, { maxLength: 10 }), (from, discounts) => {
      const { taken, sum } = takeDiscounts(from, discounts);
      expect(taken.every((took) => took >= 0)).toBe(true);
      expect(sum).toBe(taken.reduce((total, took) => total + took, 0));
      expect(sum).toBeLessThanOrEqual(from);
    }),
  );
});

test.each([
  [102, 5, -2],
  [103, 5, 2],
  [100, 5, 0],
  [105, 10, 5],
  [104, 10, -4],
  [150, 100, 50],
  [149, 100, -49],
  [-102, 5, 2],
  [-103, 5, -2],
  [-105, 10, -5],
  [3, 1, 0],
  [2, 5, -2],
  [0, 5, 0],
])("pricing: of %i in cash with a smallest coin of %i, %i is rounded", (due, step, change) => {
  expect(cashRounding(due, step)).toBe(change);
});

test("pricing: cash comes to a multiple of the coin, at most half a coin away, and minus the same for a refund", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(2, 5, 10, 20, 50, 100), (due, step) => {
      const change = cashRounding(due, step);
      expect((due + change) % step).toBe(0);
      expect(Math.abs(change) * 2).toBeLessThanOrEqual(step);
      expect(cashRounding(-due, step)).toBe(0 - change);
    }),
  );
});
