import { expect, test } from "vitest";
import { byCode } from "./code-order.ts";

test("byCode: orders numbers by their value when codes contain them (dashboard bug 25)", () => {
  const codes = ["DEMO 10", "B", "DEMO 9", "A2", "A10", "DEMO 3"].map((code) => ({ code }));
  expect(codes.toSorted(byCode).map(({ code }) => code)).toEqual(["A2", "A10", "B", "DEMO 3", "DEMO 9", "DEMO 10"]);
});
