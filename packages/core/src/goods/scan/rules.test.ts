import fc from "fast-check";
import { expect, test } from "vitest";
import { fromScaled } from "../../base/decimal.ts";
import { withCheckDigit } from "../../base/gtin.ts";
import { extendPrice, PRICE_PLACES } from "../../base/money.ts";
import { parseQuantity } from "../../base/quantity.ts";
import { parsePrice } from "../catalog/model.ts";
import { findScanned, isLabelPrice, readingsOf, soldByCode } from "./rules.ts";

const LAYOUTS = ["21IIIIIWWDDDC", "22IIIIIPPPDDC"];

test("findScanned: returns the article with just the code before the one of a scale's label", () => {
  const known = new Map([
    ["2100001027506", "gift box"],
    ...["2100001000004", "00001", "1"].map((code) => [code, code] as const),
  ]);
  const find = (code: string) => known.get(code);
  expect(findScanned("2100001027506", LAYOUTS, find)).toEqual({
    found: "gift box",
    reading: { codes: ["2100001027506"] },
    code: "2100001027506",
  });
  for (const code of ["2100001027506", "2100001000004", "00001"]) {
    known.delete(code);
    const next = findScanned("2100001027506", LAYOUTS, find);
    expect(next?.reading.weight).toBe("2.75");
    expect(next?.found).toBe([...known.keys()][0]);
  }
  expect(findScanned("2100001027506", [], find)).toBeUndefined();
});

test("readingsOf: an element string is its own code first, then its number as it is usually printed", () => {
  const code = "]C10109506000134352310300048010L7";
  expect(readingsOf(code, LAYOUTS)).toEqual([
    { codes: [code] },
    {
      ...{ codes: ["9506000134352"], weighed: { KILOGRAM: "0.48" } },
      text: "(01)09506000134352(3103)000480(10)L7",
    },
  ]);
});

test("soldByCode: a weight is the quantity of what is sold by its unit, and a price is charged beside it", () => {
  const sold = (elements: string, unit: "KILOGRAM" | "POUND" | "EACH", unitPrice = "20") => {
    const find = (code: string) => (code === "9506000134352" ? unit : undefined);
    const scanned = findScanned(`(01)09506000134352${elements}`, [], find);
    return soldByCode(scanned?.reading ?? {}, { unit, unitPrice }, 2);
  };
  const [kilograms, pounds] = ["(3103)000480", "(3202)001250"];
  expect(sold(kilograms, "KILOGRAM")).toEqual({ quantity: "0.48" });
  expect(sold(pounds, "POUND")).toEqual({ quantity: "12.5" });
  expect(sold(pounds, "KILOGRAM")).toEqual({});
  expect(sold(kilograms, "POUND")).toEqual({});
  expect(sold(kilograms, "EACH")).toEqual({});
  expect(sold(`${kilograms}(3922)000960`, "KILOGRAM")).toEqual({ quantity: "0.48", unitPrice: "20" });
  expect(sold(`${kilograms}(3922)001299`, "KILOGRAM")).toEqual({ quantity: "0.48", unitPrice: "27.0625" });
  expect(sold("(3922)001299", "KILOGRAM")).toEqual({ quantity: "0.65", unitPrice: "19.984615" });
  expect(sold(`${kilograms}(3922)001299`, "EACH")).toEqual({ quantity: "1", unitPrice: "12.99" });
});

test("soldByCode: a label comes to just its price, in currencies of 0, 2 and 3 places, and is no override", () => {
  const prices = fc.integer({ min: 1, max: 99_999 });
  const asked = fc.integer({ min: 1, max: 999_999_999 });
  fc.assert(
    fc.property(prices, asked, fc.constantFrom(0, 2, 3), fc.boolean(), (label, millionths, digits, isMeasured) => {
      const layout = { 0: "22IIIIIPPPPPC", 2: "22IIIIIPPPDDC", 3: "22IIIIIPPDDDC" }[digits] ?? "";
      const code = withCheckDigit(`2200001${String(label).padStart(5, "0")}`);
      const variant = {
        ...{ sku: "1", barcodes: [], unitPrice: fromScaled(millionths, PRICE_PLACES) },
        unit: isMeasured ? ("KILOGRAM" as const) : ("EACH" as const),
      };
      const scanned = findScanned(code, [layout], (each) => (each === "1" ? variant : undefined));
      const { quantity = "", unitPrice = "" } = soldByCode(scanned?.reading ?? {}, variant, digits);
      // What costs next to nothing: the label buys more than a quantity holds.
      fc.pre(parseQuantity(quantity) !== undefined);
      expect(extendPrice(parsePrice(unitPrice) ?? 0, parseQuantity(quantity) ?? 0, digits)).toBe(label);
      const line = { code, quantity, unitPrice };
      expect(isLabelPrice(line, variant, { scaleLayouts: [layout], digits })).toBe(true);
      expect(isLabelPrice(line, { ...variant, sku: "2" }, { scaleLayouts: [layout], digits })).toBe(false);
      const other = fromScaled((parsePrice(unitPrice) ?? 0) + 10 ** (PRICE_PLACES + 3), PRICE_PLACES);
      expect(isLabelPrice({ ...line, unitPrice: other }, variant, { scaleLayouts: [layout], digits })).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
