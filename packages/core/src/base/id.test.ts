import fc from "fast-check";
import { expect, test } from "vitest";
import { type Id, isId, longId, makeId, prefixOf, shortId, ulid } from "./id.ts";

test("ulid: encodes the time like the example in the specification", () => {
  expect(ulid(1469918176385, new Uint8Array(10))).toBe("01ARYZ6S410000000000000000");
  expect(ulid(2 ** 48 - 1, new Uint8Array(10).fill(255))).toBe("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
});

test("ulid: is valid, sorts by time and keeps all random bits", () => {
  const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(time, time, bytes, bytes, (one, other, left, right) => {
      const [first, second] = [ulid(one, left), ulid(other, right)];
      expect(isId("sal", `sal_${first}`)).toBe(true);
      if (one < other) expect(first < second).toBe(true);
      const same = one === other && Buffer.from(left).equals(Buffer.from(right));
      expect(first === second).toBe(same);
    }),
  );
});

test.each([
  "sal_01ARYZ6S41000000000000000",
  "sal_01ARYZ6S4100000000000000000",
  "pay_01ARYZ6S410000000000000000",
  "sal_01aryz6s410000000000000000",
  "sal_81ARYZ6S410000000000000000",
  "sal_01ARYZ6S41000000000000000U",
  "sal-01ARYZ6S410000000000000000",
  "sal_01ARYZ6S410000000000000000\n",
  "",
])("id: %j is no sale's id", (text) => {
  expect(isId("sal", text)).toBe(false);
});

test("prefixOf: returns the prefix of a well-formed id", () => {
  expect(prefixOf("loc_01ARYZ6S410000000000000000")).toBe("loc");
  expect(prefixOf("xyz_01ARYZ6S410000000000000000")).toBeUndefined();
  expect(prefixOf("toString")).toBeUndefined();
});

test("shortId: leaves the prefix of a well-formed id out, and longId restores any text", () => {
  const id = "var_01ARYZ6S410000000000000000";
  expect(shortId("var", id)).toBe("01ARYZ6S410000000000000000");
  const odd = ["", "=", "=01ARYZ6S410000000000000000", "01ARYZ6S410000000000000000", "cus_01ARYZ6S410000000000000000"];
  for (const text of [id, ...odd, "var_nobody", "var_", "nobody"])
    expect(longId("var", shortId("var", text))).toBe(text);
  fc.assert(fc.property(fc.string(), (text) => longId("var", shortId("var", text)) === text));
});

test("id: the id of one kind does not compile as the id of another, nor does any text", () => {
  const keyOf = (terminalId: Id<"trm">, staffId: Id<"stf">) => `${terminalId}#${staffId}`;
  const terminalId = makeId("trm", 0, new Uint8Array(10));
  const staffId = makeId("stf", 0, new Uint8Array(10));
  expect(keyOf(terminalId, staffId)).toBe(`trm_${"0".repeat(26)}#stf_${"0".repeat(26)}`);
  // @ts-expect-error The two are the wrong way round.
  expect(keyOf(staffId, terminalId)).toContain("stf_");
  const text: string = terminalId;
  // @ts-expect-error A text is no id before it was checked.
  expect(keyOf(text, staffId)).toContain("trm_");
  expect(isId("trm", text) && keyOf(text, staffId)).toContain("trm_");
});
