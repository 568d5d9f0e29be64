import { type DifferenceClass, readEntry } from "@pos/core/ledger/index.ts";
import { expect, test } from "vitest";
import { entriesOf, entryItems, verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellLive } from "../../support/sales.ts";
import type { Shop } from "../../support/shop.ts";
import {
  alterCost,
  alterCostAndBalances,
  alterCostAndChain,
  alterFact,
  bodyChanged,
  change,
  copyEntry,
  cutLink,
  dayKey,
  drawerKey,
  entryAt,
  factKeyAt,
  guardOfRefund,
  headOfShop,
  levelKey,
  moveAccounts,
  openedException,
  refundOf,
  remove,
  SALE_POSITION,
  soundShop,
} from "./planting.ts";

async function alterKind(shop: Shop, kind: string): Promise<void> {
  await change(shop, await entryAt(shop, SALE_POSITION), (item) => ({
    ...item,
    gsi2pk: String(item.gsi2pk).replace("#sale", `#${kind}`),
  }));
}

type Plant = readonly [what: string, expected: readonly DifferenceClass[], plant: (shop: Shop) => Promise<void>];

interface Amounts {
  readonly [name: string]: number;
}

const PLANTS: readonly Plant[] = [
  [
    "a level's value a penny more",
    ["BALANCE_DIFFERS"],
    async (shop) =>
      change(shop, levelKey(shop), (item) =>
        bodyChanged<Amounts>(item, (level) => ({ ...level, value: Number(level.value) + 1 })),
      ),
  ],
  [
    "a level's position another",
    ["BALANCE_DIFFERS"],
    async (shop) => change(shop, levelKey(shop), (item) => ({ ...item, at: "0001-000000000001" })),
  ],
  [
    "a level's position beyond all",
    ["BALANCE_DIFFERS"],
    async (shop) => change(shop, levelKey(shop), (item) => ({ ...item, at: "0001-000000009999" })),
  ],
  [
    "a day's count one more",
    ["BALANCE_DIFFERS"],
    async (shop) =>
      change(shop, await dayKey(shop), (item) =>
        bodyChanged<Amounts>(item, (day) => ({ ...day, saleCount: Number(day.saleCount) + 1 })),
      ),
  ],
  [
    "a drawer a penny short",
    ["BALANCE_DIFFERS"],
    async (shop) =>
      change(shop, await drawerKey(shop), (item) => bodyChanged<Amounts>(item, ({ cash = 0 }) => ({ cash: cash - 1 }))),
  ],
  ["a balance removed", ["BALANCE_DIFFERS"], async (shop) => remove(shop, levelKey(shop))],
  [
    "a balance that no entry moved",
    ["BALANCE_DIFFERS"],
    async (shop) => change(shop, levelKey(shop), (item) => ({ ...item, sk: "LEVEL#var_NOBODY" })),
  ],
  [
    "the head's accounts out of balance",
    ["BALANCE_DIFFERS"],
    async (shop) => change(shop, headOfShop(shop), (item) => moveAccounts(item, { cash: 1 })),
  ],
  [
    "the head's accounts moved against each other",
    ["BALANCE_DIFFERS"],
    async (shop) => change(shop, headOfShop(shop), (item) => moveAccounts(item, { cash: -100, revenue: 100 })),
  ],
  [
    "the head moved back",
    ["HEAD_DIFFERS", "CHAIN_BROKEN"],
    async (shop) => change(shop, headOfShop(shop), (item) => ({ ...item, position: Number(item.position) - 1 })),
  ],
  [
    "the head moved on",
    ["ENTRY_MISSING"],
    async (shop) => change(shop, headOfShop(shop), (item) => ({ ...item, position: Number(item.position) + 1 })),
  ],
  [
    "the head's hash another",
    ["CHAIN_BROKEN"],
    async (shop) => change(shop, headOfShop(shop), (item) => ({ ...item, hash: "another" })),
  ],
  [
    "the first entry removed",
    ["ENTRY_MISSING", "CHAIN_BROKEN", "FACT_UNBOOKED"],
    async (shop) => remove(shop, await entryAt(shop, 1)),
  ],
  [
    "an entry in the middle removed",
    ["ENTRY_MISSING", "CHAIN_BROKEN", "FACT_UNBOOKED"],
    async (shop) => remove(shop, await entryAt(shop, 4)),
  ],
  ["the last entry removed", ["ENTRY_MISSING", "FACT_UNBOOKED"], async (shop) => remove(shop, await entryAt(shop, -1))],
  [
    "two entries removed",
    ["ENTRY_MISSING", "FACT_UNBOOKED"],
    async (shop) => {
      await remove(shop, await entryAt(shop, 6));
      await remove(shop, await entryAt(shop, 3));
    },
  ],
  ["an entry's cost a penny more", ["ENTRY_ALTERED", "CHAIN_BROKEN", "BALANCE_DIFFERS"], alterCost],
  ["an entry's cost a penny more and all balances with it", ["ENTRY_ALTERED", "CHAIN_BROKEN"], alterCostAndBalances],
  ["an entry's cost, all balances and all hashes", ["ENTRY_ALTERED"], alterCostAndChain],
  [
    "an entry's place in the day's list another",
    ["ENTRY_ALTERED", "CHAIN_BROKEN"],
    async (shop) =>
      change(shop, await entryAt(shop, SALE_POSITION), (item) => ({
        ...item,
        gsi2sk: String(item.gsi2sk).replace("2026", "2025"),
      })),
  ],
  [
    "an entry's kind another",
    ["ENTRY_ALTERED", "CHAIN_BROKEN", "BALANCE_DIFFERS"],
    async (shop) => alterKind(shop, "refund"),
  ],
  ["an entry's kind one that is unknown", ["ENTRY_ALTERED", "CHAIN_BROKEN"], async (shop) => alterKind(shop, "gift")],
  ["one digit of a fact's note", ["FACT_ALTERED"], async (shop) => alterFact(shop, "Table 7", "Table 8")],
  [
    "one digit of a fact's price",
    ["FACT_ALTERED"],
    async (shop) => alterFact(shop, '"unitPrice":"1.99"', '"unitPrice":"1.98"'),
  ],
  [
    "one digit of a fact's quantity",
    ["FACT_ALTERED", "ENTRY_ALTERED"],
    async (shop) => alterFact(shop, '"quantity":"3"', '"quantity":"2"'),
  ],
  [
    "one digit in a chunk of a long fact",
    ["FACT_ALTERED"],
    async (shop) => {
      const long = (await entriesOf(shop)).find(({ part }) => part === 1);
      const key = { ...(await factKeyAt(shop, long?.position ?? 0)), sk: "CHUNK#0000" };
      await change(shop, key, (item) => ({ ...item, body: String(item.body).replace("Article 1", "Article 7") }));
    },
  ],
  ["a fact removed", ["FACT_MISSING"], async (shop) => remove(shop, await factKeyAt(shop, SALE_POSITION))],
  ["an entry copied to the same position", ["ENTRY_DOUBLED"], async (shop) => copyEntry(shop, 3, 3)],
  ["an entry copied to another's position", ["ENTRY_DOUBLED"], async (shop) => copyEntry(shop, 3, 5)],
  [
    "an entry copied behind the head",
    ["ENTRY_DOUBLED"],
    async (shop) => copyEntry(shop, 3, (await entryItems(shop)).length + 1),
  ],
  ["an entry copied far behind the head", ["ENTRY_DOUBLED"], async (shop) => copyEntry(shop, 3, 100_000)],
  ["a link of the chain cut", ["CHAIN_BROKEN"], async (shop) => cutLink(shop, 4)],
  ["the first link cut", ["CHAIN_BROKEN"], async (shop) => cutLink(shop, 1)],
  ["a fact never booked", ["FACT_UNBOOKED"], async (shop) => void (await sellLive(shop.operator(0), makeSale(shop)))],
  [
    "a part of a long fact gone",
    ["ENTRY_MISSING", "FACT_UNBOOKED"],
    async (shop) => {
      const items = await entryItems(shop);
      const part = items.find((item) => readEntry(item).part === 2);
      if (part) await remove(shop, part);
    },
  ],
  [
    "a guard that gave back one more",
    ["GUARD_DIFFERS"],
    async (shop) =>
      change(shop, await guardOfRefund(shop), (item) => ({
        ...item,
        body: String(item.body).replace('"quantity":1000', '"quantity":2000'),
      })),
  ],
  ["a guard removed", ["GUARD_DIFFERS"], async (shop) => remove(shop, await guardOfRefund(shop))],
  [
    "a guard that counts a refund less",
    ["GUARD_DIFFERS"],
    async (shop) =>
      change(shop, await guardOfRefund(shop), (item) => ({
        ...item,
        body: '{"lines":{},"payments":{},"refundIds":[]}',
      })),
  ],
  ["a refund removed", ["FACT_MISSING", "GUARD_DIFFERS"], async (shop) => remove(shop, await refundOf(shop))],
  ["an exception removed", ["EXCEPTION_MISSING"], async (shop) => remove(shop, await openedException(shop))],
];

test.each(PLANTS)("verify: reports %s as %j", async (_what, expected, plant) => {
  const shop = await soundShop();
  expect((await verifyShop(shop)).differences).toEqual([]);
  await plant(shop);
  const found = new Set((await verifyShop(shop)).differences.map((difference) => difference.class));
  for (const kind of expected) expect([...found]).toContain(kind);
});

test("verify: the plants cover every class of difference", () => {
  const classes: Record<DifferenceClass, true> = {
    FACT_ALTERED: true,
    FACT_MISSING: true,
    FACT_UNBOOKED: true,
    ENTRY_MISSING: true,
    ENTRY_ALTERED: true,
    ENTRY_DOUBLED: true,
    CHAIN_BROKEN: true,
    HEAD_DIFFERS: true,
    BALANCE_DIFFERS: true,
    EXCEPTION_MISSING: true,
    GUARD_DIFFERS: true,
  };
  expect(new Set(PLANTS.flatMap(([, expected]) => expected))).toEqual(new Set(Object.keys(classes)));
});
