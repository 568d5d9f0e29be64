import { describe, expect, test } from "vitest";
import { formatsOf } from "./formats.ts";
import { localeFor } from "./locales.ts";

const INSTANT = "2026-11-28T16:05:00.000Z";
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

describe("formats", () => {
  test("percent: shows a tax rate with all the places that it is charged at", () => {
    for (const locale of ["en-GB", "zh-CN"])
      for (const rate of ["8.875", "7.7", "20", "0", "5.123456"])
        expect(formatsOf(locale).percent(Number(rate) / 100)).toBe(`${rate}%`);
  });

  test.each([
    ["en-GB", "28 Nov 2026, 16:05", "28/11/2026", "08:00", "−£2.39"],
    ["zh-CN", "2026年11月28日 16:05", "2026/11/28", "08:00", "−£2.39"],
    ["en-US", "Nov 28, 2026, 4:05 PM", "11/28/2026", "8:00 AM", "−£2.39"],
  ])("dateTime, dayDigits, hour, money: as people of %s write them (terminal B20)", (locale, ...texts) => {
    const format = formatsOf(locale);
    const money = format.money({ amount: -239, currency: "GBP" });
    expect([format.dateTime(INSTANT, "UTC"), format.dayDigits("2026-11-28"), format.hour(8), money].map(plain)).toEqual(
      texts,
    );
  });

  test("money: exact when the amount has more digits than a number of JavaScript holds exactly after a division", () => {
    expect(formatsOf("en-GB").money({ amount: 9_007_199_254_740_991, currency: "GBP" })).toBe("£90,071,992,547,409.91");
  });
});

describe("localeFor: the page's language as the shop's country writes it", () => {
  test.each([
    ["en", { currency: "GBP" }, "en-GB"],
    ["en", { currency: "USD" }, "en-US"],
    ["en", { currency: "USD", country: "GB" }, "en-GB"],
    ["en", { currency: "EUR", country: "IE" }, "en-IE"],
    ["en", { currency: "EUR" }, "en-GB"],
    ["en", { currency: "CNY" }, "en-GB"],
    ["zh", { currency: "CNY" }, "zh-CN"],
    ["zh", { currency: "GBP" }, "zh-CN"],
    ["zh", { currency: "SGD" }, "zh-SG"],
  ] as const)("%s, %o: %s", (language, shop, locale) => {
    expect(localeFor(language, shop)).toBe(locale);
  });
});
