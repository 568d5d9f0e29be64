import { expect, test } from "vitest";
import type { Item } from "../port/port.ts";
import { createKnownItems } from "./known-items.ts";

function knownItems() {
  let decoded = 0;
  const known = createKnownItems((bytes) => {
    decoded++;
    return JSON.parse(bytes.toString("utf8")) as Item;
  });
  return {
    read: (item: object, name = "k") => known.read(name, Buffer.from(JSON.stringify(item))),
    count: () => decoded,
  };
}

test("known items: the same bytes are decoded once, by whatever buffer they come", () => {
  const { read, count } = knownItems();
  const item = { pk: "p", sk: "s", list: [1] };
  expect(read(item)).toEqual(item);
  expect(read(item)).toBe(read(item));
  expect(count()).toBe(1);
});

test("known items: other bytes under the same name are another item, also of the same length, and also when it was so before", () => {
  const { read } = knownItems();
  const [first, second] = [
    { pk: "p", sk: "s", name: "a" },
    { pk: "p", sk: "s", name: "b" },
  ];
  expect(read(first)).toEqual(first);
  expect(read(second)).toEqual(second);
  expect(read(first)).toEqual(first);
  expect(read({ ...first, more: 1 })).toEqual({ ...first, more: 1 });
});

test("known items: what lmdb does with its bytes afterwards changes nothing", () => {
  const known = createKnownItems((bytes) => JSON.parse(bytes.toString("utf8")) as Item);
  const text = JSON.stringify({ pk: "p", sk: "s", name: "a" });
  const bytes = Buffer.from(text);
  const read = known.read("k", bytes);
  bytes.fill(32);
  expect(known.read("k", Buffer.from(text))).toBe(read);
});

test("known items: what is shared cannot be changed, at any depth", () => {
  const { read } = knownItems();
  const item = read({ pk: "p", sk: "s", map: { list: [1] } }) as unknown as { map: { list: number[] } };
  expect(() => item.map.list.push(2)).toThrow(TypeError);
  expect(() => Object.assign(item.map, { more: 1 })).toThrow(TypeError);
});

test("known items: thousands of others push out what is not used, not what is", () => {
  const { read, count } = knownItems();
  const used = { pk: "p", sk: "used" };
  const unused = { pk: "p", sk: "unused" };
  const first = read(used, "used");
  read(unused, "unused");
  for (let other = 0; other < 10_000; other++) {
    read({ pk: "p", sk: String(other) }, String(other));
    expect(read(used, "used")).toBe(first);
  }
  const before = count();
  read(unused, "unused");
  expect(count()).toBe(before + 1);
});

test("known items: facts, entries and balances are not kept", () => {
  const { read, count } = knownItems();
  read({ pk: "p", sk: "s", body: "{}" });
  read({ pk: "p", sk: "s", body: "{}" });
  expect(count()).toBe(2);
});
