import { expect, test } from "vitest";
import { searchWords, wordsOf } from "./words.ts";

test("wordsOf: ignores case, accents and punctuation, and returns each word once", () => {
  expect(wordsOf("Crème-Brûlée (SET OF 3), crème")).toEqual(["creme", "brulee", "set", "of", "3"]);
});

test("wordsOf: returns every suffix when the script has no spaces", () => {
  expect(wordsOf("苹果汁 500ml")).toEqual(["苹果汁", "果汁", "汁", "500ml"]);
});

test("searchWords: normalizes like wordsOf, but returns no suffixes", () => {
  expect(searchWords("  Heart, HÖL ")).toEqual(["heart", "hol"]);
  expect(searchWords("果汁")).toEqual(["果汁"]);
});

test("wordsOf: returns the first words when a text has many", () => {
  const text = Array.from({ length: 40 }, (_, index) => `w${index}`).join(" ");
  expect(wordsOf(text)).toHaveLength(16);
  expect(wordsOf("汉".repeat(40))).toHaveLength(16);
});
