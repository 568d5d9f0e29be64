import { present } from "@pos/core/base/result.ts";
import { LEVEL } from "@pos/core/goods/stock/index.ts";
import { exceptionsOf } from "@pos/core/ledger/index.ts";
import { syncSales } from "@pos/core/selling/sale/index.ts";
import { openDatabases, openRoot } from "@pos/core/table/embedded/databases.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { createCommits } from "@pos/core/table/port/commits.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { keyOf } from "@pos/core/table/port/validate.ts";
import { bookChanges } from "@pos/functions/jobs/book.ts";
import { expect, onTestFinished, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { freshFolder } from "../../support/folders.ts";
import { balancesOf, entriesOf, verifyShop } from "../../support/ledgers.ts";
import { lineOf, linesOf, makeSale, sellHappened, sellLive } from "../../support/sales.ts";
import { createShop, type Shop } from "../../support/shop.ts";
import { cutLink, soundShop } from "../ledger/planting.ts";

/** The smallest test for each planted bug (canaries.ts); without one they all pass. */

async function onHand(shop: Shop): Promise<number[]> {
  return [...(await balancesOf(shop, LEVEL)).values()].map(({ quantity }) => quantity);
}

async function positionsOf(shop: Shop): Promise<number[]> {
  return (await entriesOf(shop)).map(({ position }) => position);
}

test("target: a sale sent again is answered as a replay", async () => {
  const shop = await createShop();
  const input = makeSale(shop);
  expect((await sellLive(shop.operator(0), input)).status).toBe("recorded");
  expect((await sellLive(shop.operator(0), input)).status).toBe("replayed");
});

test("target: of the same sale sent at once, one is recorded", async () => {
  const shop = await createShop();
  const input = makeSale(shop);
  const answers = await Promise.all(Array.from({ length: 20 }, () => syncSales(shop.terminal(0), [input])));
  expect(answers.flat().filter(({ status }) => status === "recorded")).toHaveLength(1);
});

test("target: keys left unprocessed are asked for again", async () => {
  const { table } = createMemoryTable({ random: createRandom(5), unprocessedRate: 0.5 });
  const keys = Array.from({ length: 50 }, (_, index) => ({ pk: "a", sk: String(index) }));
  for (const key of keys) await table.write({ op: "put", item: key });
  expect(await table.batchGet(keys)).toEqual(keys);
});

test("target: a write whose commit fails is not acknowledged", async () => {
  const root = openRoot(await freshFolder());
  onTestFinished(() => root.close());
  const { meta } = openDatabases(root);
  const failing = () => {
    throw new Error("The disk is full");
  };
  const commits = createCommits(root, failing, () => {});
  await expect(commits.submit(() => meta.putSync("a", "b"))).rejects.toMatchObject({ name: "TableUnavailable" });
  expect(meta.get("a")).toBeUndefined();
});

test("target: a fact delivered again is booked once", async () => {
  const shop = await createShop({ variants: 1 });
  await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop, { twice: true, batchMax: 1 });
  expect(await onHand(shop)).toEqual([-1000]);
  expect(await positionsOf(shop)).toEqual([1]);
});

test("target: a request that names another merchant touches only the caller's keys", async () => {
  const touched: string[] = [];
  const shop = await createShop({ wrap: (table) => noting(table, touched) });
  const other = shop.clock.newId("mer");
  const named = {
    ...makeSale(shop),
    merchantId: other,
    locationId: shop.clock.newId("loc"),
    terminalId: shop.clock.newId("trm"),
  };
  expect((await sellLive(shop.operator(0), named)).status).toBe("recorded");
  expect(touched.length).toBeGreaterThan(3);
  expect(touched.filter((pk) => !pk.startsWith(shop.merchantId))).toEqual([]);
});

/** Notes the partition of every key that is asked for or written. */
function noting(table: Table, touched: string[]): Table {
  const note = (...keys: readonly { readonly pk: string }[]) => void touched.push(...keys.map(({ pk }) => pk));
  return {
    get(key) {
      note(key);
      return table.get(key);
    },
    batchGet(keys) {
      note(...keys);
      return table.batchGet(keys);
    },
    query(query) {
      note(query);
      return table.query(query);
    },
    queryIndex(query) {
      note(query);
      return table.queryIndex(query);
    },
    write(write) {
      note(keyOf(write));
      return table.write(write);
    },
    transact(writes) {
      note(...writes.map(keyOf));
      return table.transact(writes);
    },
  };
}

test("target: a copy with other content is kept and reported", async () => {
  const shop = await createShop();
  const input = makeSale(shop);
  await sellLive(shop.operator(0), input);
  expect(await sellHappened(shop.terminal(0), [{ ...input, note: "another" }])).toMatchObject([
    { status: "quarantined" },
  ]);
  expect(await exceptionsOf(shop.table, shop.merchantId, input.id)).toMatchObject([{ code: "ID_CONFLICT" }]);
});

test("target: positions are 1, 2, 3 over several bookings", async () => {
  const shop = await createShop();
  for (let sale = 0; sale < 3; sale++) {
    await sellLive(shop.operator(0), makeSale(shop));
    await drain(shop);
  }
  expect(await positionsOf(shop)).toEqual([1, 2, 3]);
});

test("target: a booking that commits between the reads of another loses nothing", async () => {
  // Runs once, before the second read of a booking: between its head and its balances, whichever comes first.
  let between: (() => Promise<void>) | undefined;
  let reads = 0;
  const read = async (): Promise<void> => {
    reads += 1;
    const rival = reads === 2 ? between : undefined;
    if (rival) between = undefined;
    await rival?.();
  };
  const wrap = (table: Table): Table => ({
    ...table,
    async get(key) {
      await read();
      return table.get(key);
    },
    async batchGet(keys) {
      await read();
      return table.batchGet(keys);
    },
  });
  const shop = await createShop({ variants: 1, wrap });
  const { table } = shop.engine;
  await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop);
  const input = makeSale(shop);
  await sellLive(shop.operator(0), input);
  const { changes } = await shop.engine.stream.read(undefined, 100);
  const waiting = changes.filter(({ key }) => key.sk === "FACT" && key.pk.endsWith(input.id)).slice(0, 1);
  expect(waiting).toHaveLength(1);
  between = async () => {
    await sellLive({ ...shop.operator(0), table }, makeSale(shop));
    const later = (await shop.engine.stream.read(undefined, 100)).changes;
    const facts = later.filter(({ key }) => key.sk === "FACT" && !key.pk.endsWith(input.id));
    await bookChanges({ ...shop.booking, table }, facts);
  };
  reads = 0;
  expect(await bookChanges(shop.booking, waiting)).toEqual([]);
  expect(between).toBeUndefined();
  await drain(shop);
  expect(await onHand(shop)).toEqual([-3000]);
  expect(await positionsOf(shop)).toEqual([1, 2, 3]);
});

test("target: facts booked together each have their position", async () => {
  const shop = await createShop();
  for (let sale = 0; sale < 5; sale++) await sellLive(shop.operator(0), makeSale(shop));
  await drain(shop, { twice: false, shuffled: false, batchMax: 100 });
  expect(await positionsOf(shop)).toEqual([1, 2, 3, 4, 5]);
});

test("target: the parts of a long fact delivered again are booked once", async () => {
  const shop = await createShop({ variants: 1 });
  await sellLive(shop.operator(0), makeSale(shop, { lines: linesOf(shop, 60) }));
  await drain(shop, { twice: true, batchMax: 1 });
  expect(await onHand(shop)).toEqual([-60_000]);
  expect(await positionsOf(shop)).toEqual([1, 2, 3, 4]);
});

test("target: an open exception is not raised again", async () => {
  const shop = await createShop();
  const sales = [1, 1, 1].map((sequence) =>
    makeSale(shop, { sequence, lines: [lineOf(present(shop.variants[0], "a variant"))] }),
  );
  for (const input of sales) {
    await sellHappened(shop.terminal(0), [input]);
    await drain(shop);
  }
  const raised = await exceptionsOf(shop.table, shop.merchantId, present(sales[0], "a sale").id);
  expect(raised).toMatchObject([{ code: "SEQUENCE_REUSED", version: 1 }]);
});

test("target: a sale whose first answer was lost is not refused when it comes again", async () => {
  const shop = await createShop();
  const lines = [{ ...lineOf(present(shop.variants[0], "a variant")), unitPrice: "7" }];
  const input = makeSale(shop, { lines });
  expect((await sellLive(shop.operator(0, "MANAGER"), input)).status).toBe("recorded");
  expect((await sellLive(shop.operator(0, "CASHIER"), input)).status).toBe("replayed");
});

test("target: a cut link of the chain is reported", async () => {
  const shop = await soundShop();
  await cutLink(shop, 4);
  const subjects = (await verifyShop(shop)).differences
    .filter((difference) => difference.class === "CHAIN_BROKEN")
    .map(({ subject }) => subject);
  expect(subjects).toContain(`${shop.locationId}/0001-000000000004`);
});
