import { describe, expect, test } from "vitest";
import { proposedSkus } from "./sku-proposal.ts";

describe("proposedSkus", () => {
  test.each([
    ["Paper lantern", [], "PAPER-LANTERN"],
    ["Crème brûlée, set of 3", [], "CREME-BRULEE-SET-OF"],
    ["Supercalifragilisticexpialidocious", [], "SUPERCALIFRAGILISTIC"],
    ["T-shirt", ["XL", "Navy blue"], "T-SHIRT-XL-NAVY"],
    ["苹果汁", [], "P1"],
    ["苹果汁", ["大"], "P1-01"],
    ["T-shirt", ["XL", "红色"], "T-SHIRT-01"],
  ])("proposedSkus: takes what a keyboard has when the name is %s with %j", (name, values, sku) => {
    expect(proposedSkus(name, "P1", [values])).toEqual([sku]);
  });

  test("proposedSkus: adds a number when two variants would have the same", () => {
    expect(proposedSkus("Cup", "P1", [["Light blue"], ["Light green"]])).toEqual(["CUP-LIGHT", "CUP-LIGHT-2"]);
  });
});
