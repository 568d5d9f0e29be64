import { expect, test } from "vitest";
import { patched } from "./patch.ts";
import { RequestError } from "./result.ts";

interface Thing {
  readonly name: string;
  readonly note?: string;
}
const thing: Thing = { name: "A", note: "n" };

test("patched: keeps a field when it is absent or undefined", () => {
  expect(patched(thing, {}, ["name"])).toEqual(thing);
  expect(patched(thing, { name: undefined, note: undefined }, ["name"])).toEqual(thing);
});

test("patched: replaces a field when the patch names a value", () => {
  expect(patched(thing, { name: "B", note: "" }, ["name"])).toEqual({ name: "B", note: "" });
});

test("patched: removes a field when the patch names null", () => {
  const after = patched(thing, { note: null }, ["name"]);
  expect(after).toEqual({ name: "A" });
  expect(Object.keys(after)).toEqual(["name"]);
});

test("patched: throws BAD_REQUEST when a required field is removed", () => {
  expect(() => patched(thing, { name: null }, ["name"])).toThrow(RequestError);
});
