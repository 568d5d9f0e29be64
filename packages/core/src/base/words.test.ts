import { expect, test } from "vitest";
import { foldedText } from "./fold.ts";
import { formerWordsOf, searchedText, searchWords, wordsOf } from "./words.ts";

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

test("R6: wordsOf: returns every word when a text has many", () => {
  const text = Array.from({ length: 40 }, (_, index) => `w${index}`).join(" ");
  expect(wordsOf(text)).toHaveLength(40);
  expect(wordsOf("汉".repeat(40))).toHaveLength(32);
  expect(formerWordsOf(text)).toHaveLength(16);
});

test("searchedText: has the words of the text", () => {
  for (const text of ["Crème-Brûlée (SET OF 3), crème", "苹果汁 500ml", "ภาษาไทย Straße"])
    expect(wordsOf(searchedText(text))).toEqual(wordsOf(text));
});

const SAME: readonly (readonly [script: string, stored: string, typed: string])[] = [
  ["German", "Straße", "strasse"],
  ["German capitals", "STRAẞE", "straße"],
  ["Danish", "Rødgrød Æble Ål", "rodgrod aeble al"],
  ["French", "Œuvre", "oeuvre"],
  ["Polish", "Łódź", "lodz"],
  ["Croatian", "Đakovo", "dakovo"],
  ["Icelandic", "Þórður Guð", "thordur gud"],
  ["Turkish capitals", "İSTANBUL IŞIK", "istanbul isik"],
  ["Turkish", "ışık kapı", "IŞIK KAPI"],
  ["Vietnamese", "Đường phố", "duong pho"],
  ["Maltese", "Ħobż", "hobz"],
  ["Greek", "Ὀδυσσεύς ΣΟΦΟΣ", "οδυσσευσ σοφος"],
  ["Russian", "Ёлка", "елка"],
  ["Arabic", "مُحَمَّدٌ أحمد", "محمد احمد"],
  ["Arabic stretched", "كـــتاب", "كتاب"],
  ["Persian", "کیف", "كيف"],
  ["Hebrew", "שָׁלוֹם", "שלום"],
  ["full width", "ＡＢＣ　１２３", "abc 123"],
  ["half-width kana", "ｺｰﾋｰ", "コーヒー"],
  ["kana", "カメラ", "かめら"],
  ["Arabic digits", "٥٠٠ ۲۵۰", "500 250"],
  ["Devanagari digits", "१२", "12"],
  ["Hangul decomposed", "한글".normalize("NFD"), "한글"],
  ["ligatures", "ﬁne", "fine"],
];

test.each(SAME)("R9: wordsOf: %s: %s is found as %s", (_, stored, typed) => {
  expect(searchWords(typed)).toEqual(searchWords(stored));
  expect(foldedText(foldedText(stored))).toBe(foldedText(stored));
});

test("R9: wordsOf: keeps apart what are other words", () => {
  for (const [one, other] of [
    ["がす", "かす"],
    ["कि", "का"],
    ["กา", "กิ"],
    ["한", "하"],
  ] as const)
    expect([one, searchWords(one)]).not.toEqual([one, searchWords(other)]);
});

test("R6: wordsOf: returns every suffix in Thai, Lao, Khmer and Burmese, too", () => {
  for (const word of ["น้ำผลไม้", "ນ້ຳໝາກໄມ້", "ទឹកផ្លែឈើ", "သစ်သီးဖျော်ရည်"]) {
    const [end = ""] = searchWords([...foldedText(word)].slice(3).join(""));
    expect([word, wordsOf(word).some((each) => each.startsWith(end))]).toEqual([word, true]);
  }
});
