import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allocate,
  extendPrice,
  isCurrency,
  minorDigits,
  multiplyDivide,
  percentOf,
  priceInMinorUnits,
  type RoundingMode,
} from "./money.ts";

test.each([
  [5, 1, 2, "HALF_UP", 3],
  [-5, 1, 2, "HALF_UP", -3],
  [5, 1, 2, "HALF_EVEN", 2],
  [7, 1, 2, "HALF_EVEN", 4],
  [-5, 1, 2, "HALF_EVEN", -2],
  [5, 1, 2, "DOWN", 2],
  [-5, 1, 2, "DOWN", -2],
  [1, 1, 3, "HALF_UP", 0],
  [-1, 1, 3, "HALF_UP", 0],
  [2, 1, 3, "HALF_UP", 1],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "HALF_UP", Number.MAX_SAFE_INTEGER],
  [Number.MAX_SAFE_INTEGER, 1, 2, "HALF_UP", 4503599627370496],
  [Number.MAX_SAFE_INTEGER, 1, 2, "DOWN", 4503599627370495],
] as const)("money: %i x %i / %i, %s, is %i", (a, b, c, mode, answer) => {
  expect(multiplyDivide(a, b, c, mode)).toBe(answer);
});

test("multiplyDivide: throws when the result exceeds 2^53-1", () => {
  expect(() => multiplyDivide(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
});

const MODES: readonly RoundingMode[] = ["HALF_UP", "HALF_EVEN", "DOWN"];
const mode = fc.constantFrom(...MODES);

/** Rounds a fraction by a second method: try the neighbouring integers and compare distances. */
function nearest(numerator: bigint, denominator: bigint, rounding: RoundingMode): bigint {
  const low = numerator / denominator;
  const distances = [numerator - low * denominator, (low + 1n) * denominator - numerator];
  const [down = 0n, up = 0n] = distances;
  if (rounding === "DOWN" || down < up) return low;
  if (up < down) return low + 1n;
  return rounding === "HALF_UP" || low % 2n === 1n ? low + 1n : low;
}

test("multiplyDivide: rounds to the nearest, symmetrically for negative amounts", () => {
  const amount = fc.integer({ min: 0, max: 2 ** 40 });
  fc.assert(
    fc.property(
      amount,
      fc.integer({ min: 0, max: 2 ** 30 }),
      fc.integer({ min: 1, max: 2 ** 31 }),
      mode,
      (a, b, c, rounding) => {
        const exact = nearest(BigInt(a) * BigInt(b), BigInt(c), rounding);
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER));
        expect(multiplyDivide(a, b, c, rounding)).toBe(Number(exact));
        expect(multiplyDivide(-a, b, c, rounding)).toBe(0 - Number(exact));
      },
    ),
  );
});

test("extendPrice: equals the exact product rounded once", () => {
  const price = fc.integer({ min: 0, max: 999_999_999 });
  fc.assert(
    fc.property(
      price,
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.constantFrom(0, 2, 3),
      (unitPrice, quantity, digits) => {
        const exact = nearest(BigInt(unitPrice) * BigInt(quantity), 10n ** BigInt(9 - digits), "HALF_UP");
        expect(extendPrice(unitPrice, quantity, digits)).toBe(Number(exact));
        expect(extendPrice(unitPrice, -quantity, digits)).toBe(0 - Number(exact));
      },
    ),
  );
});

test.each([
  [3_333_333, 3000, 2, 1000],
  [1000, 500, 2, 0],
  [1000, 5000, 2, 1],
  [1_990_000, 375, 2, 75],
  [1_500_000, 1000, 0, 2],
  [1_234_500, 1000, 3, 1235],
])("money: a price of %i millionths times %i thousandths, with %i digits, is %i", (price, quantity, digits, amount) => {
  expect(extendPrice(price, quantity, digits)).toBe(amount);
});

test.each([
  [10, [1, 1, 1], [4, 3, 3]],
  [-10, [1, 1, 1], [-4, -3, -3]],
  [2, [1, 1, 1, 1], [1, 1, 0, 0]],
  [100, [0, 50, 50], [0, 50, 50]],
  [7, [0, 0], [7, 0]],
  [0, [3, 4], [0, 0]],
  [1, [1, 2], [0, 1]],
  [5, [], []],
])("money: %i shared over %j is %j", (total, weights, shares) => {
  expect(allocate(total, weights)).toEqual(shares);
});

test("allocate: returns shares that sum to the total, are less than one off, and favour earlier weights on ties", () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), weights, (total, given) => {
      const shares = allocate(total, given);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
      const sum = given.reduce((all, weight) => all + weight, 0);
      fc.pre(sum > 0);
      for (const [index, weight] of given.entries()) {
        const difference = BigInt(shares[index] ?? 0) * BigInt(sum) - BigInt(total) * BigInt(weight);
        expect(difference < 0n ? -difference : difference).toBeLessThan(BigInt(sum));
        const earlier = given.indexOf(weight);
        expect(Math.abs(shares[earlier] ?? 0)).toBeGreaterThanOrEqual(Math.abs(shares[index] ?? 0));
      }
    }),
  );
});

test.each([
  ["GBP", 2],
  ["JPY", 0],
  ["KWD", 3],
  ["CLF", 4],
  ["XXX", 2],
])("money: %s has %i digits", (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test("percentOf, priceInMinorUnits: round once, half away from zero", () => {
  expect(percentOf(1999, 33_333_333)).toBe(666);
  expect(percentOf(50, 1_000_000)).toBe(1);
  expect(percentOf(49, 1_000_000)).toBe(0);
  expect(priceInMinorUnits(1_995_000, 2)).toBe(200);
});

test("R13: isCurrency: takes the active codes of ISO 4217 and no others", () => {
  for (const code of ["GBP", "EUR", "JPY", "KWD", "CNY", "XOF", "ZWG"])
    expect([code, isCurrency(code)]).toEqual([code, true]);
  for (const code of ["QQQ", "DEM", "XXX", "gbp", "EURO", ""]) expect([code, isCurrency(code)]).toEqual([code, false]);
});
