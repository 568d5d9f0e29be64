import fc from "fast-check";
import { expect, test } from "vitest";
import type { TaxRegime } from "./model.ts";
import { chargedTax, type TaxableLine } from "./rules.ts";

const taxOfLines = (lines: readonly TaxableLine[], regime: TaxRegime) => chargedTax(lines, regime, false).taxes;

const regime = (
  pricesIncludeTax: boolean,
  level: TaxRegime["level"],
  mode: TaxRegime["mode"] = "HALF_UP",
): TaxRegime => ({
  pricesIncludeTax,
  level,
  mode,
});

function lines(rate: string, ...amounts: number[]) {
  return amounts.map((amount) => ({ amount, rate }));
}

const sum = (taxes: readonly number[]) => taxes.reduce((total, tax) => total + tax, 0);

test.each([
  // 38.23 with 20 % in it, ten times: net 318.58 by the line (318.60 would come of rounding the unit's net).
  ["ten of 38.23 on one line", regime(true, "LINE"), lines("20", 38230), 6372],
  ["ten lines of 38.23, by the line", regime(true, "LINE"), lines("20", ...Array<number>(10).fill(3823)), 6370],
  ["ten lines of 38.23, by the rate", regime(true, "RATE_TOTAL"), lines("20", ...Array<number>(10).fill(3823)), 6372],
  // 112 x 0.05 and 2 x 20.00 with 22 % in it: 8.22 on every level but the unit's (8.34).
  ["112 x 0.05 and 2 x 20, by the line", regime(true, "LINE"), lines("22", 560, 4000), 822],
  ["112 x 0.05 and 2 x 20, by the rate", regime(true, "RATE_TOTAL"), lines("22", 560, 4000), 822],
  ["112 x 0.05 and 2 x 20, by the document", regime(true, "DOCUMENT"), lines("22", 560, 4000), 822],
  ["tax added", regime(false, "LINE"), lines("20", 1000, 999, 1), 400],
  ["halves up", regime(false, "LINE"), lines("5", 10, 30), 3],
  ["halves to even", regime(false, "LINE", "HALF_EVEN"), lines("5", 10, 30), 2],
  ["down", regime(false, "LINE", "DOWN"), lines("20", 4, 4, 4), 0],
  ["down, by the rate", regime(false, "RATE_TOTAL", "DOWN"), lines("20", 4, 4, 4), 2],
  ["a rate of six places", regime(false, "LINE"), lines("8.887654", 10000), 889],
  ["no tax", regime(true, "LINE"), lines("0", 500), 0],
  ["nothing to tax", regime(true, "DOCUMENT"), lines("20", 0, 0), 0],
])("tax: %s", (_what, given, taxable, total) => {
  expect(sum(taxOfLines(taxable, given))).toBe(total);
});

test("tax: two rates, each rounded on its sum, or both on the document's", () => {
  const mixed = [...lines("20", 3, 3), ...lines("5", 11)];
  expect(sum(taxOfLines(mixed, regime(false, "LINE")))).toBe(3);
  expect(sum(taxOfLines(mixed, regime(false, "RATE_TOTAL")))).toBe(2);
  expect(sum(taxOfLines(mixed, regime(false, "DOCUMENT")))).toBe(2);
});

const taxable = fc.array(
  fc.record({
    amount: fc.integer({ min: 0, max: 10_000_000 }),
    rate: fc.constantFrom("0", "5", "20", "22", "8.25", "19.6", "0.000001", "100"),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The exact tax of a group as a fraction, and its rounding half up, in whole numbers only. */
function exactTax(group: readonly { amount: number; rate: string }[], included: boolean): bigint {
  let [numerator, denominator] = [0n, 1n];
  for (const { amount, rate } of group) {
    const [whole = "0", fraction = ""] = rate.split(".");
    const part = BigInt(whole + fraction.padEnd(6, "0"));
    const divisor = included ? 100_000_000n + part : 100_000_000n;
    numerator = numerator * divisor + BigInt(amount) * part * denominator;
    denominator *= divisor;
  }
  return (2n * numerator + denominator) / (2n * denominator);
}

test("tax: shares sum to the tax of their group, rounded once, whatever the level", () => {
  fc.assert(
    fc.property(taxable, fc.boolean(), (given, included) => {
      const byLine = given.map((line) => Number(exactTax([line], included)));
      expect(taxOfLines(given, regime(included, "LINE"))).toEqual(byLine);
      expect(sum(taxOfLines(given, regime(included, "DOCUMENT")))).toBe(Number(exactTax(given, included)));
      const shares = taxOfLines(given, regime(included, "RATE_TOTAL"));
      for (const rate of new Set(given.map((line) => line.rate))) {
        const ofRate = shares.filter((_, index) => given[index]?.rate === rate);
        expect(sum(ofRate)).toBe(
          Number(
            exactTax(
              given.filter((line) => line.rate === rate),
              included,
            ),
          ),
        );
      }
    }),
  );
});

test("tax: included tax and net are the price again, both at least zero; a share is within a unit of its line's exact tax", () => {
  fc.assert(
    fc.property(
      taxable,
      fc.constantFrom("LINE" as const, "RATE_TOTAL" as const, "DOCUMENT" as const),
      (given, level) => {
        const shares = taxOfLines(given, regime(true, level));
        for (const [index, line] of given.entries()) {
          const tax = shares[index] ?? Number.NaN;
          const net = line.amount - tax;
          expect(tax).toBeGreaterThanOrEqual(0);
          expect(net).toBeGreaterThanOrEqual(0);
          expect(net + tax).toBe(line.amount);
          expect(Math.abs(tax - Number(exactTax([line], true)))).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});
