import { expect, test } from "vitest";
import { isCountry } from "./country.ts";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

test("isCountry: takes 249 codes of ISO 3166-1 and Kosovo, each with a name in both languages", () => {
  const codes = LETTERS.flatMap((one) => LETTERS.map((two) => one + two)).filter(isCountry);
  expect(codes).toHaveLength(250);
  for (const language of ["en", "zh-Hans"]) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    expect(codes.filter((code) => names.of(code) === undefined)).toEqual([]);
  }
});

test.each(["gb", "UK", "EU", "ZZ", "GBR", "", "G", "UN"])("isCountry: rejects %j", (text) => {
  expect(isCountry(text)).toBe(false);
});
