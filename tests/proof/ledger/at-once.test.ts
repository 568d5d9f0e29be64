import { setImmediate } from "node:timers/promises";
import { present } from "@pos/core/base/result.ts";
import { LEVEL, levelsOf } from "@pos/core/goods/stock/index.ts";
import { readHead } from "@pos/core/ledger/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Change } from "@pos/core/table/port/port.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import { expect, test } from "vitest";
import { expectBooks, expectSound } from "../../support/books.ts";
import { drain } from "../../support/drain.ts";
import { balancesOf, entriesOf } from "../../support/ledgers.ts";
import { expectedOf } from "../../support/model.ts";
import { lineOf, makeSale, sellLive } from "../../support/sales.ts";
import { createShop, SHOP_STREAM, type Shop } from "../../support/shop.ts";

const TERMINALS = 50;
const READERS = 3;

async function changesOf({ engine }: Shop): Promise<Change[]> {
  const changes: Change[] = [];
  let checkpoint: string | undefined;
  for (;;) {
    const batch = await engine.stream.read(checkpoint, 100);
    if (batch.changes.length === 0) return changes;
    checkpoint = batch.checkpoint;
    changes.push(...batch.changes);
  }
}

/** Readers that overlap, as when one has lost its lease and goes on: each gets most of the batches. */
async function bookFromSeveral(shop: Shop, changes: readonly Change[]): Promise<void> {
  const reader = async (number: number): Promise<void> => {
    for (let from = 0; from < changes.length; from += 10 + number) {
      await bookChanges(shop.booking, changes.slice(Math.max(0, from - 5), from + 10 + number));
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
}

test.each([1, 2, 3])(
  "ledger: fifty terminals sell one article at once and three readers book it (seed %i)",
  async (seed) => {
    const engine = createMemoryTable({
      random: createRandom(seed),
      streamFilter: SHOP_STREAM,
      twiceRate: 0.4,
      pause: () => setImmediate(),
    });
    const shop = await createShop({ engine, seed, terminals: TERMINALS, variants: 1 });
    await shop.stock("60");
    const inputs = Array.from({ length: TERMINALS * 2 }, (_, index) => {
      const terminal = index % TERMINALS;
      return {
        terminal,
        input: makeSale(shop, { terminal, lines: [lineOf(present(shop.variants[0], "the article"))] }),
        recordedAt: shop.clock.now(),
      };
    });
    await Promise.all(inputs.map(({ terminal, input }) => sellLive(shop.operator(terminal), input)));
    await bookFromSeveral(shop, await changesOf(shop));
    await drain(shop);
    await expectSound(shop);
    const variantId = present(shop.variants[0], "the article").id;
    await expectBooks(shop, expectedOf(shop, inputs, new Map([[variantId, 60_000]])));
    const entries = await entriesOf(shop);
    const head = await readHead(engine.table, shop.merchantId, shop.locationId);
    expect(entries).toHaveLength(TERMINALS * 2 + 1);
    expect(new Set(entries.map(({ position }) => position)).size).toBe(entries.length);
    expect(head.position).toBe(entries.length);
    expect((await balancesOf(shop, LEVEL)).get(variantId)?.quantity).toBe(60_000 - TERMINALS * 2 * 1000);
  },
);

test("ledger: a variant's movements are a chain from its level back to the first", async () => {
  const shop = await createShop({ terminals: 3, variants: 2 });
  await shop.stock("5");
  for (let sale = 0; sale < 12; sale++)
    await sellLive(
      shop.operator(sale % 3),
      makeSale(shop, { terminal: sale % 3, lines: shop.variants.map((variant) => lineOf(variant)) }),
    );
  await drain(shop);
  const entries = new Map((await entriesOf(shop)).map((entry) => [entry.factId, entry]));
  for (const [variantId, level] of await balancesOf(shop, LEVEL)) {
    let movedBy = level.movedBy;
    let steps = 0;
    for (; movedBy !== null; steps++) {
      const [, , before] = present(
        levelsOf(present(entries.get(movedBy), "an entry")).find(([id]) => id === variantId),
        "the movement",
      );
      movedBy = before;
    }
    expect(steps).toBe(13);
  }
});

test("ledger: of a batch that comes in any order, what was recorded first is booked first", async () => {
  const shop = await createShop({ terminals: 3, variants: 2 });
  const recorded: string[] = [];
  for (let sale = 0; sale < 12; sale++) {
    shop.clock.advance(7);
    const input = makeSale(shop, { terminal: sale % 3, lines: shop.variants.map((variant) => lineOf(variant)) });
    await sellLive(shop.operator(sale % 3), input);
    recorded.push(input.id);
  }
  const changes = await changesOf(shop);
  expect(await bookChanges(shop.booking, [...changes].reverse())).toEqual([]);
  expect((await entriesOf(shop)).map(({ factId }) => factId)).toEqual(recorded);
});
