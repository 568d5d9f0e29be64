import type { IndexQuery, Item, Range } from "@pos/core/table/port/port.ts";
import { expect, test } from "vitest";
import { allIndexKeys, allItems, byBytes, type Context, eventually, expectLimit, freshPk } from "./support.ts";

/** Not in order: case, combining characters, the end of the basic plane and beyond it, where UTF-16 sorts otherwise. */
const SORT_KEYS = [
  "b",
  "a",
  "B",
  "A",
  "aa",
  "a#1",
  "a#10",
  "a#2",
  "é",
  "e\u0301",
  "e",
  "z",
  "漢",
  "\u{1f9fe}",
  "\uff5e",
  "\ufffd",
  "\u{10ffff}",
  "\ue000",
  "\u{10000}x",
  "x\u{10000}",
  "x\uffee",
  "x",
  "x\u0001",
  "~",
  " ",
  "\u007f",
  "\u0080",
  "ß",
];

export function readTests(context: Context): void {
  batchTests(context);
  queryTests(context);
  indexTests(context);
}

function batchTests(context: Context): void {
  test("table: batchGet answers 100 keys in the order asked, with gaps for what is absent", async () => {
    const { table, unprocessed } = context.subject();
    const pk = freshPk();
    const items = Array.from({ length: 100 }, (_, index) => ({ pk, sk: `fact#${(index * 37) % 100}`, index }));
    const present = items.filter((item) => item.index % 3 !== 0);
    await Promise.all(present.map((item) => table.write({ op: "put", item })));
    const expected = items.map((item) => (item.index % 3 === 0 ? undefined : item));
    expect(await table.batchGet(items)).toEqual(expected);
    unprocessed?.(0.5);
    expect(await table.batchGet(items)).toEqual(expected);
    unprocessed?.(0);
    expect(await table.batchGet([])).toEqual([]);
  });

  test("table: batchGet refuses 101 keys and a key twice", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const keys = Array.from({ length: 101 }, (_, index) => ({ pk, sk: `${index}` }));
    await expectLimit(table.batchGet(keys));
    await expectLimit(table.batchGet([...keys.slice(0, 2), ...keys.slice(0, 1)]));
    await expectLimit(table.batchGet([...keys.slice(0, 60), ...keys.slice(0, 1)]));
  });
}

function queryTests(context: Context): void {
  const ranges: readonly (readonly [string, Range | undefined, (sk: string) => boolean])[] = [
    ["everything", undefined, () => true],
    ["a prefix", { beginsWith: "a" }, (sk) => sk.startsWith("a")],
    ["a prefix beyond the basic plane", { beginsWith: "\u{10ffff}" }, (sk) => sk.startsWith("\u{10ffff}")],
    ["a prefix that ends in the highest byte of its kind", { beginsWith: "\u007f" }, (sk) => sk.startsWith("\u007f")],
    ["between, both ends included", { between: ["a", "x"] }, (sk) => byBytes(sk, "a") >= 0 && byBytes(sk, "x") <= 0],
    ["between one", { between: ["x", "x"] }, (sk) => sk === "x"],
    [
      "between what is absent",
      { between: ["\ud7ff", "\uffff"] },
      (sk) => byBytes(sk, "\ud7ff") >= 0 && byBytes(sk, "\uffff") <= 0,
    ],
    ["above", { above: "x" }, (sk) => byBytes(sk, "x") > 0],
    ["above by bytes", { above: "\uffff" }, (sk) => byBytes(sk, "\uffff") > 0],
    ["below", { below: "x" }, (sk) => byBytes(sk, "x") < 0],
    ["nothing", { beginsWith: "nothing" }, () => false],
  ];
  test("table: queries answer every range in the order of UTF-8 bytes, both ways and at any page size", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const all = SORT_KEYS.map((sk) => ({ pk, sk, text: sk }));
    // Neighbouring partitions must not be seen, whatever their keys begin with.
    const strangers = [`${pk}x`, `${pk} `, pk.slice(0, -1)].map((other) => ({ pk: other, sk: "a" }));
    await Promise.all([...all, ...strangers].map((item) => table.write({ op: "put", item })));
    for (const [name, range, isIn] of ranges) {
      const expected = all.filter((item) => isIn(item.sk)).sort((left, right) => byBytes(left.sk, right.sk));
      for (const limit of [1, 3, expected.length, 1000].filter((size) => size > 0)) {
        const query = { pk, limit, ...(range === undefined ? {} : { range }) };
        expect(await allItems(table, query), `${name} by ${limit}`).toEqual(expected);
        const reversed = await allItems(table, { ...query, reverse: true });
        expect(reversed, `${name} by ${limit}, reversed`).toEqual([...expected].reverse());
      }
    }
  });

  test("table: an absent partition is an empty page without a next", async () => {
    const { table } = context.subject();
    expect(await table.query({ pk: freshPk(), limit: 5 })).toEqual({ items: [] });
  });

  test("table: pages of large items cover all of them without doubles", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const items = Array.from({ length: 12 }, (_, index) => ({
      pk,
      sk: `fact#${10 + index}`,
      text: `${index}`.repeat(150_000),
    }));
    for (const item of items) await table.write({ op: "put", item });
    expect(await allItems(table, { pk, limit: 1000 })).toEqual(items);
  });

  test("table: refuses a limit of 0 or 1,001, an empty bound and a range upside down", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    await expectLimit(table.query({ pk, limit: 0 }));
    await expectLimit(table.query({ pk, limit: 1001 }));
    await expectLimit(table.query({ pk, limit: 1, range: { beginsWith: "" } }));
    // By UTF-16 these two stand the other way round.
    await expectLimit(table.query({ pk, limit: 1, range: { between: ["\u{10000}", "\uffff"] } }));
    await expectLimit(table.queryIndex({ index: "gsi1", pk, limit: 1, range: { above: "" } }));
  });
}

function indexTests(context: Context): void {
  const seen = async (query: IndexQuery, expected: readonly Item[]): Promise<void> => {
    const suffix = query.index;
    const keys = expected.map((item) => {
      const [indexPk, indexSk] = suffix === "gsi1" ? [item.gsi1pk, item.gsi1sk] : [item.gsi2pk, item.gsi2sk];
      return { pk: item.pk, sk: item.sk, indexPk, indexSk };
    });
    await eventually(async () => {
      expect(await allIndexKeys(context.subject().table, query)).toEqual(keys);
    });
  };

  test("table: an item enters, moves within and leaves each index", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    for (const index of ["gsi1", "gsi2"] as const) {
      const at = (place: string, sort: string) => ({ [`${index}pk`]: `${pk}${place}`, [`${index}sk`]: sort });
      const key = { pk, sk: `fact#${index}` };
      const query = (place: string) => ({ index, pk: `${pk}${place}`, limit: 10 }) as const;
      await table.write({ op: "put", item: { ...key, [`${index}pk`]: `${pk}A` } });
      await seen(query("A"), []);
      await table.write({ op: "put", item: { ...key, ...at("A", "1") } });
      await seen(query("A"), [{ ...key, ...at("A", "1") }]);
      await table.write({ op: "update", key, set: { [`${index}sk`]: "2" } });
      await seen(query("A"), [{ ...key, ...at("A", "2") }]);
      await table.write({ op: "put", item: { ...key, ...at("B", "2") } });
      await seen(query("A"), []);
      await seen(query("B"), [{ ...key, ...at("B", "2") }]);
      await table.write({ op: "update", key, remove: [`${index}pk`] });
      await seen(query("B"), []);
      await table.transact([{ op: "put", item: { ...key, ...at("A", "3") } }]);
      await seen(query("A"), [{ ...key, ...at("A", "3") }]);
      await table.write({ op: "delete", key });
      await seen(query("A"), []);
    }
  });

  test("table: an index answers ranges in order, both ways, and keeps items with equal index keys apart", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    const indexed = SORT_KEYS.map((gsi1sk, index) => ({ pk, sk: `fact#${index}`, gsi1pk: pk, gsi1sk }));
    const twin = { pk: `${pk}-twin`, sk: "fact#0", gsi1pk: pk, gsi1sk: "漢" };
    await Promise.all([...indexed, twin].map((item) => table.write({ op: "put", item })));
    const order = [...indexed].sort((left, right) => byBytes(left.gsi1sk, right.gsi1sk)).map((item) => item.gsi1sk);
    order.splice(order.indexOf("漢"), 0, "漢");
    for (const limit of [1, 4, 100]) {
      for (const reverse of [false, true]) {
        await eventually(async () => {
          const keys = await allIndexKeys(table, { index: "gsi1", pk, limit, reverse });
          expect(keys.map((key) => key.indexSk)).toEqual(reverse ? [...order].reverse() : order);
          expect(new Set(keys.map((key) => `${key.pk}/${key.sk}`)).size).toBe(order.length);
        });
      }
    }
    const within = async (range: Range) =>
      (await allIndexKeys(table, { index: "gsi1", pk, limit: 2, range })).map((key) => key.indexSk);
    expect(await within({ beginsWith: "a" })).toEqual(order.filter((sk) => sk.startsWith("a")));
    expect(await within({ above: "漢" })).toEqual(order.filter((sk) => byBytes(sk, "漢") > 0));
    expect(await within({ below: "漢" })).toEqual(order.filter((sk) => byBytes(sk, "漢") < 0));
    expect(await within({ between: ["x", "漢"] })).toEqual(
      order.filter((sk) => byBytes(sk, "x") >= 0 && byBytes(sk, "漢") <= 0),
    );
  });
}
