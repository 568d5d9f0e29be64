import { describe, expect, test } from "vitest";
import { createFormats } from "./formats.ts";

describe("formats", () => {
  test("percent: shows a tax rate with all the places that it is charged at", () => {
    for (const locale of ["en-GB", "zh-CN"])
      for (const rate of ["8.875", "7.7", "20", "0", "5.123456"])
        expect(createFormats(locale).percent(Number(rate) / 100)).toBe(`${rate}%`);
  });
});
