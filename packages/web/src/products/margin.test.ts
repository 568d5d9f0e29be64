import { expect, test } from "vitest";
import { marginOf } from "./margin.ts";

test.each([
  ["12.00", "5", "20", true, 0.5],
  ["12.00", "6", "20", false, 0.5],
  ["4.00", "5", "0", true, -0.25],
  ["0", "5", "20", true, undefined],
])(
  "marginOf: is what is left when %s is charged for what costs %s at %s %%, included: %s",
  (price, cost, taxRate, pricesIncludeTax, margin) => {
    expect(marginOf({ price, cost }, { taxRate, pricesIncludeTax })).toBe(margin);
  },
);
