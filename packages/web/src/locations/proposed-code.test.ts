import { expect, test } from "vitest";
import { proposedCode } from "./proposed-code.ts";

test.each([
  ["Harbour", "HARBOU"],
  ["Café 12", "CAFE12"],
  ["人民广场店", ""],
  ["", ""],
])("proposedCode: of %j is %j", (name, code) => {
  expect(proposedCode(name)).toBe(code);
});
