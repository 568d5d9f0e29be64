import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalContent, canonicalJson, type Json, withoutEmpty } from "./canonical.ts";

const json = fc.jsonValue() as fc.Arbitrary<Json>;

test("canonicalJson: returns the same text when members are in another order", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (object) => {
      const text = canonicalJson(object);
      expect(JSON.stringify(JSON.parse(text))).toBe(
        JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text) as Json))),
      );
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(reversed)).toBe(text);
    }),
  );
});

test("canonicalJson: sorts names by UTF-16 code units and omits undefined members", () => {
  expect(
    canonicalJson({ b: 1, a: undefined, B: [true, null, { d: "\u00e4", c: 1.5 }], "\u{1f600}": 2, "\uffff": 3 }),
  ).toBe('{"B":[true,null,{"c":1.5,"d":"ä"}],"b":1,"😀":2,"\uffff":3}');
});

test.each([
  [{ a: "", b: [], c: {}, d: null, e: undefined }, undefined],
  [{ a: { b: { c: "" } } }, undefined],
  [
    { a: 0, b: false },
    { a: 0, b: false },
  ],
  [{ a: [null, "", { b: "" }] }, { a: [null, null, null] }],
  [[{}], [null]],
])("withoutEmpty: %j becomes %j", (value, rest) => {
  expect(withoutEmpty(value as Json)).toEqual(rest);
});

test("canonicalContent: equals the canonical text of the value without empty members", () => {
  const saying = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom(null, "", 0, false),
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      tie("list"),
      tie("object"),
    ),
    list: fc.array(tie("value"), { maxLength: 4 }),
    object: fc.dictionary(
      fc.string().filter((name) => name !== "__proto__"),
      tie("value"),
      { maxKeys: 5 },
    ),
  })).value as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(saying, (value) => {
      const left = withoutEmpty(value);
      expect(canonicalContent(value)).toBe(left === undefined ? "" : canonicalJson(left));
    }),
  );
});
