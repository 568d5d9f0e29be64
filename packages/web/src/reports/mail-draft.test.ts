import { expect, test } from "vitest";
import { recipientsOf, recipientsProblem } from "./mail-draft.ts";

const draft = (recipients: readonly string[], typed = "") => ({ recipients, typed, language: "EN" as const });

test("recipientsOf: has what was typed without Enter, and each address once (dashboard bug 16)", () => {
  expect(recipientsOf(draft([], "ada@example.com"))).toEqual(["ada@example.com"]);
  expect(recipientsOf(draft(["a@b.example"], " c@d.example；e@f.example, A@b.example "))).toEqual([
    "a@b.example",
    "c@d.example",
    "e@f.example",
  ]);
});

test.each([
  ["there is none", draft([]), { is: "none" }],
  ["one is no address", draft(["ada@example.com"], "ada@"), { is: "wrong", addresses: ["ada@"] }],
  ["there are too many", draft(Array.from({ length: 21 }, (_, index) => `a${index}@b.example`)), { is: "tooMany" }],
  ["all are addresses", draft([], "ada@example.com"), undefined],
])("recipientsProblem: is right when %s", (_when, of, problem) => {
  expect(recipientsProblem(of)).toEqual(problem);
});
