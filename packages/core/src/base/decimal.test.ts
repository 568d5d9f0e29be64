import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalDecimal, decimalPlacesOf, fromScaled, toScaled } from "./decimal.ts";

test.each([
  ["1", "1"],
  ["+1", "1"],
  ["-1", "-1"],
  ["007", "7"],
  ["0.50", "0.5"],
  ["-0.000", "0"],
  ["-0", "0"],
  ["1.000", "1"],
  ["00.10", "0.1"],
])("decimal: %s is %s in canonical form", (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each(["", " 1", "1 ", ".5", "5.", "1e3", "0x10", "1,5", "١", "--1", "+-1", "NaN", "1.2.3", "1\n"])(
  "decimal: %j is none",
  (text) => {
    expect(canonicalDecimal(text)).toBeUndefined();
  },
);

test.each([
  ["1.25", 3, 1250],
  ["-0.001", 3, -1],
  ["0", 6, 0],
  ["1.2345", 3, undefined],
  ["9007199254740991", 0, 9007199254740991],
  ["9007199254740992", 0, undefined],
  ["9007199254.740991", 6, 9007199254740991],
])("decimal: %s counted in 10^-%i is %s", (text, places, scaled) => {
  expect(toScaled(text, places)).toBe(scaled);
});

test("fromScaled: returns a canonical decimal that toScaled reads back", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (scaled, places) => {
      const text = fromScaled(scaled, places);
      expect(toScaled(text, places)).toBe(scaled + 0);
      expect(canonicalDecimal(text)).toBe(text);
      expect(decimalPlacesOf(text)).toBeLessThanOrEqual(places);
    }),
  );
});
