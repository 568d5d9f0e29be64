import { expect, test } from "vitest";
import { searchWords, wordsOf } from "./words.ts";

test("words: without case, accents and punctuation, each once", () => {
  expect(wordsOf("Crème-Brûlée (SET OF 3), crème")).toEqual(["creme", "brulee", "set", "of", "3"]);
});

test("words: what is written without spaces is found from any of its characters on", () => {
  expect(wordsOf("苹果汁 500ml")).toEqual(["苹果汁", "果汁", "汁", "500ml"]);
});

test("words: what is looked for is cut the same way", () => {
  expect(searchWords("  Heart, HÖL ")).toEqual(["heart", "hol"]);
  expect(searchWords("果汁")).toEqual(["果汁"]);
});

test("words: a text of many words is found by its first ones", () => {
  const text = Array.from({ length: 40 }, (_, index) => `w${index}`).join(" ");
  expect(wordsOf(text)).toHaveLength(16);
  expect(wordsOf("汉".repeat(40))).toHaveLength(16);
});
