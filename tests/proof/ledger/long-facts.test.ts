import { present } from "@pos/core/base/result.ts";
import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { factKey, partsOf, readFact } from "@pos/core/ledger/index.ts";
import type { SaleFact } from "@pos/core/selling/sale/index.ts";
import { createRandom } from "@pos/core/table/memory/table.ts";
import { withFaults } from "@pos/core/table/port/faults.ts";
import { sizeOf } from "@pos/core/table/port/size.ts";
import { expect, test } from "vitest";
import { expectBooks, expectSound, sum } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { balancesOf, entriesOf } from "../../support/ledgers.ts";
import { expectedOf } from "../../support/model.ts";
import { linesOf, makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop } from "../../support/shop.ts";

const LINE_COUNTS = [1, 25, 26, 50, 51, 675, 2000];
const RATES = { before: 0.05, after: 0.05, slow: 0.02, conflict: 0.05 };

test.each(LINE_COUNTS)(
  "ledger: a sale of %i lines is recorded and booked exactly once, while the table fails",
  async (count) => {
    let setRates: (rates: typeof RATES | Record<string, never>) => void = () => {};
    const shop = await createShop({
      seed: count,
      variants: 60,
      terminals: 2,
      wrap(table) {
        const faulty = withFaults(table, { random: createRandom(count) });
        setRates = faulty.setRates;
        return faulty.table;
      },
    });
    setRates(RATES);
    const inputs = [0, 1].map((terminal) => makeSale(shop, { terminal, lines: linesOf(shop, count, "2") }));
    const [live, happened] = [present(inputs[0], "a sale"), present(inputs[1], "a sale")];
    await sellLive(shop.operator(0), live);
    const [outcome] = await sellHappened(shop.terminal(1), [happened]);
    expect(outcome && "sale" in outcome).toBe(true);
    await drain(shop, { readers: 2 });
    setRates({});
    await drain(shop);
    await expectSound(shop);
    const recordedAt = shop.clock.now();
    await expectBooks(
      shop,
      expectedOf(
        shop,
        inputs.map((input, terminal) => ({ terminal, input, recordedAt })),
        new Map(),
      ),
    );
    const entries = await entriesOf(shop);
    expect(entries).toHaveLength(2 * partsOf(count));
    expect(new Set(entries.map(({ factId, part }) => `${factId}.${part}`)).size).toBe(entries.length);
    const stored = present(await readFact<SaleFact>(shop.engine.table, shop.merchantId, live.id), "the sale");
    expect(stored.fact.lines).toHaveLength(count);
    expect(sum(stored.fact.lines.map(({ total }) => total))).toBe(stored.fact.total);
  },
);

test("ledger: the pieces of a record of 2,000 lines with long texts stay far under 400 KB, and its answer comes again", async () => {
  const shop = await createShop({ variants: 20 });
  const wordy = { description: "Ä".repeat(200), note: "ü".repeat(500), discounts: [{ percent: "5" }] };
  const input = makeSale(shop, { lines: linesOf(shop, 2000).map((line) => ({ ...line, ...wordy })) });
  const first = await sellLive(shop.operator(0), input);
  expect(first.status).toBe("recorded");
  const { pk } = factKey(shop.merchantId, input.id);
  const page = await shop.engine.table.query({ pk, limit: 1000 });
  expect(page.items.length).toBeGreaterThan(3);
  for (const item of page.items) expect(sizeOf(item)).toBeLessThan(200 * 1024);
  const again = await sellLive(shop.operator(0), input);
  expect(again).toEqual({ ...first, status: "replayed" });
  await drain(shop);
  await expectSound(shop);
});

test("ledger: of a long opening stock, each line is on hand once", async () => {
  const shop = await createShop({ variants: 120 });
  await shop.stock("7");
  await drain(shop, { readers: 2 });
  await expectSound(shop);
  const levels = [...(await balancesOf(shop, LEVEL)).values()];
  expect(levels.map(({ quantity }) => quantity)).toEqual(shop.variants.map(() => 7000));
  expect(await entriesOf(shop)).toHaveLength(partsOf(120));
});
