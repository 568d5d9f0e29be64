import { expect, test } from "vitest";
import type { TaxCode, TaxRegime } from "./model.ts";
import { rateAt, sumOfRates } from "./rates.ts";
import { chargedTax, lineTaxes, type TaxableLine, taxesBack } from "./rules.ts";

const taxOfLines = (lines: readonly TaxableLine[], regime: TaxRegime) => chargedTax(lines, regime, false).taxes;

const NEW_YORK = [
  { name: "State", rate: "4" },
  { name: "City", rate: "4.5" },
  { name: "Metro", rate: "0.375" },
];
/** Québec until 2012: the provincial tax was charged on the federal one. */
const QUEBEC = [
  { name: "GST", rate: "5" },
  { name: "QST", rate: "9.5", isCompound: true as const },
];
const added: TaxRegime = { pricesIncludeTax: false, level: "LINE", mode: "HALF_UP" };
const included: TaxRegime = { ...added, pricesIncludeTax: true };

test.each([
  // 8.875 % of 10.01 is 0.8883875.
  ["state, city and metro", NEW_YORK, added, 1001, [40, 45, 4]],
  // 0.05 of 100.00 is 5.00; 0.095 of 105.00 is 9.975: together 14.975, rounded once.
  ["compound", QUEBEC, added, 10_000, [500, 998]],
  // 114.98 / 1.14975 = 100.00435: 14.98 is in it.
  ["compound, with tax in it", QUEBEC, included, 11_498, [500, 998]],
  // A yen has no fraction: 8.875 % of 101 is 8.96.
  ["yen", NEW_YORK, added, 101, [4, 5, 0]],
  // A dinar has three: 8.875 % of 12.345 is 1.09561875.
  ["dinar", NEW_YORK, added, 12_345, [494, 556, 46]],
])("components: %s", (_what, components, regime, amount, amounts) => {
  const rate = { rate: sumOfRates(components), components };
  const [tax = Number.NaN] = taxOfLines([{ ...rate, amount }], regime);
  expect(lineTaxes("tax", rate, tax)).toEqual(
    components.map(({ name, rate: own }, index) => ({ codeId: "tax", name, rate: own, amount: amounts[index] })),
  );
});

test("sumOfRates: adds simple rates, and compounds what is charged on tax", () => {
  expect(sumOfRates(NEW_YORK)).toBe("8.875");
  expect(sumOfRates(QUEBEC)).toBe("14.975");
  expect(sumOfRates([...QUEBEC, { name: "Third", rate: "0.000001", isCompound: true }])).toBe("14.975001");
});

test("taxOfLines: lines of one rate are one sum, whether components or a plain rate come to it", () => {
  const lines = [...Array<number>(3).fill(3), 5].map((amount) => ({ rate: "8.875", components: NEW_YORK, amount }));
  const regime = { ...added, level: "RATE_TOTAL" } as const;
  // 8.875 % of 14 is 1.2425; line by line it would be nothing.
  expect(taxOfLines(lines, regime).reduce((sum, tax) => sum + tax, 0)).toBe(1);
  expect(taxOfLines(lines, added)).toEqual([0, 0, 0, 0]);
});

/** The German standard rate with the second half of 2020. */
const GERMAN: TaxCode = {
  ...{ id: "tax", name: "Standard", rate: "19" },
  changes: [
    { from: "2020-07-01", rate: "16" },
    { from: "2021-01-01", rate: "19" },
  ],
};

test.each([
  ["2020-06-30T21:59:59.999Z", "19"],
  ["2020-06-30T22:00:00.000Z", "16"],
  ["2020-12-31T22:59:59.999Z", "16"],
  ["2020-12-31T23:00:00.000Z", "19"],
  ["2026-06-15T12:00:00.000Z", "19"],
])("rateAt: a rate begins at midnight by the clock of the location: %s", (instant, rate) => {
  expect(rateAt(GERMAN, instant, "Europe/Berlin").rate).toBe(rate);
});

test("taxesBack: pieces give back each component whole", () => {
  const taxes = lineTaxes(
    "tax",
    {
      rate: "2",
      components: [
        { name: "A", rate: "1" },
        { name: "B", rate: "1" },
      ],
    },
    2,
  );
  const pieces = [taxesBack(taxes, 0, 1), taxesBack(taxes, 1, 1)].map((piece) => piece.map(({ amount }) => amount));
  expect(pieces).toEqual(
    [
      [-1, 0],
      [-0, -1],
    ].map((piece) => piece.map((amount) => amount + 0)),
  );
});
