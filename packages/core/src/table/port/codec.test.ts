import * as v from "valibot";
import { expect, test } from "vitest";
import { BrokenRecord, recordCodec } from "./codec.ts";
import type { Item } from "./port.ts";

const schema = v.object({ id: v.string(), price: v.string(), note: v.exactOptional(v.string()) });
const key = { pk: "mer_1#THING", sk: "thing_1" };

test("recordCodec: returns the item itself, with what else it holds, when its fields are as they have to be", () => {
  const item: Item = { ...key, id: "thing_1", price: "1", requestHash: "h1:x" };
  const read = recordCodec("thing", schema);
  expect(read(item)).toBe(item);
  expect(read(item).price).toBe("1");
});

test.each<[string, Item, string]>([
  ["lacks a field", { ...key, id: "thing_1" }, 'price is not "price"'],
  ["holds another type", { ...key, id: "thing_1", price: 1 }, "price is not string"],
  ["holds another type in an optional field", { ...key, id: "thing_1", price: "1", note: null }, "note is not string"],
])("recordCodec: throws an error that names the record when it %s", (_name, item, problem) => {
  const read = recordCodec("thing", schema);
  expect(() => read(item)).toThrow(new BrokenRecord(`The thing thing_1 of mer_1#THING is broken: ${problem}.`));
});

test("recordCodec: keeps the values of a broken record out of the error", () => {
  const read = recordCodec("thing", schema);
  expect(() => read({ ...key, id: "thing_1", price: ["secret"] })).toThrow(/^(?!.*secret)/);
});

test("recordCodec: reads a record that an older version wrote", () => {
  const read = recordCodec("thing", schema, [
    ({ cost, ...item }) => ({ ...item, price: String(cost), format: 2 }),
    ({ text, ...item }) => ({ ...item, ...(text === undefined ? {} : { note: text }), format: 3 }),
  ]);
  const first: Item = { ...key, id: "thing_1", cost: 5 };
  expect(read(first)).toEqual({ ...key, id: "thing_1", price: "5", format: 3 });
  expect(read({ ...key, id: "thing_1", price: "6", text: "n", format: 2 })).toMatchObject({ price: "6", note: "n" });
  expect(read({ ...key, id: "thing_1", price: "7", note: "n", format: 3 })).toMatchObject({ price: "7", note: "n" });
});

test("recordCodec: refuses a record that a newer version wrote", () => {
  const read = recordCodec("thing", schema);
  expect(() => read({ ...key, id: "thing_1", price: "1", format: 2 })).toThrow("its format 2 is not known here");
});

test("recordCodec: remembers what it read when the item is frozen, as an adapter keeps it, and else reads again", () => {
  const upcast = ({ cost, ...item }: Item): Item => ({ ...item, price: String(cost), format: 2 });
  const read = recordCodec("thing", schema, [upcast]);
  const kept: Item = Object.freeze({ ...key, id: "thing_1", cost: 5 });
  expect(read(kept)).toBe(read(kept));
  const changing = { ...key, id: "thing_1", cost: 5 };
  expect(read(changing).price).toBe("5");
  changing.cost = 6;
  expect(read(changing).price).toBe("6");
});
