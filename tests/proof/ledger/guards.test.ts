import { present } from "@pos/core/base/result.ts";
import {
  book,
  exceptionsOf,
  guardKey,
  type LedgerRef,
  readFact,
  rebuildGuards,
  verify,
} from "@pos/core/ledger/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { type Item, itemsOf, type Key, type Table } from "@pos/core/table/port/port.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { freshFolder, openShopTable } from "../../support/folders.ts";
import { type CardFact, type CardShop, cardBooks, cardGuard, cardShop, couponGuard } from "./gift-cards.ts";

/** Guards that facts of several kinds use several times, on the real ledger over both local tables. */
const TABLES: readonly (readonly [string, () => Promise<Table>])[] = [
  ["memory", async () => createMemoryTable({ random: createRandom(3) }).table],
  [
    "embedded",
    async () => {
      const engine = await openShopTable(await freshFolder());
      onTestFinished(() => engine.close());
      return engine.table;
    },
  ],
];

const stateOf = async ({ table, merchantId }: CardShop, card: string) => {
  const item = await table.get(guardKey(cardGuard, merchantId, card));
  return item && { version: item.version, ...JSON.parse(String(item.body)) };
};

const statuses = (results: readonly { readonly status: string }[]) => results.map(({ status }) => status).sort();

describe.each(TABLES)("guards over %s", (_name, open) => {
  test("record: of two sales that race for the last of a card, exactly one wins", async () => {
    const shop = cardShop(await open());
    const card = shop.newId("gft");
    await shop.send(shop.make("topUp", { cards: [{ card, amount: 500 }] }));
    const sales = [0, 1].map(() => shop.make("sale", { cards: [{ card, amount: -500 }] }));
    const results = await Promise.all(sales.map((sale) => shop.send(sale)));
    expect(statuses(results)).toEqual(["recorded", "refused"]);
    expect(results.flatMap((result) => (result.status === "refused" ? result.failures : []))).toMatchObject([
      { code: "CARD_EXCEEDED" },
    ]);
    expect(await stateOf(shop, card)).toEqual({ version: 2, balance: 0 });
    for (const [index, sale] of sales.entries())
      expect(Boolean(await readFact(shop.table, shop.merchantId, sale.id))).toBe(results[index]?.status === "recorded");
  });

  test("record: of twenty sales at once as many win as the card and the coupon allow", async () => {
    const shop = cardShop(await open());
    const card = shop.newId("gft");
    await shop.send(shop.make("topUp", { cards: [{ card, amount: 500 }] }));
    const onCard = Array.from({ length: 20 }, () => shop.make("sale", { cards: [{ card, amount: -100 }] }));
    const won = (await Promise.all(onCard.map((sale) => shop.send(sale)))).filter(
      ({ status }) => status === "recorded",
    );
    expect(won).toHaveLength(5);
    const withCoupon = Array.from({ length: 20 }, () => shop.make("sale", { cards: [], coupon: "SUMMER-26" }));
    const used = await Promise.all(withCoupon.map((sale) => shop.send(sale)));
    expect(used.filter(({ status }) => status === "recorded")).toHaveLength(3);
  });

  test("record: nothing of a sale is taken when one of its guards refuses", async () => {
    const shop = cardShop(await open());
    const [full, empty] = [shop.newId("gft"), shop.newId("gft")];
    await shop.send(shop.make("topUp", { cards: [{ card: full, amount: 500 }] }));
    const cards = [
      { card: full, amount: -200 },
      { card: full, amount: -300 },
      { card: empty, amount: -1 },
    ];
    const refused = await shop.send(shop.make("sale", { cards, coupon: "SUMMER" }));
    expect(refused.status).toBe("refused");
    expect(await stateOf(shop, full)).toEqual({ version: 1, balance: 500 });
    expect(await stateOf(shop, empty)).toBeUndefined();
    expect(await shop.table.get(guardKey(couponGuard, shop.merchantId, "SUMMER"))).toBeUndefined();
    // Twice from one card is within what it holds: both count, as one use.
    expect((await shop.send(shop.make("sale", { cards: cards.slice(0, 2) }))).status).toBe("recorded");
    expect(await stateOf(shop, full)).toEqual({ version: 2, balance: 0 });
  });

  test("record: replays a sale that used up its card, and distinguishes other content", async () => {
    const shop = cardShop(await open());
    const card = shop.newId("gft");
    await shop.send(shop.make("topUp", { cards: [{ card, amount: 500 }] }));
    const sale = shop.make("sale", { cards: [{ card, amount: -500 }] });
    expect(statuses(await Promise.all(Array.from({ length: 5 }, () => shop.send(sale))))).toEqual([
      "recorded",
      ...Array<string>(4).fill("replayed"),
    ]);
    const other = shop.make("sale", { id: sale.id, cards: [{ card, amount: -1 }] });
    expect(await shop.send(other)).toMatchObject({ status: "conflict", fact: { cards: sale.cards } });
    expect(await stateOf(shop, card)).toEqual({ version: 2, balance: 0 });
  });

  test("record: takes an offline sale beyond its guards, once, and its booking raises an exception for each", async () => {
    const shop = cardShop(await open());
    const card = shop.newId("gft");
    const sale = shop.make("sale", { cards: [{ card, amount: -70 }] });
    expect(await shop.send(sale, "offline")).toMatchObject({
      status: "recorded",
      fact: { flags: [{ code: "CARD_EXCEEDED" }] },
    });
    expect((await shop.send(sale, "offline")).status).toBe("replayed");
    expect(await stateOf(shop, card)).toEqual({ version: 1, balance: -70 });
    const stored = present(await readFact(shop.table, shop.merchantId, sale.id), "the sale");
    await book({ ...shop, books: cardBooks }, [stored]);
    const found = await exceptionsOf(shop.table, shop.merchantId, sale.id);
    expect(found.map(({ code, status }) => [code, status])).toEqual([["CARD_EXCEEDED", "open"]]);
  });

  test("verify: finds every planted error of a guard, and rebuildGuards writes the same bytes again", async () => {
    for (const [what, plant] of DAMAGES) {
      const { shop, card } = await busyCardShop(await open());
      expect(await differencesOf(shop)).toEqual([]);
      const before = await guardItems(shop, card);
      await plant(shop, card);
      expect([what, await differencesOf(shop)]).not.toEqual([what, []]);
      expect([what, await rebuildGuards({ ...shop, books: cardBooks }, shop.merchantId, ledgersOf(shop))]).toEqual([
        what,
        1,
      ]);
      expect([what, await guardItems(shop, card)]).toEqual([what, before]);
      expect([what, await differencesOf(shop)]).toEqual([what, []]);
      expect(await rebuildGuards({ ...shop, books: cardBooks }, shop.merchantId, ledgersOf(shop))).toBe(0);
    }
  });
});

/** A card that facts of all kinds use, one of them twice, and a coupon; everything booked. */
async function busyCardShop(table: Table): Promise<{ shop: CardShop; card: string }> {
  const shop = cardShop(table);
  const [card, other] = [shop.newId("gft"), shop.newId("gft")];
  const facts = [
    shop.make("topUp", { cards: [{ card, amount: 1000 }] }),
    shop.make("sale", {
      cards: [
        { card, amount: -300 },
        { card: other, amount: -5 },
        { card, amount: -200 },
      ],
      coupon: "SUMMER",
    }),
    shop.make("refund", { cards: [{ card, amount: 150 }] }),
    shop.make("topUp", { cards: [{ card, amount: 50 }] }),
    shop.make("sale", { cards: [{ card, amount: -600 }], coupon: "SUMMER" }),
  ];
  for (const fact of facts) expect((await shop.send(fact, "offline")).status).toBe("recorded");
  for (const { id } of facts)
    await book({ ...shop, books: cardBooks }, [present(await readFact<CardFact>(table, shop.merchantId, id), id)]);
  return { shop, card };
}

const ledgersOf = ({ ledger, merchantId }: CardShop): LedgerRef[] => [ledger, { merchantId, ledgerId: merchantId }];

async function differencesOf(shop: CardShop): Promise<string[]> {
  const { differences } = await verify({ ...shop, books: cardBooks }, shop.ledger);
  return differences.map((difference) => `${difference.class} ${difference.detail}`);
}

/** The guard of a card with the records of its uses, and the coupon's. */
async function guardItems({ table, merchantId }: CardShop, card: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const { pk } of [guardKey(cardGuard, merchantId, card), guardKey(couponGuard, merchantId, "SUMMER")])
    for await (const item of itemsOf(table, pk)) items.push(item);
  return items;
}

async function change(shop: CardShop, key: Key, make: (item: Item) => Item): Promise<void> {
  const item = present(await shop.table.get(key), `${key.pk} ${key.sk}`);
  await shop.table.write({ op: "put", item: make(item) });
}

const keyOf = ({ merchantId }: CardShop, card: string) => guardKey(cardGuard, merchantId, card);
const useOf = (shop: CardShop, card: string, version: number) => ({
  pk: keyOf(shop, card).pk,
  sk: `CARD#00000000${version}`,
});

const DAMAGES: readonly (readonly [string, (shop: CardShop, card: string) => Promise<void>])[] = [
  [
    "a balance altered",
    (shop, card) => change(shop, keyOf(shop, card), (item) => ({ ...item, body: '{"balance":9}' })),
  ],
  ["a version too high", (shop, card) => change(shop, keyOf(shop, card), (item) => ({ ...item, version: 6 }))],
  ["a version too low", (shop, card) => change(shop, keyOf(shop, card), (item) => ({ ...item, version: 4 }))],
  ["a guard removed", (shop, card) => remove(shop, keyOf(shop, card))],
  ["a use removed", (shop, card) => remove(shop, useOf(shop, card, 3))],
  [
    "a use that names another fact",
    (shop, card) =>
      change(shop, useOf(shop, card, 2), (item) => ({ ...item, factId: "csl_01ARYZ6S410000000000000000" })),
  ],
  [
    "a coupon's version another",
    (shop) => change(shop, guardKey(couponGuard, shop.merchantId, "SUMMER"), (item) => ({ ...item, version: 7 })),
  ],
  [
    "a coupon that counts a sale less",
    (shop) =>
      change(shop, guardKey(couponGuard, shop.merchantId, "SUMMER"), (item) => ({
        ...item,
        version: 1,
        body: JSON.stringify((JSON.parse(String(item.body)) as string[]).slice(1)),
      })),
  ],
];

async function remove({ table }: CardShop, { pk, sk }: Key): Promise<void> {
  await table.write({ op: "delete", key: { pk, sk } });
}

test("record: a sale without guards is one conditional put", async () => {
  const { table } = createMemoryTable({ random: createRandom(3) });
  const calls: string[] = [];
  const shop = cardShop({
    ...table,
    write: (write) => {
      calls.push(`${write.op} ${JSON.stringify("if" in write ? write.if : undefined)}`);
      return table.write(write);
    },
    transact: () => Promise.reject(new Error("no transaction")),
    get: () => Promise.reject(new Error("no read")),
    batchGet: () => Promise.reject(new Error("no read")),
  });
  expect((await shop.send(shop.make("sale", { cards: [] }))).status).toBe("recorded");
  expect(calls).toEqual(['put {"is":"absent"}']);
});

test("record: throws TableUnavailable, with nothing written, when a guard keeps moving", async () => {
  const { table } = createMemoryTable({ random: createRandom(3) });
  let attempts = 0;
  const shop = cardShop({
    ...table,
    async transact(writes) {
      attempts++;
      return { ok: false, reasons: writes.map(() => "condition" as const) };
    },
  });
  const sale = shop.make("sale", { cards: [{ card: shop.newId("gft"), amount: 1 }] });
  await expect(shop.send(sale)).rejects.toMatchObject({ name: "TableUnavailable", outcome: "none" });
  expect(attempts).toBe(40);
  expect(await readFact(table, shop.merchantId, sale.id)).toBeUndefined();
});

test("record: rejects a key that could reach other records", async () => {
  const shop = cardShop(createMemoryTable({ random: createRandom(3) }).table);
  for (const card of ["L#loc", "", "a b", "x".repeat(65)])
    await expect(shop.send(shop.make("sale", { cards: [{ card, amount: 1 }] }))).rejects.toThrow("a guard's key");
});
