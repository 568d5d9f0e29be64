import { type Condition, type Item, TableUnavailable, type WriteResult } from "@pos/core/table/port/port.ts";
import { describe, expect, test } from "vitest";
import { type Context, expectLimit, freshPk } from "./support.ts";

const SK = "fact#1";

export function writeTests(context: Context): void {
  conditionTests(context);
  operationTests(context);
  limitTests(context);
  valueTests(context);
  raceTests(context);
}

function conditionTests(context: Context): void {
  const stored = { version: 1, name: "one", open: true, note: null, count: 5 };
  const cases: readonly (readonly [string, Condition, boolean, boolean])[] = [
    // [name, condition, holds for the stored item, holds for an absent item]
    ["absent", { is: "absent" }, false, true],
    ["present", { is: "present" }, true, false],
    ["equal number", { is: "equal", to: { version: 1 } }, true, false],
    ["other number", { is: "equal", to: { version: 2 } }, false, false],
    ["a number is no string", { is: "equal", to: { version: "1" } }, false, false],
    ["equal string", { is: "equal", to: { name: "one" } }, true, false],
    ["equal boolean", { is: "equal", to: { open: true } }, true, false],
    ["false is not true", { is: "equal", to: { open: false } }, false, false],
    ["null equals null", { is: "equal", to: { note: null } }, true, false],
    ["null does not equal an absent attribute", { is: "equal", to: { missing: null } }, false, false],
    ["an absent attribute equals no string", { is: "equal", to: { missing: "x" } }, false, false],
    ["all of several", { is: "equal", to: { version: 1, name: "one", note: null } }, true, false],
    ["one of several fails", { is: "equal", to: { version: 1, name: "two" } }, false, false],
  ];
  for (const [name, condition, onStored, onAbsent] of cases) {
    test(`table: condition "${name}" holds just where it should`, async () => {
      const { table } = context.subject();
      const pk = freshPk();
      const item = { pk, sk: SK, ...stored };
      await table.write({ op: "put", item });
      const next = { ...item, name: "next" };
      const refused = { ok: false, item };
      expect(await table.write({ op: "put", item: next, if: condition })).toEqual(onStored ? { ok: true } : refused);
      expect(await table.get(item)).toEqual(onStored ? next : item);
      const empty = await table.write({ op: "put", item: { pk, sk: "fact#2" }, if: condition });
      expect(empty).toEqual(onAbsent ? { ok: true } : { ok: false, item: undefined });
      await table.write({ op: "put", item });
      const updated = await table.write({ op: "update", key: item, set: { more: 1 }, if: condition });
      expect(updated).toEqual(onStored ? { ok: true } : refused);
      await table.write({ op: "put", item });
      expect(await table.write({ op: "delete", key: item, if: condition })).toEqual(onStored ? { ok: true } : refused);
      expect(await table.get(item)).toEqual(onStored ? undefined : item);
    });
  }
}

function operationTests(context: Context): void {
  test("table: a put replaces the whole item", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: SK };
    await table.write({ op: "put", item: { ...key, a: 1, b: 2 } });
    await table.write({ op: "put", item: { ...key, b: 3 } });
    expect(await table.get(key)).toEqual({ ...key, b: 3 });
  });

  test("table: an update sets, adds and removes, and leaves the rest", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: SK };
    await table.write({ op: "put", item: { ...key, kept: "k", gone: 1, count: 5, name: "a" } });
    const write = { op: "update", key, set: { name: { deep: [1] } }, add: { count: -7, fresh: 3 } } as const;
    expect(await table.write({ ...write, remove: ["gone", "never"] })).toEqual({ ok: true });
    expect(await table.get(key)).toEqual({ ...key, kept: "k", count: -2, fresh: 3, name: { deep: [1] } });
  });

  test("table: an update makes the item when it is absent and counts from zero", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: SK };
    await table.write({ op: "update", key, add: { count: 4 }, set: { name: "new" }, if: { is: "absent" } });
    await table.write({ op: "update", key, add: { count: 4 } });
    expect(await table.get(key)).toEqual({ ...key, count: 8, name: "new" });
    const other = { ...key, sk: "fact#2" };
    await table.write({ op: "update", key: other });
    expect(await table.get(other)).toEqual(other);
  });

  test("table: deleting what is absent is no error", async () => {
    const { table } = context.subject();
    expect(await table.write({ op: "delete", key: { pk: freshPk(), sk: SK } })).toEqual({ ok: true });
  });

  test("table: changing what was passed or given changes nothing that is stored", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: SK };
    const list = [1, { deep: "a" }];
    const set = { list };
    const writing = table.write({ op: "put", item: { ...key, list } });
    list.push(2);
    await writing;
    const got = await table.get(key);
    expect(got?.list).toEqual([1, { deep: "a" }]);
    // Or it cannot be changed at all.
    if (Array.isArray(got?.list) && Object.isExtensible(got.list)) got.list.push(3);
    expect((await table.get(key))?.list).toEqual([1, { deep: "a" }]);
    const updating = table.write({ op: "update", key, set });
    list.push(4);
    await updating;
    expect((await table.get(key))?.list).toEqual([1, { deep: "a" }, 2]);
  });
}

function limitTests(context: Context): void {
  const refused: readonly (readonly [string, (key: { pk: string; sk: string }) => unknown])[] = [
    ["an empty sort key", (key) => ({ op: "put", item: { ...key, sk: "" } })],
    ["an empty partition key", (key) => ({ op: "delete", key: { ...key, pk: "" } })],
    ["U+0000 in a key", (key) => ({ op: "put", item: { ...key, sk: "a\0b" } })],
    ["a key part over 600 bytes", (key) => ({ op: "put", item: { ...key, sk: "é".repeat(301) } })],
    ["half a character in a key", (key) => ({ op: "put", item: { ...key, sk: "a\ud800" } })],
    ["half a character in a value", (key) => ({ op: "put", item: { ...key, list: ["\udc00"] } })],
    ["an empty index attribute", (key) => ({ op: "put", item: { ...key, gsi1pk: "", gsi1sk: "a" } })],
    ["an index attribute that is no string", (key) => ({ op: "update", key, set: { gsi2sk: 1 } })],
    ["index keys too long together", (key) => ({ op: "put", item: longIndexed(key) })],
    ["NaN", (key) => ({ op: "put", item: { ...key, n: Number.NaN } })],
    ["infinity", (key) => ({ op: "update", key, set: { n: [Number.POSITIVE_INFINITY] } })],
    ["an integer that is not safe", (key) => ({ op: "put", item: { ...key, n: 2 ** 53 } })],
    ["a number too near to zero", (key) => ({ op: "put", item: { ...key, n: 1e-131 } })],
    ["undefined as a value", (key) => ({ op: "put", item: { ...key, n: undefined } })],
    ["undefined within a value", (key) => ({ op: "put", item: { ...key, n: { deep: undefined } } })],
    ["an empty attribute name", (key) => ({ op: "put", item: { ...key, "": 1 } })],
    ["a date", (key) => ({ op: "put", item: { ...key, at: new Date(0) } })],
    ["an update of the key", (key) => ({ op: "update", key, set: { sk: "other" } })],
    ["one attribute twice in an update", (key) => ({ op: "update", key, set: { a: 1 }, remove: ["a"] })],
    ["adding a fraction", (key) => ({ op: "update", key, add: { a: 0.1 } })],
    ["a check alone", (key) => ({ op: "check", key, if: { is: "present" } })],
    ["an item over 400 KB", (key) => ({ op: "put", item: itemOf(key, 400 * 1024 + 1) })],
  ];
  for (const [name, write] of refused) {
    test(`table: refuses ${name} and writes nothing`, async () => {
      const { table } = context.subject();
      const key = { pk: freshPk(), sk: SK };
      await expectLimit(table.write(write(key) as Parameters<typeof table.write>[0]));
      expect(await table.get(key)).toBeUndefined();
    });
  }

  test("table: accepts an item of just 400 KB, and no update beyond", async () => {
    const { table } = context.subject();
    const item = itemOf({ pk: freshPk(), sk: SK }, 400 * 1024);
    expect(await table.write({ op: "put", item })).toEqual({ ok: true });
    expect(await table.get(item)).toEqual(item);
    await expectLimit(table.write({ op: "update", key: item, set: { more: "x" } }));
    expect(await table.get(item)).toEqual(item);
  });

  test("table: refuses to add to what is no number", async () => {
    const { table } = context.subject();
    const item = { pk: freshPk(), sk: SK, name: "a" };
    await table.write({ op: "put", item });
    await expectLimit(table.write({ op: "update", key: item, add: { name: 1 } }));
    expect(await table.get(item)).toEqual(item);
  });
}

/** `pk`, `sk` and `text` with their names, and then as many bytes of text as are left. */
export function itemOf(key: { pk: string; sk: string }, bytes: number): Item {
  const text = "x".repeat(bytes - Buffer.byteLength(`pk${key.pk}sk${key.sk}text`));
  return { pk: key.pk, sk: key.sk, text };
}

function longIndexed(key: { pk: string; sk: string }): Item {
  return {
    pk: key.pk,
    sk: "s".repeat(600),
    gsi1pk: "p".repeat(600),
    gsi1sk: "k".repeat(600 + 175 - key.pk.length + 1),
  };
}

function valueTests(context: Context): void {
  test("table: values come back as they were", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: "ключ/鍵/🔑 e\u0301" };
    let deep: Item[string] = "bottom";
    for (let level = 0; level < 28; level++) deep = level % 2 === 0 ? [deep] : { [`level ${level}`]: deep };
    const item = {
      ...key,
      empty: "",
      emptyList: [],
      emptyMap: {},
      text: "ünïcødé 漢字 🧾\u0000\uffff\u{10ffff}",
      "attribute names 🧾 too": true,
      numbers: [0, 1, -1, 0.1, -0.25, 1e-7, 1e-130, 123456.789, 255, 256, 65536, 2 ** 32, -(2 ** 31) - 1],
      big: [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
      mixed: [null, true, false, "", { a: null }],
      deep,
    };
    await table.write({ op: "put", item });
    expect(await table.get(key)).toEqual(item);
    expect(await table.batchGet([key])).toEqual([item]);
    expect((await table.query({ pk: key.pk, limit: 10 })).items).toEqual([item]);
  });

  test("table: negative zero becomes zero", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: SK };
    await table.write({ op: "put", item: { ...key, n: -0, list: [-0] } });
    expect(await table.get(key)).toStrictEqual({ ...key, n: 0, list: [0] });
    await table.write({ op: "update", key, set: { n: [-0] } });
    expect(await table.get(key)).toStrictEqual({ ...key, n: [0], list: [0] });
  });
}

function raceTests(context: Context): void {
  test("table: of 200 racing puts of one key just one is first", async () => {
    const { table } = context.subject();
    const pk = freshPk();
    // Under such a race an engine may fail without reporting whether it wrote: that runner reads the stored item, as a caller does.
    const race = async (runner: number): Promise<WriteResult | undefined> =>
      table.write({ op: "put", item: { pk, sk: SK, runner }, if: { is: "absent" } }).catch((error: unknown) => {
        if (error instanceof TableUnavailable && error.outcome === "unknown") return undefined;
        throw error;
      });
    const results = await Promise.all(Array.from({ length: 200 }, (_, runner) => race(runner)));
    const winner = (await table.get({ pk, sk: SK }))?.runner;
    const winners = results.flatMap((result, runner) => (result?.ok ? [runner] : []));
    const doubtful = results.flatMap((result, runner) => (result === undefined ? [runner] : []));
    expect(winners.length).toBeLessThanOrEqual(1);
    expect([...winners, ...doubtful]).toContain(winner);
    if (doubtful.length === 0) expect(winners).toEqual([winner]);
    for (const result of results) {
      if (result?.ok === false) expect(result.item?.runner).toBe(winner);
    }
  });

  test("table: 50 concurrent increments by version end exactly", async () => {
    const { table } = context.subject();
    const key = { pk: freshPk(), sk: SK };
    await table.write({ op: "put", item: { ...key, version: 0, total: 0 } });
    async function increment(): Promise<void> {
      for (;;) {
        const version = Number((await table.get(key))?.version);
        const condition = { is: "equal", to: { version } } as const;
        const write = { op: "update", key, set: { version: version + 1 }, add: { total: 2 }, if: condition } as const;
        if ((await table.write(write)).ok) return;
      }
    }
    await Promise.all(Array.from({ length: 50 }, increment));
    expect(await table.get(key)).toEqual({ ...key, version: 50, total: 100 });
  });

  describe("durability", () => {
    test("table: what was acknowledged is there after opening again", async () => {
      const pk = freshPk();
      const items = Array.from({ length: 50 }, (_, index) => ({ pk, sk: `fact#${index}`, index }));
      await Promise.all(items.map((item) => context.subject().table.write({ op: "put", item })));
      await context.reopen();
      expect(await context.subject().table.batchGet(items)).toEqual(items);
    });
  });
}
