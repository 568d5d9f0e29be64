import { expect, test } from "vitest";
import { amountsOf } from "./rules.ts";

test("amountsOf: sums net and tax by rate, less what came back, when prices include tax", () => {
  const lines = [
    { total: 11_300, taxes: [{ rate: "13", amount: 1_300 }] },
    { total: 10_900, taxes: [{ rate: "9", amount: 900 }] },
    { total: 500, taxes: [] },
    { total: -5_650, taxes: [{ rate: "13", amount: -650 }] },
  ];
  expect(amountsOf(lines, true)).toEqual({
    total: 17_050,
    taxes: [
      { rate: "13", net: 5_000, tax: 650 },
      { rate: "9", net: 10_000, tax: 900 },
      { rate: "0", net: 500, tax: 0 },
    ],
  });
});

test("amountsOf: adds the tax when prices exclude it, and has no rate of which nothing is left", () => {
  const lines = [
    { total: 1_000, taxes: [{ rate: "6", amount: 60 }] },
    { total: -1_000, taxes: [{ rate: "6", amount: -60 }] },
    { total: 200, taxes: [{ rate: "3", amount: 6 }] },
  ];
  expect(amountsOf(lines, false)).toEqual({ total: 206, taxes: [{ rate: "3", net: 200, tax: 6 }] });
});
