import { sweep } from "@pos/functions/schedule/sweep.ts";
import { expect, test } from "vitest";
import { withFaults } from "../../packages/core/src/table/faults.ts";
import { createMemoryTable, createRandom } from "../../packages/core/src/table/memory.ts";
import { expectBooks, expectSound } from "../support/books.ts";
import { drain } from "../support/drain.ts";
import { type History, runHistory } from "../support/history.ts";
import { verifyShop } from "../support/ledgers.ts";
import { expectedOf } from "../support/model.ts";
import { createShop, SHOP_STREAM, type Shop } from "../support/shop.ts";

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);

/** A table at its unkindest: short pages, keys left unprocessed, an index that lags, a stream shuffled and doubled. */
function unkindTable(seed: number) {
  return createMemoryTable({
    random: createRandom(seed),
    streamFilter: SHOP_STREAM,
    twiceRate: 0.5,
    shortPageRate: 0.4,
    indexLagRate: 0.3,
    unprocessedRate: 0.3,
  });
}

/** Time passes and the sweep runs until it has nothing left to do; then an index has caught up too. */
async function settle(shop: Shop): Promise<void> {
  await drain(shop);
  for (let round = 0; round < 5; round++) {
    shop.clock.advance(11 * 60_000);
    await sweep(shop.booking);
  }
}

async function expectHistory(shop: Shop, history: History): Promise<void> {
  await expectSound(shop);
  const { sales, stocked } = history;
  await expectBooks(shop, expectedOf(shop, sales, stocked));
  const { facts } = await verifyShop(shop);
  expect(facts - (history.counts.get("stock") ?? 0)).toBeLessThanOrEqual(sales.length);
}

test.each(SEEDS)("ledger: the books of a random history are exact on an unkind table (seed %i)", async (seed) => {
  const shop = await createShop({ engine: unkindTable(seed), seed, terminals: 3, variants: 8 });
  const history = await runHistory(shop, { steps: 50, linesMax: seed % 3 === 0 ? 60 : 6 });
  await settle(shop);
  await expectHistory(shop, history);
});

test.each(SEEDS)("ledger: the books of a random history are exact while the table fails (seed %i)", async (seed) => {
  const random = createRandom(seed + 1000);
  let faulty: ReturnType<typeof withFaults> | undefined;
  const shop = await createShop({
    engine: unkindTable(seed),
    seed,
    terminals: 3,
    variants: 8,
    wrap(table) {
      faulty = withFaults(table, { random, rates: { before: 0.04, after: 0.06, slow: 0.03, conflict: 0.05 } });
      return faulty.table;
    },
  });
  const history = await runHistory(shop, { steps: 50, linesMax: seed % 3 === 0 ? 60 : 6 });
  const { before, after, conflict } = faulty?.counters ?? { before: 0, after: 0, conflict: 0 };
  expect(Math.min(before, after, conflict)).toBeGreaterThan(0);
  faulty?.setRates({});
  await settle(shop);
  await expectHistory(shop, history);
});
