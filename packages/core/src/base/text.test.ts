import { expect, test } from "vitest";
import { cleanLines, nameProblem, storedLinesProblem, storedNameProblem, textProblem } from "./text.ts";

test.each([
  ["", undefined],
  ["Käse 中文 😀", undefined],
  ["😀".repeat(10), undefined],
  ["😀".repeat(11), "is longer than 10 characters"],
  ["a\u0000b", "has control characters"],
  ["a\nb", "has control characters"],
  ["a\u007f", "has control characters"],
  ["a\u0085", "has control characters"],
  ["a\ud800", "is not well-formed Unicode (a lone surrogate)"],
])("text: %j of at most ten characters: %s", (text, problem) => {
  expect(textProblem(text, 10)).toBe(problem);
});

test("nameProblem: rejects a name that is only white space", () => {
  expect(nameProblem(" \u3000")).toBe("is empty");
  expect(nameProblem("x".repeat(200))).toBeUndefined();
  expect(nameProblem("x".repeat(201))).toBe("is longer than 200 characters");
});

test("storedNameProblem: takes Mongolian letters in their forms, and flags of countries in a country", () => {
  for (const name of [
    "\u1830\u180b\u1820",
    "\u182e\u1823\u1829\u182d\u1823\u182f\u180e\u1820",
    "Fudge \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  ])
    expect([name, storedNameProblem(name)]).toEqual([name, undefined]);
  for (const name of ["a\u180bb", "x\u{e0067}\u{e007f}", "\u{1f3f4}\u{e0067}", "\u{e0067}\u{e0062}\u{e0065}\u{e007f}"])
    expect([name, storedNameProblem(name)]).not.toEqual([name, undefined]);
});

test("cleanLines: keeps the lines without what is around them", () => {
  expect(cleanLines("\r\n 1 High Street \r\n\nLondon\t\n \n")).toBe("1 High Street\n\nLondon");
  expect(cleanLines(" \n ")).toBe("");
});

test.each([
  ["1 High Street\nLondon", undefined],
  ["a\nb\nc\nd", "has more than 3 lines"],
  ["a\u0000b\nc", "has control characters"],
  ["a\u200bb", "has an invisible character (U+200B)"],
  ["x".repeat(21), "is longer than 20 characters"],
])("storedLinesProblem: %j of at most three lines and twenty characters: %s", (text, problem) => {
  expect(storedLinesProblem(text, { characters: 20, lines: 3 })).toBe(problem);
});
