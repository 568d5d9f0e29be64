import { formatsOf } from "@pos/messages/formats.ts";
import { expect, test } from "vitest";
import { typedDay } from "./typed-day.ts";

test.each([
  ["en-GB", "28/11/2026", "2026-11-28"],
  ["en-GB", "3.2.26", "2026-02-03"],
  ["en-GB", "28/11", "2026-11-28"],
  ["en-GB", "2026-11-28", "2026-11-28"],
  ["en-GB", "11/28/2026", undefined],
  ["en-GB", "30/2/2026", undefined],
  ["en-GB", "29/2/2028", "2028-02-29"],
  ["en-GB", "yesterday", undefined],
  ["en-GB", "28", undefined],
  ["en-GB", "", undefined],
  ["en-US", "11/28/2026", "2026-11-28"],
  ["en-US", "11/28", "2026-11-28"],
  ["zh-CN", "2026年11月28日", "2026-11-28"],
  ["zh-CN", "2026/11/28", "2026-11-28"],
  ["zh-CN", "11-28", "2026-11-28"],
])("typedDay: reads a day as people of %s type it when it is %j", (locale, text, day) => {
  expect(typedDay(text, formatsOf(locale).dayDigits("2001-02-03"), 2026)).toBe(day);
});
