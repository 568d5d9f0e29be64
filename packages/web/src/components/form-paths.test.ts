import { expect, test } from "vitest";
import { rebased, splitByField } from "./form-paths.ts";

const refusal = (...path: string[]) => ({ path: ["input", ...path] });
const fieldOf = (path: string, ...fields: string[]) =>
  [...splitByField([refusal(...path.split("."))], among(...fields)).byField.keys()][0];
const among =
  (...fields: string[]) =>
  (name: string) =>
    fields.includes(name);

test("splitByField: assigns a refusal to the field of its row when the path leads into an array", () => {
  expect(fieldOf("variants.3.sku", "variants.0.sku", "variants.3.sku")).toBe("variants.3.sku");
});

test("splitByField: assigns a refusal of an element to the field of its list", () => {
  expect(fieldOf("recipients.1", "recipients")).toBe("recipients");
});

test("splitByField: assigns a refusal to the longest of several fields", () => {
  expect(fieldOf("variant.sku", "variant", "variant.sku")).toBe("variant.sku");
});

test("splitByField: leaves a refusal to the form when no field has its path, or only one with a longer name", () => {
  for (const path of ["nameOfOther", "id", ""]) expect(fieldOf(path, "name", "nameOfOther.text")).toBeUndefined();
});

test("splitByField: keeps all refusals of a field together, and the others apart", () => {
  const [first, second, other] = [refusal("recipients", "0"), refusal("recipients", "3"), refusal("version")];
  const { byField, rest } = splitByField([first, other, second], among("recipients"));
  expect([...byField]).toEqual([["recipients", [first, second]]]);
  expect(rest).toEqual([other]);
});

test("rebased: keeps what was typed and takes the rest when the record changed meanwhile", () => {
  const before = { name: "Tea", tags: ["a"], note: "" };
  const typed = { ...before, note: "strong" };
  const now = { name: "Green tea", tags: ["a", "b"], note: "weak" };
  expect(rebased(typed, before, now)).toEqual({ name: "Green tea", tags: ["a", "b"], note: "strong" });
});

test("splitByField: assigns a refusal to the form's own name of its field", () => {
  const cost = refusal("lines", "0", "unitCost");
  const { byField } = splitByField([cost], among("unitCost"), (path) => path.replace("lines.0.", ""));
  expect([...byField]).toEqual([["unitCost", [cost]]]);
});
