import { present } from "@pos/core/base/result.ts";
import {
  exceptionKey,
  exceptionsOf,
  readEntry,
  readException,
  rebuildBalances,
  rebuildEntries,
  rebuildGuards,
  resolutionWrite,
} from "@pos/core/ledger/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { expect, test } from "vitest";
import { expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { entryItems, ledgerItems, verifyShop } from "../../support/ledgers.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { createShop, SHOP_STREAM, type Shop } from "../../support/shop.ts";
import {
  alterCost,
  bodyChanged,
  change,
  dayKey,
  drawerKey,
  entryAt,
  guardOfRefund,
  headOfShop,
  levelKey,
  moveAccounts,
  openedException,
  remove,
  soundShop,
} from "./planting.ts";

interface Amounts {
  readonly [name: string]: number;
}

const DAMAGES: readonly (readonly [string, (shop: Shop) => Promise<void>])[] = [
  ["one balance deleted", async (shop) => remove(shop, levelKey(shop))],
  [
    "all balances deleted",
    async (shop) => {
      for (const item of await ledgerItems(shop)) if (item.sk !== "HEAD") await remove(shop, item);
    },
  ],
  [
    "balances altered",
    async (shop) => {
      await change(shop, levelKey(shop), (item) =>
        bodyChanged<Amounts>(item, (level) => ({ ...level, quantity: 77_000 })),
      );
      await change(shop, await dayKey(shop), (item) => bodyChanged<Amounts>(item, (day) => ({ ...day, gross: 1 })));
      await change(shop, await drawerKey(shop), (item) => ({ ...item, body: '{"cash":0}' }));
    },
  ],
  [
    "a balance that no entry moved",
    async (shop) => change(shop, levelKey(shop), (item) => ({ ...item, sk: "LEVEL#var_NOBODY" })),
  ],
  [
    "the head's accounts altered",
    async (shop) => change(shop, headOfShop(shop), (item) => moveAccounts(item, { cash: 5, revenue: -5 })),
  ],
];

test.each(DAMAGES)("rebuildBalances: makes them as they were after %s", async (_what, damage) => {
  const shop = await soundShop();
  const before = JSON.stringify(await ledgerItems(shop));
  await damage(shop);
  expect((await verifyShop(shop)).differences.length).toBeGreaterThan(0);
  await rebuildBalances(shop.booking, shop.ledger);
  expect(JSON.stringify(await ledgerItems(shop))).toBe(before);
  await expectSound(shop);
});

const GUARD_DAMAGES: readonly (readonly [string, (shop: Shop) => Promise<void>])[] = [
  ["removed", async (shop) => remove(shop, await guardOfRefund(shop))],
  [
    "altered",
    async (shop) =>
      change(shop, await guardOfRefund(shop), (item) => ({
        ...item,
        version: 7,
        body: '{"lines":{},"payments":{},"refundIds":[]}',
      })),
  ],
];

test.each(GUARD_DAMAGES)(
  "rebuildGuards: makes a guard as it was, byte for byte, when it was %s",
  async (_what, damage) => {
    const shop = await soundShop();
    const key = await guardOfRefund(shop);
    const before = await shop.engine.table.get(key);
    await damage(shop);
    expect((await verifyShop(shop)).differences.length).toBeGreaterThan(0);
    const { engine, merchantId, ledger, booking } = shop;
    const context = { table: engine.table, books: booking.books };
    const ledgers = [ledger, { merchantId, ledgerId: merchantId }];
    expect(await rebuildGuards(context, merchantId, ledgers)).toBe(1);
    expect(await engine.table.get(key)).toEqual(before);
    expect(await rebuildGuards(context, merchantId, ledgers)).toBe(0);
    await expectSound(shop);
  },
);

test("rebuildBalances: writes nothing where nothing differs", async () => {
  const shop = await soundShop();
  expect((await rebuildBalances(shop.booking, shop.ledger)).balances).toBe(0);
});

test("rebuildBalances: the shop sells on meanwhile", async () => {
  const shop = await soundShop();
  await change(shop, levelKey(shop), (item) => bodyChanged<Amounts>(item, (level) => ({ ...level, value: 1 })));
  const selling = async () => {
    for (let sale = 0; sale < 20; sale++) {
      await sellLive(shop.operator(1), makeSale(shop, { terminal: 1 }));
      await drain(shop);
    }
  };
  await Promise.all([selling(), rebuildBalances(shop.booking, shop.ledger)]);
  await rebuildBalances(shop.booking, shop.ledger);
  await expectSound(shop);
});

const ENTRY_DAMAGES: readonly (readonly [string, (shop: Shop) => Promise<void>])[] = [
  ["the first entry removed", async (shop) => remove(shop, await entryAt(shop, 1))],
  ["an entry in the middle removed", async (shop) => remove(shop, await entryAt(shop, 4))],
  ["the last entry removed", async (shop) => remove(shop, await entryAt(shop, -1))],
  ["an entry altered", alterCost],
];

test.each(ENTRY_DAMAGES)(
  "rebuildEntries: makes the ledger as it was, byte for byte, after %s",
  async (_what, damage) => {
    const shop = await soundShop();
    const before = JSON.stringify([await entryItems(shop), await ledgerItems(shop)]);
    await damage(shop);
    await rebuildEntries(shop.booking, shop.ledger);
    expect(JSON.stringify([await entryItems(shop), await ledgerItems(shop)])).toBe(before);
    await expectSound(shop);
  },
);

test("rebuildEntries: from facts alone in the order of an export, with nothing left of entries and balances", async () => {
  const shop = await soundShop();
  const entries = await entryItems(shop);
  const before = JSON.stringify([entries, await ledgerItems(shop)]);
  const order = entries.map(readEntry).map(({ factId, part }) => ({ factId, part }));
  for (const item of [...entries, ...(await ledgerItems(shop))]) await remove(shop, item);
  await rebuildEntries(shop.booking, shop.ledger, order);
  expect(JSON.stringify([await entryItems(shop), await ledgerItems(shop)])).toBe(before);
});

test("rebuildEntries: without an order, all facts are booked once, by when they were recorded", async () => {
  const shop = await soundShop();
  const entries = await entryItems(shop);
  for (const item of [...entries, ...(await ledgerItems(shop))]) await remove(shop, item);
  const { entries: count } = await rebuildEntries(shop.booking, shop.ledger);
  expect(count).toBe(entries.length);
  await expectSound(shop);
});

test("rebuildEntries: what a manager resolved stays resolved, and an exception that was lost is raised again", async () => {
  const shop = await soundShop();
  const key = await openedException(shop);
  const seen = readException(present(await shop.engine.table.get(key), "the exception"));
  await shop.engine.table.write(
    resolutionWrite(shop.merchantId, seen, { note: "Counted again.", by: "stf_1", at: shop.clock.now() }),
  );
  const other = (await entryItems(shop))
    .map(readEntry)
    .flatMap(({ exceptions = [] }) =>
      exceptions.map(([subject, code]) => exceptionKey(shop.merchantId, subject, code)),
    );
  const lost = present(
    other.find(({ pk, sk }) => pk !== key.pk || sk !== key.sk),
    "another exception",
  );
  await remove(shop, lost);
  await rebuildEntries(shop.booking, shop.ledger);
  expect(readException(present(await shop.engine.table.get(key), "the exception"))).toMatchObject({
    status: "resolved",
    note: "Counted again.",
  });
  expect(readException(present(await shop.engine.table.get(lost), "the lost exception")).status).toBe("open");
  await expectSound(shop);
});

test("rebuildEntries: restores a lost exception as closed when it was resolved since", async () => {
  const shop = await createShop();
  const [variant] = shop.variants;
  const subject = `${shop.locationId}.${present(variant, "a variant").id}`;
  await sellLive(shop.operator(0), makeSale(shop, { lines: [lineOf(present(variant, "a variant"))] }));
  await drain(shop);
  await shop.stock("5");
  await drain(shop);
  await remove(shop, exceptionKey(shop.merchantId, subject, "STOCK_NEGATIVE"));
  await rebuildEntries(shop.booking, shop.ledger);
  expect((await exceptionsOf(shop.table, shop.merchantId, subject)).map(({ status }) => status)).toEqual(["closed"]);
});

test("book: stores an exception as closed when one fact opens and the next closes it in one transaction", async () => {
  const shop = await createShop();
  const [variant] = shop.variants;
  const subject = `${shop.locationId}.${present(variant, "a variant").id}`;
  await sellLive(shop.operator(0), makeSale(shop, { lines: [lineOf(present(variant, "a variant"))] }));
  await shop.stock("5");
  const facts = { twice: false, shuffled: false };
  await drain(shop, facts);
  await expectSound(shop);
  const found = await exceptionsOf(shop.table, shop.merchantId, subject);
  expect(found.every(({ status }) => status === "closed")).toBe(true);
});

test("verify, rebuild: an index that lags makes no difference", async () => {
  const options = { random: createRandom(9), streamFilter: SHOP_STREAM, indexLagRate: 0.5, shortPageRate: 0.5 };
  const shop = await createShop({ engine: createMemoryTable(options), variants: 6 });
  for (let sale = 0; sale < 30; sale++) {
    await sellLive(shop.operator(0), makeSale(shop));
    await drain(shop);
    expect((await verifyShop(shop)).differences).toEqual([]);
  }
  await rebuildBalances(shop.booking, shop.ledger);
  await rebuildEntries(shop.booking, shop.ledger);
  expect((await verifyShop(shop)).differences).toEqual([]);
});
