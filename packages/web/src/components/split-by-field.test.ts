import { expect, test } from "vitest";
import { splitByField } from "./split-by-field.ts";

const refusal = (...path: string[]) => ({ path: ["input", ...path] });

test("splitByField: assigns a refusal to the field of its path", () => {
  const [name, sku] = [refusal("name"), refusal("variants", "1", "sku")];
  const { byField, rest } = splitByField([name, sku], ["name", "variants.0.sku", "variants.1.sku"]);
  expect([...byField]).toEqual([
    ["name", [name]],
    ["variants.1.sku", [sku]],
  ]);
  expect(rest).toEqual([]);
});

test("splitByField: assigns a refusal of an element to the field of its list", () => {
  const both = [refusal("recipients", "0"), refusal("recipients", "3")];
  expect([...splitByField(both, ["recipients"]).byField]).toEqual([["recipients", both]]);
});

test("splitByField: assigns a refusal to the longest of several fields", () => {
  const sku = refusal("variant", "sku");
  expect([...splitByField([sku], ["variant", "variant.sku"]).byField]).toEqual([["variant.sku", [sku]]]);
});

test("splitByField: leaves a refusal to the form when no field has its path", () => {
  const others = [refusal("nameOfOther"), refusal("id"), { path: ["input"] }];
  const { byField, rest } = splitByField(others, ["name"]);
  expect([...byField]).toEqual([]);
  expect(rest).toEqual(others);
});
