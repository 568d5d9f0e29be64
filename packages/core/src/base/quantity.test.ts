import { expect, test } from "vitest";
import { formatQuantity, parseQuantity } from "./quantity.ts";

test.each([
  ["1", 1000],
  ["0.375", 375],
  ["-2.5", -2500],
  ["9999999.999", 9_999_999_999],
  ["10000000", undefined],
  ["-10000000", undefined],
  ["0.0001", undefined],
])("quantity: %s is %s thousandths", (text, quantity) => {
  expect(parseQuantity(text)).toBe(quantity);
  if (quantity !== undefined) expect(formatQuantity(quantity)).toBe(text);
});
