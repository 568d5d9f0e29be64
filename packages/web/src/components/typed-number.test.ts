import { fixedDecimal } from "@pos/core/base/decimal.ts";
import { minorDigits } from "@pos/core/base/money.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exampleOf,
  isFraction,
  type NumberKind,
  PERCENT,
  QUANTITY,
  typedDecimal,
  typedScaled,
} from "./typed-number.ts";

const money = (currency: string, hasFractions = false): NumberKind => ({ kind: "money", currency, hasFractions });

test.each<[string, NumberKind, number | undefined]>([
  ["1,299", money("GBP"), 129_900],
  ["1.299", money("GBP"), undefined],
  ["1.999", money("GBP"), undefined],
  ["1,299.50", money("GBP"), 129_950],
  ["£1,299.50", money("GBP"), 129_950],
  ["GBP 5", money("GBP"), 500],
  ["$5", money("GBP"), undefined],
  ["1.299", money("GBP", true), 1_299_000],
  ["1.2999999", money("GBP", true), undefined],
  ["￥１２．５", money("CNY"), 1250],
  ["12元", money("CNY"), 1250 - 50],
  ["CN¥12", money("CNY"), 1200],
  ["1,299", money("JPY"), 1299],
  ["1.5", money("JPY"), undefined],
  ["￥1,299", money("JPY"), 1299],
  ["1.299", money("KWD"), 1299],
  ["1,299", money("KWD"), 1_299_000],
  ["1.2999", money("KWD"), undefined],
  ["1.299", QUANTITY, 1299],
  ["1,299", QUANTITY, 1_299_000],
  ["2,5", QUANTITY, undefined],
  ["12.5", PERCENT, 12_500_000],
  ["12.5 %", PERCENT, 12_500_000],
  ["１２％", PERCENT, 12_000_000],
  ["12,5", PERCENT, undefined],
  ["", money("GBP"), undefined],
  ["-5", money("GBP"), undefined],
])("typedScaled: %s of %o is %s", (text, kind, scaled) => {
  expect(typedScaled(text, kind)).toBe(scaled);
});

test("fixedDecimal: is read back as the amount that it shows, in every kind of currency", () => {
  const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(amount, fc.constantFrom("GBP", "CNY", "JPY", "KWD", "CLF"), (minor, currency) => {
      expect(typedScaled(fixedDecimal(minor, minorDigits(currency)), money(currency))).toBe(minor);
    }),
  );
});

test("exampleOf: is understood by its own field", () => {
  for (const kind of [money("GBP"), money("JPY"), money("KWD"), money("GBP", true), QUANTITY, PERCENT])
    expect(typedDecimal(exampleOf(kind), kind)).toBeDefined();
});

test("isFraction: a price with more places than the currency", () => {
  expect([
    isFraction("1.5", "GBP"),
    isFraction("1.299", "GBP"),
    isFraction("1.299", "KWD"),
    isFraction("1.5", "JPY"),
  ]).toEqual([...[false, true, false, true]]);
});
