import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gtinOf, withCheckDigit } from "./gtin.ts";
import { areAlike, readScaleCode, scaleLayoutProblem } from "./scale-code.ts";

const WEIGHT = "21IIIIIWWDDDC";
const PRICE = "02IIIIIVPPDDC";

describe("readScaleCode", () => {
  test("readScaleCode: reads 2100001027506 as 2.75 of the article 2100001000004", () => {
    const articles = ["2100001000004", "00001", "1"];
    expect(readScaleCode("2100001027506", [PRICE, WEIGHT])).toEqual({ articles, weight: "2.75" });
  });

  test("readScaleCode: reads a price whose digit verifies it, as EAN-13 and as UPC-A", () => {
    // GS1's own example of four digits: 2875 has the digit 9.
    const code = withCheckDigit("021234592875");
    const read = { articles: [withCheckDigit("021234500000"), "12345"], price: "28.75" };
    expect([code, code.slice(1)].map((one) => readScaleCode(one, [WEIGHT, PRICE]))).toEqual([read, read]);
    for (const wrong of "012345678")
      expect(readScaleCode(withCheckDigit(`0212345${wrong}2875`), [PRICE])).toBeUndefined();
  });

  test("readScaleCode: verifies five digits as GS1 does", () => {
    // GS1's own example of five digits: 14685 has the digit 6.
    const layout = "22IIIIVPPPDDC";
    expect(readScaleCode(withCheckDigit("220042614685"), [layout])?.price).toBe("146.85");
    expect(readScaleCode(withCheckDigit("220042514685"), [layout])).toBeUndefined();
  });

  test("readScaleCode: returns undefined when the check digit, the prefix or the length is another", () => {
    for (const code of ["2100001027507", "2200001027503", "21000010275", "", "4006381333931", "2100001000004"])
      expect([code, readScaleCode(code, [WEIGHT])]).toEqual([code, undefined]);
    expect(readScaleCode("2100001027506", [])).toBeUndefined();
  });

  test("readScaleCode: returns what the scale printed, for every article and weight", () => {
    const weights = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), weights, (item, grams) => {
        const digits = `21${String(item).padStart(5, "0")}`;
        const read = readScaleCode(withCheckDigit(`${digits}${String(grams).padStart(5, "0")}`), [WEIGHT]);
        expect(Number(read?.weight)).toBe(grams / 1000);
        expect(read?.articles[0]).toBe(withCheckDigit(`${digits}00000`));
        expect(read?.articles.at(-1)).toBe(String(item));
      }),
    );
  });
});

test("withCheckDigit: makes a GTIN of any digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
      expect(gtinOf(withCheckDigit(String(number).padStart(12, "0")))).toBeDefined();
    }),
  );
});

test.each([
  [WEIGHT, undefined],
  [PRICE, undefined],
  ["20IIIIIIPPPPC", undefined],
  ["2912IIIIPPPDC", undefined],
  ["25WWDDDIIIIIC", undefined],
  ["23XIIIIPPPDDC", undefined],
  ["21IIIIIWWDDD", "has 13 characters"],
  ["40IIIIIWWDDDC", "begins with 02 or 20 to 29"],
  ["21IIIIIDDDDDC", "has I for"],
  ["21IIIWWIIDDDC", "has I for"],
  ["21IIIIIWWPPPC", "has I for"],
  ["21IIIIIWWDDDD", "has I for"],
  ["21IIIIIIIIIIC", "has I for"],
  ["21iiiiiWWDDDC", "has I for"],
  ["21IIIIVVPPDDC", "has one digit"],
  ["21IIIIIIVPPDC", "has 4 or 5"],
])("scaleLayoutProblem: of %s is %s", (layout, problem) => {
  const found = scaleLayoutProblem(layout);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
});

test("areAlike: is true when one prefix begins with the other", () => {
  expect(areAlike(WEIGHT, "2112IIIPPPDDC")).toBe(true);
  expect(areAlike(WEIGHT, PRICE)).toBe(false);
});
