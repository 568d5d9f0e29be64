import { expect, test } from "vitest";
import type { Item } from "../port/port.ts";
import { createItemCache } from "./item-cache.ts";

function cache() {
  let decoded = 0;
  const known = createItemCache((bytes) => {
    decoded++;
    return JSON.parse(bytes.toString("utf8")) as Item;
  });
  return {
    read: (item: object, name = "k") => known.read(name, Buffer.from(JSON.stringify(item))),
    count: () => decoded,
  };
}

test("itemCache: decodes equal bytes once, from any buffer", () => {
  const { read, count } = cache();
  const item = { pk: "p", sk: "s", list: [1] };
  expect(read(item)).toEqual(item);
  expect(read(item)).toBe(read(item));
  expect(count()).toBe(1);
});

test("itemCache: decodes again when the stored bytes change, also to earlier bytes or to bytes of equal length", () => {
  const { read } = cache();
  const [first, second] = [
    { pk: "p", sk: "s", name: "a" },
    { pk: "p", sk: "s", name: "b" },
  ];
  expect(read(first)).toEqual(first);
  expect(read(second)).toEqual(second);
  expect(read(first)).toEqual(first);
  expect(read({ ...first, more: 1 })).toEqual({ ...first, more: 1 });
});

test("itemCache: keeps the item when lmdb reuses the buffer", () => {
  const known = createItemCache((bytes) => JSON.parse(bytes.toString("utf8")) as Item);
  const text = JSON.stringify({ pk: "p", sk: "s", name: "a" });
  const bytes = Buffer.from(text);
  const read = known.read("k", bytes);
  bytes.fill(32);
  expect(known.read("k", Buffer.from(text))).toBe(read);
});

test("itemCache: returns items that are frozen at every depth", () => {
  const { read } = cache();
  const item = read({ pk: "p", sk: "s", map: { list: [1] } }) as unknown as { map: { list: number[] } };
  expect(() => item.map.list.push(2)).toThrow(TypeError);
  expect(() => Object.assign(item.map, { more: 1 })).toThrow(TypeError);
});

test("itemCache: evicts unused items and keeps used ones when thousands of others are read", () => {
  const { read, count } = cache();
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

test("itemCache: does not cache facts, entries and balances", () => {
  const { read, count } = cache();
  read({ pk: "p", sk: "s", body: "{}" });
  read({ pk: "p", sk: "s", body: "{}" });
  expect(count()).toBe(2);
});
