import { expect, test } from "vitest";
import { nameProblem, textProblem } from "./text.ts";

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
