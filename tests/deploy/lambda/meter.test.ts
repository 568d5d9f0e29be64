import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Table } from "@pos/core/table/port/port.ts";
import { createMeter } from "@pos/functions/lambda/observe/meter.ts";
import { expect, test } from "vitest";
import { drain } from "../../support/drain.ts";
import { randomSale, sellLive } from "../../support/sales.ts";
import { createShop, SHOP_STREAM } from "../../support/shop.ts";
import { type Metered, metered } from "../../support/units.ts";

const ONCE = { twice: false, shuffled: false, batchMax: 100 };

/** A shop whose table is counted twice: by the meter, and exactly, with every image read before and after. */
async function countedShop(seed: number) {
  const meter = createMeter();
  let exact: Metered | undefined;
  const wrap = (table: Table) => {
    exact = metered(table);
    return meter.table(exact.table);
  };
  // A stream that repeats nothing: of a transaction that is refused for it, only one of the two has the stored item.
  const engine = createMemoryTable({ random: createRandom(seed), streamFilter: SHOP_STREAM });
  const shop = await createShop({ engine, seed, terminals: 2, variants: 8, wrap });
  await shop.stock("1000");
  const sum = (units: ReadonlyMap<string, number> = new Map()) =>
    [...units.values()].reduce((all, each) => all + each, 0);
  return {
    shop,
    meter,
    exactly: () => ({ writeUnits: sum(exact?.take()), readUnits: sum(exact?.takeReads()) }),
  };
}

test.each([1, 2, 3])("what sales and their booking read and write is counted to the unit (seed %i)", async (seed) => {
  const { shop, meter, exactly } = await countedShop(seed);
  await drain(shop, ONCE);
  meter.take();
  exactly();
  const ids: string[] = [];
  for (let count = 0; count < 12; count++) {
    const input = randomSale(shop, shop.random, { terminal: count % 2, linesMax: 40 });
    ids.push(input.id);
    expect((await sellLive(shop.operator(count % 2), input)).status).toBe("recorded");
  }
  const recorded = meter.take();
  expect(recorded.get(shop.merchantId)).toMatchObject({ ...exactly(), recorded: ids, booked: [], posted: 0 });
  await drain(shop, ONCE);
  const booked = meter.take();
  expect(new Set(booked.get(shop.merchantId)?.booked)).toEqual(new Set(ids));
  expect(booked.get(shop.merchantId)).toMatchObject({ ...exactly(), recorded: [] });
  expect([...booked.keys()]).toEqual([shop.merchantId]);
});

test("meter: counts no second sale for a duplicate request, whose refusal costs the stored item", async () => {
  const { shop, meter, exactly } = await countedShop(4);
  const input = randomSale(shop, shop.random, { terminal: 0, linesMax: 5 });
  await sellLive(shop.operator(0), input);
  meter.take();
  exactly();
  await sellLive(shop.operator(0), input);
  expect(meter.take().get(shop.merchantId)).toMatchObject({ ...exactly(), recorded: [] });
});

test("meter: accounts requests and sockets to their merchant, and anonymous ones to none", async () => {
  const meter = createMeter();
  const [one, two] = [await createShop({ seed: 5 }), await createShop({ seed: 6 })];
  expect(one.merchantId).not.toBe(two.merchantId);
  const [tableOfOne, tableOfTwo] = [meter.table(one.table), meter.table(two.table)];
  await tableOfOne.get({ pk: one.merchantId, sk: "MERCHANT" });
  const topic = { pk: `${two.merchantId}#TOPIC#${two.locationId}`, sk: "sale#connection-2#1" };
  const row = { ...topic, connectionId: "connection-2", merchantId: two.merchantId };
  await tableOfTwo.write({ op: "put", item: row });
  await tableOfTwo.query({ pk: topic.pk, limit: 10 });
  await tableOfTwo.get({ pk: "directory#merchants", sk: two.merchantId });
  const posted: string[] = [];
  const sockets = meter.connections({
    async post(connectionId) {
      posted.push(connectionId);
      return "sent";
    },
    close: async () => {},
  });
  for (const connectionId of ["connection-2", "connection-2", "connection-3"]) await sockets.post(connectionId, "text");
  expect(posted.length).toBe(3);
  const usages = meter.take();
  expect(usages.get(one.merchantId)).toMatchObject({ readUnits: 1, writeUnits: 0, posted: 0 });
  expect(usages.get(two.merchantId)).toMatchObject({ readUnits: 1, writeUnits: 1, posted: 2 });
  expect(usages.get("")).toMatchObject({ readUnits: 1, writeUnits: 0, posted: 1 });
  expect(meter.take().size).toBe(0);
});
