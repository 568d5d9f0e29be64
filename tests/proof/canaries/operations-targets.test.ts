import { present } from "@pos/core/base/result.ts";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import { factKey, readHead } from "@pos/core/ledger/index.ts";
import type { Item, Key, Table } from "@pos/core/table/port/port.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import type { DeadLetterStore } from "@pos/functions/jobs/dead-letters/port.ts";
import { replayDeadLetters } from "@pos/functions/jobs/dead-letters/replay.ts";
import { everyItem } from "@pos/functions/jobs/migrate/walk.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { raiseEpochs } from "@pos/host/single/epochs.ts";
import { expect, test } from "vitest";
import { failureObject } from "../../deploy/lambda/deliveries.ts";
import { drain } from "../../support/drain.ts";
import { verifyShop } from "../../support/ledgers.ts";
import { makeSale, sellHappened } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";

/** The smallest test for each bug planted in what repairs and changes the books (operations.ts). */
async function soldTo(shop: Shop): Promise<Key> {
  const sale = makeSale(shop);
  await sellHappened(shop.terminal(0), [sale]);
  return factKey(shop.merchantId, sale.id);
}

function boxOf(keys: readonly Key[]): DeadLetterStore & { readonly objects: Map<string, string> } {
  const records = keys.map(({ pk, sk }) => ({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } }));
  const { key, body } = failureObject(records, { name: "book", mappingId: "m", invokes: 4 });
  const objects = new Map([[key, body]]);
  return {
    objects,
    async *list() {
      for (const [name, text] of [...objects]) yield { name, bytes: text.length };
    },
    read: async (name) => objects.get(name),
    remove: async (name) => void objects.delete(name),
  };
}

async function replayed(shop: Shop, box: DeadLetterStore, table: Table = shop.engine.table): Promise<string[]> {
  const whys: string[] = [];
  for await (const { failed } of replayDeadLetters({ ...shop.booking, table }, box))
    whys.push(...failed.map(({ why }) => why));
  return whys;
}

async function change(table: Table, key: Key, made: (item: Item) => Item): Promise<void> {
  await table.write({ op: "put", item: made(present(await table.get(key), "an item")) });
}

test("target: a failed batch goes only once it is booked", async () => {
  const shop = await createShop();
  const box = boxOf([await soldTo(shop)]);
  const { table } = shop.engine;
  // The process ends in the middle.
  const ending = replayDeadLetters(
    { ...shop.booking, table: { ...table, get: () => Promise.reject(new Error("over")) } },
    box,
  );
  await expect(ending.next()).rejects.toThrow("over");
  expect(box.objects.size).toBe(1);
  expect(await replayed(shop, box)).toEqual([]);
  expect(box.objects.size).toBe(0);
  expect((await verifyShop(shop)).differences).toEqual([]);
});

test("target: a failed batch with a fact that cannot be booked stays", async () => {
  const shop = await createShop();
  const key = await soldTo(shop);
  const box = boxOf([key]);
  await change(shop.engine.table, key, (item) => ({ ...item, body: "{" }));
  expect(await replayed(shop, box)).toEqual([expect.stringContaining("SyntaxError")]);
  expect(box.objects.size).toBe(1);
});

test("target: a fact that the table does not have is reported", async () => {
  const shop = await createShop();
  const box = boxOf([factKey(shop.merchantId, "sal_01ARZ3NDEKTSV4RRFFQ69G5FAV")]);
  expect(await replayed(shop, box)).toEqual([expect.stringContaining("the table does not have this fact")]);
  expect(box.objects.size).toBe(1);
});

test("target: the sweep goes on past what cannot be booked", async () => {
  const shop = await createShop();
  const poison = await soldTo(shop);
  shop.clock.advance(1_000);
  await soldTo(shop);
  await change(shop.engine.table, poison, (item) => ({ ...item, body: "{" }));
  shop.clock.advance(60_000);
  expect(await reconcile(shop.booking)).toMatchObject({ booked: 1, failed: 1 });
});

test("target: an epoch is raised once for a restore", async () => {
  const shop = await createShop();
  const { table } = shop.engine;
  for (const before of [0, 2])
    expect(await raiseEpochs(table, "r", () => {})).toMatchObject({ raised: 2 - before, before });
  expect((await readHead(table, shop.merchantId, shop.locationId)).epoch).toBe(2);
});

const levelsOf = (shop: Shop) => ({
  async *partitions(_: Table, merchantId: string) {
    yield ledgerPk(merchantId, shop.locationId);
  },
  range: { beginsWith: "LEVEL#" },
  change: (item: Item) => (item.seen ? undefined : { ...item, seen: true }),
});

test("target: a migration does not write over a sale", async () => {
  const shop = await createShop({ variants: 1 });
  await shop.stock("9");
  await drain(shop);
  const { table } = shop.engine;
  let isSold = false;
  const raced: Table = {
    ...table,
    async write(write) {
      if (!isSold) {
        isSold = true;
        await soldTo(shop);
        await drain(shop);
      }
      return table.write(write);
    },
  };
  await everyItem(levelsOf(shop))({ table: raced, clock: shop.clock }, undefined, async () => {});
  expect((await verifyShop(shop)).differences).toEqual([]);
});

test("target: a migration goes on where it was", async () => {
  const shop = await createShop({ variants: 120 });
  await shop.stock("9");
  await drain(shop);
  const { table } = shop.engine;
  let cursor: string | undefined;
  const run = everyItem(levelsOf(shop));
  await run({ table, clock: shop.clock }, undefined, async (reached) => {
    cursor = reached;
  });
  let queries = 0;
  const counted: Table = {
    ...table,
    query: (query) => {
      if (query.pk === ledgerPk(shop.merchantId, shop.locationId)) queries++;
      return table.query(query);
    },
  };
  await run({ table: counted, clock: shop.clock }, present(cursor, "a cursor"), async () => {});
  expect(queries).toBe(1);
});

test("target: a fact of a newer version is not booked", async () => {
  const shop = await createShop();
  const key = await soldTo(shop);
  await change(shop.engine.table, key, (item) => ({ ...item, body: String(item.body).replace(/"v":\d+/, '"v":99') }));
  const item = await shop.engine.table.get(key);
  expect(await bookChanges(shop.booking, [{ key, item }])).toHaveLength(1);
});
