import { entryKey, FACT_SK } from "@pos/core/ledger/index.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { expect, test } from "vitest";
import { expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { entriesOf } from "../../support/ledgers.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";

const MINUTE = 60_000;

async function sellSome(shop: Shop, count: number, apart = 1_000): Promise<string[]> {
  const ids: string[] = [];
  for (let sale = 0; sale < count; sale++) {
    const input = makeSale(shop, { lines: shop.variants.map((variant) => lineOf(variant)) });
    await sellLive(shop.operator(0), input);
    ids.push(input.id);
    shop.clock.advance(apart);
  }
  return ids;
}

test("sweep: what a stream lost is booked, in the order of recording, and looked at for a quarter of an hour more", async () => {
  const shop = await createShop({ variants: 2 });
  const lost = await sellSome(shop, 130);
  shop.clock.advance(MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ facts: 130, booked: 130, failed: 0 });
  expect((await entriesOf(shop)).map(({ factId }) => factId)).toEqual(lost);
  expect(await reconcile(shop.booking)).toMatchObject({ facts: 130, booked: 0 });
  shop.clock.advance(16 * MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ facts: 130, booked: 0 });
  expect(await reconcile(shop.booking)).toMatchObject({ facts: 0, booked: 0 });
  await expectSound(shop);
});

test("sweep: books nothing more and moves no mark when cancelled, and the next one completes the work", async () => {
  const shop = await createShop({ variants: 2 });
  await sellSome(shop, 60, MINUTE);
  let asked = 0;
  const cancelled = await reconcile(shop.booking, { isCancelled: () => ++asked > 20 });
  expect(cancelled.booked).toBeGreaterThan(0);
  expect(cancelled.booked).toBeLessThan(20);
  expect(await reconcile(shop.booking, { isCancelled: () => true })).toMatchObject({ facts: 0, booked: 0 });
  const rest = 60 - cancelled.booked;
  expect(await reconcile(shop.booking)).toMatchObject({ facts: 60, booked: rest, failed: 0 });
  await expectSound(shop);
});

test("sweep: after days without one it begins where the last one ended, however long ago", async () => {
  const shop = await createShop({ variants: 2 });
  await sellSome(shop, 3);
  await drain(shop);
  shop.clock.advance(MINUTE);
  await reconcile(shop.booking);
  // Longer than the two days of a ledger that was never swept.
  const lost = await sellSome(shop, 10, 12 * 60 * MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ booked: lost.length, failed: 0 });
  await expectSound(shop);
});

test("sweep: what the index shows late is booked all the same", async () => {
  const shop = await createShop({ variants: 2 });
  await sellSome(shop, 2);
  await drain(shop);
  const { table } = shop.engine;
  const hidden = await sellSome(shop, 1);
  const late = {
    ...table,
    queryIndex: async (query: Parameters<typeof table.queryIndex>[0]) => {
      const page = await table.queryIndex(query);
      return { ...page, items: page.items.filter(({ pk }) => !hidden.some((id) => pk.endsWith(id))) };
    },
  };
  shop.clock.advance(10 * MINUTE);
  expect(await reconcile({ ...shop.booking, table: late })).toMatchObject({ booked: 0 });
  expect(await reconcile(shop.booking)).toMatchObject({ booked: 1 });
});

test("sweep: reports a fact that cannot be booked each time, and books the others", async () => {
  const shop = await createShop({ variants: 2 });
  const [first = "", second = "", third = ""] = await sellSome(shop, 3, MINUTE);
  const { table } = shop.engine;
  const key = { pk: entryKey(shop.merchantId, second, 0).pk, sk: FACT_SK };
  const whole = await table.get(key);
  if (!whole) throw new Error("The fact is not there");
  await table.write({ op: "put", item: { ...whole, body: "{" } });
  shop.clock.advance(MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({
    facts: 3,
    booked: 2,
    failed: 1,
    failure: expect.stringContaining(second),
  });
  shop.clock.advance(3 * 24 * 60 * MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ booked: 0, failed: 1 });
  await table.write({ op: "put", item: whole });
  expect(await reconcile(shop.booking)).toMatchObject({ booked: 1, failed: 0 });
  expect((await entriesOf(shop)).map(({ factId }) => factId)).toEqual([first, third, second]);
});

test("sweep: two at once and the reader beside them book each fact once", async () => {
  const shop = await createShop({ variants: 2 });
  await sellSome(shop, 60);
  shop.clock.advance(MINUTE);
  const { changes } = await shop.engine.stream.read(undefined, 100);
  await Promise.all([reconcile(shop.booking), reconcile(shop.booking), bookChanges(shop.booking, changes)]);
  expect((await entriesOf(shop)).length).toBe(60);
  await expectSound(shop);
});

test("sweep: ignores a low-water mark in the future", async () => {
  const shop = await createShop({ variants: 2 });
  await sellSome(shop, 1);
  const ahead = { ...shop.clock, now: () => new Date(Date.parse(shop.clock.now()) + 24 * 60 * MINUTE).toISOString() };
  expect(await reconcile({ ...shop.booking, clock: ahead })).toMatchObject({ booked: 1 });
  await sellSome(shop, 2);
  shop.clock.advance(MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ booked: 2 });
  shop.clock.advance(MINUTE);
  await sellSome(shop, 1);
  shop.clock.advance(MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ booked: 1 });
});

test("sweep: covers all other terminals when the record of one throws", async () => {
  const shop = await createShop({ variants: 2, terminals: 2 });
  await sellSome(shop, 2);
  shop.clock.advance(MINUTE);
  const { table } = shop.engine;
  const [broken] = shop.terminals;
  const get: typeof table.get = async (key) => {
    if (key.sk === `RECEIPTS#${broken?.id}`) throw new Error("It cannot be read");
    return table.get(key);
  };
  const swept = await reconcile({ ...shop.booking, table: { ...table, get } });
  expect(swept).toMatchObject({ failed: expect.any(Number) });
  expect(swept.failed).toBeGreaterThan(0);
  expect(await reconcile(shop.booking)).toMatchObject({ failed: 0 });
  await expectSound(shop);
});

test("sweep: books facts before the low-water mark when it starts at an earlier instant", async () => {
  const shop = await createShop({ variants: 2 });
  const [old = ""] = await sellSome(shop, 1);
  const since = shop.clock.now().slice(0, 10);
  shop.clock.advance(3 * 24 * 60 * MINUTE);
  expect(await reconcile(shop.booking)).toMatchObject({ facts: 0, booked: 0 });
  expect(await reconcile(shop.booking, { since: `${since}T00:00:00.000Z` })).toMatchObject({ booked: 1, lost: 1 });
  expect((await entriesOf(shop)).map(({ factId }) => factId)).toEqual([old]);
});
