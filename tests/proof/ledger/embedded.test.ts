import { verify } from "@pos/core/ledger/index.ts";
import { syncSales } from "@pos/core/selling/sale/index.ts";
import { createRandom } from "@pos/core/table/memory/table.ts";
import { withFaults } from "@pos/core/table/port/faults.ts";
import { reconcile } from "@pos/functions/jobs/reconcile.ts";
import { expect, onTestFinished, test } from "vitest";
import { expectBooks, expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { freshFolder, openShopTable } from "../../support/folders.ts";
import { runHistory } from "../../support/history.ts";
import { expectedOf } from "../../support/model.ts";
import { linesOf, makeSale, sellLive } from "../../support/sales.ts";
import { createShop } from "../../support/shop.ts";

test.each([1, 2, 3])(
  "embedded: the books of a random history are exact while the table fails (seed %i)",
  async (seed) => {
    const engine = await openShopTable(await freshFolder());
    onTestFinished(() => engine.close());
    let quiet = () => {};
    const shop = await createShop({
      engine,
      seed,
      terminals: 3,
      variants: 8,
      wrap(table) {
        const faulty = withFaults(table, {
          random: createRandom(seed),
          rates: { before: 0.03, after: 0.05, conflict: 0.03 },
        });
        quiet = () => faulty.setRates({});
        return faulty.table;
      },
    });
    const { sales, stocked, cashBack } = await runHistory(shop, { steps: 60, linesMax: 30 });
    quiet();
    await drain(shop);
    shop.clock.advance(60_000);
    await reconcile(shop.booking);
    await expectSound(shop);
    await expectBooks(shop, expectedOf(shop, sales, stocked, cashBack));
  },
);

test("embedded: a sale of 2,000 lines is booked exactly once", async () => {
  const engine = await openShopTable(await freshFolder());
  onTestFinished(() => engine.close());
  const shop = await createShop({ engine, variants: 60 });
  const input = makeSale(shop, { lines: linesOf(shop, 2000) });
  await sellLive(shop.operator(0), input);
  await drain(shop, { readers: 2 });
  await expectSound(shop);
  await expectBooks(shop, expectedOf(shop, [{ terminal: 0, input, recordedAt: shop.clock.now() }], new Map()));
});

test("embedded: the same sale twenty times at once is one sale with twenty equal answers, and after reopening too", async () => {
  const folder = await freshFolder();
  const engine = await openShopTable(folder);
  const shop = await createShop({ engine });
  const input = makeSale(shop);
  const answers = await Promise.all(Array.from({ length: 20 }, () => syncSales(shop.terminal(0), [input])));
  const outcomes = answers.flat();
  expect(outcomes.filter(({ status }) => status === "recorded")).toHaveLength(1);
  expect(outcomes.filter(({ status }) => status === "replayed")).toHaveLength(19);
  const sales = new Set(outcomes.map((outcome) => JSON.stringify("sale" in outcome ? outcome.sale : outcome)));
  expect(sales.size).toBe(1);
  await drain(shop);
  await engine.close();

  const reopened = await openShopTable(folder);
  onTestFinished(() => reopened.close());
  const context = { ...shop.terminal(0), table: reopened.table };
  for (const [outcome] of await Promise.all(Array.from({ length: 20 }, () => syncSales(context, [input])))) {
    expect(outcome?.status).toBe("replayed");
    expect(sales).toContain(JSON.stringify(outcome && "sale" in outcome ? outcome.sale : outcome));
  }
  expect(await verify({ ...shop.booking, table: reopened.table }, shop.ledger)).toMatchObject({
    facts: 1,
    entries: 1,
    differences: [],
  });
});
