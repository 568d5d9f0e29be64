import { present } from "@pos/core/base/result.ts";
import { headKey, raisedEpochWrite, readHead } from "@pos/core/ledger/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { describe, expect, test } from "vitest";
import { type Data, signInOperator } from "../../support/api.ts";
import { SHOP_STREAM } from "../../support/shop.ts";
import { complete, line, openLine, payment, saleInput, sync } from "../api/counter.ts";
import { openAcknowledged, type Raw, SALE_RECORDED, STOCK_CHANGED, subscribeFrame, subscribeRaw } from "./raw.ts";
import { type LiveCounter, once, openLive, settled, until } from "./support.ts";

const CURSOR = /^\d{4}-\d{12}$/;

/** The events of one subscription, in the order they came. */
async function eventsOf(raw: Raw, count: number): Promise<Data[]> {
  const events: Data[] = [];
  while (events.length < count) {
    const frame = await raw.next();
    if (frame.type === "next") events.push(present(Object.values(frame.payload.data)[0], "an event"));
    else if (frame.type !== "pong") throw new Error(JSON.stringify(frame));
  }
  return events;
}

function expectChain(events: readonly Data[], before: string | null): void {
  let previous = before;
  for (const event of events) {
    expect(event.cursor).toMatch(CURSOR);
    expect(event.previous).toBe(previous);
    if (previous !== null) expect(event.cursor > previous).toBe(true);
    previous = event.cursor;
  }
}

/** Everybody sells at once, at terminals of their own. */
async function sellAtOnce(counter: LiveCounter, operators: readonly string[], each: number): Promise<string[]> {
  const { shop } = counter;
  const ids = await Promise.all(
    operators.map(async (operator, terminal) => {
      const own: string[] = [];
      for (let count = 0; count < each; count++) {
        const input = saleInput(counter, { sequence: shop.nextSequence(terminal) });
        await complete(counter, input, operator);
        own.push(input.id);
      }
      return own;
    }),
  );
  return ids.flat();
}

async function operatorsOf({ api, shop, terminals }: LiveCounter): Promise<string[]> {
  return Promise.all(terminals.map((terminal) => signInOperator(api, shop, terminal)));
}

describe("live", () => {
  test("a sale and what it moved reach their subscribers within a second of being recorded", async () => {
    const counter = await openLive({ engine: once() });
    const { shop, api, owner } = counter;
    await shop.stock("10");
    await settled(counter);
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(raw, "sales", SALE_RECORDED, { location: shop.locationId });
    await subscribeRaw(raw, "levels", STOCK_CHANGED, { location: shop.locationId });
    const input = saleInput(counter, { lines: [line({ quantity: "2" })], payments: [payment({ shop }, 398)] });
    const { sale } = await complete(counter, input);
    const before = performance.now();
    const frames = [await raw.next(), await raw.next()].sort((a, b) => (a.id < b.id ? 1 : -1));
    expect(performance.now() - before).toBeLessThan(1_000);
    const [cursor, before1] = [`0001-${"2".padStart(12, "0")}`, `0001-${"1".padStart(12, "0")}`];
    const recorded = { cursor, previous: null, saleId: input.id };
    expect(frames).toEqual([
      {
        id: "sales",
        type: "next",
        payload: {
          data: { saleRecorded: { ...recorded, sale: { id: input.id, total: { amount: sale.total.amount } } } },
        },
      },
      {
        id: "levels",
        type: "next",
        payload: { data: { stockChanged: { cursor, previous: before1, levels: [{ sku: "SKU-0001", onHand: "8" }] } } },
      },
    ]);
  });

  test("saleRecorded: has the fields that a query returns, exceptions included", async () => {
    const counter = await openLive({ engine: once() });
    const { shop, api, owner } = counter;
    const fields =
      "id sequence terminal { code } location { name } lines { sku total { amount currency } } exceptions { code }";
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(raw, "1", `subscription ($l: ID!) { saleRecorded(locationId: $l) { sale { ${fields} } } }`, {
      l: shop.locationId,
    });
    const input = saleInput(counter, { lines: [line({ unitPrice: "1.00" })], expectedTotal: 7 });
    await sync(counter, [input]);
    const [event] = await eventsOf(raw, 1);
    const { data } = await api.call(`query ($id: ID!) { sale(id: $id) { ${fields} } }`, {
      variables: { id: input.id },
      token: owner,
    });
    expect(event.sale).toEqual(data.sale);
    expect(event.sale.exceptions.length).toBeGreaterThan(0);
  });

  test("saleRecorded: does not read the sale when only the cursor is selected", async () => {
    const sales: string[] = [];
    const counter = await openLive({
      wrap: (table) => ({
        ...table,
        get: (key) => {
          if (key.sk === "FACT") sales.push(key.pk);
          return table.get(key);
        },
      }),
    });
    const { shop, api, owner } = counter;
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(raw, "1", "subscription ($l: ID!) { saleRecorded(locationId: $l) { cursor saleId } }", {
      l: shop.locationId,
    });
    const input = saleInput(counter);
    await complete(counter, input);
    const already = sales.length;
    expect(await eventsOf(raw, 1)).toMatchObject([{ saleId: input.id }]);
    expect(sales.slice(already)).toEqual([]);
  });

  test("twenty terminals at once, several entries a booking: each event once, in a chain without a hole", async () => {
    const counter = await openLive({
      terminals: 20,
      engine: once(),
    });
    const { shop, api, owner } = counter;
    const operators = await operatorsOf(counter);
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
    const stock = await openAcknowledged(api.url, owner);
    await subscribeRaw(stock, "1", STOCK_CHANGED, { location: shop.locationId });
    const ids = await sellAtOnce(counter, operators, 10);
    await settled(counter);
    const events = await eventsOf(raw, 200);
    expectChain(events, null);
    expect(new Set(events.map(({ saleId }) => saleId))).toEqual(new Set(ids));
    const moved = await eventsOf(stock, 200);
    expectChain(moved, null);
    expect(moved.at(-1).levels).toEqual([{ sku: "SKU-0001", onHand: "-200" }]);
    expect([raw.waiting(), stock.waiting()]).toEqual([[], []]);
  });

  test("a stream that doubles and shuffles, and an index that lags, leave nothing out of a replay that runs while terminals sell", async () => {
    const engine = createMemoryTable({
      ...{ random: createRandom(5), streamFilter: SHOP_STREAM, twiceRate: 0.3, indexLagRate: 0.3, shortPageRate: 0.2 },
    });
    const counter = await openLive({ terminals: 5, engine });
    const { shop, api, owner } = counter;
    const operators = await operatorsOf(counter);
    const beginning = `0001-${"0".repeat(12)}`;
    const ids = await sellAtOnce(counter, operators, 6);
    const selling = sellAtOnce(counter, operators, 12);
    const listening: Raw[] = [];
    for (let count = 0; count < 6; count++) {
      const raw = await openAcknowledged(api.url, owner);
      raw.send(subscribeFrame("1", SALE_RECORDED, { location: shop.locationId, after: beginning }));
      listening.push(raw);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    ids.push(...(await selling));
    await settled(counter);
    for (const raw of listening) {
      const seen = new Map<string, Data>();
      await until(() => {
        for (const frame of (raw.waiting() as Data[]).splice(0)) {
          const { saleRecorded } = frame.payload.data;
          seen.set(saleRecorded.cursor, saleRecorded);
        }
        return seen.size >= ids.length;
      }, "every sale at every subscriber");
      expectChain(
        [...seen.values()].sort((a, b) => (a.cursor < b.cursor ? -1 : 1)),
        null,
      );
      expect(new Set([...seen.values()].map(({ saleId }) => saleId))).toEqual(new Set(ids));
    }
  });

  test("a sale of 675 lines is one sale event and 27 stock events", async () => {
    const counter = await openLive({ variants: 30, engine: once() });
    const { shop, api, owner } = counter;
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(
      raw,
      "1",
      "subscription ($l: ID!) { saleRecorded(locationId: $l) { cursor previous saleId sale { id } } }",
      { l: shop.locationId },
    );
    const stock = await openAcknowledged(api.url, owner);
    await subscribeRaw(stock, "1", STOCK_CHANGED, { location: shop.locationId });
    const lines = Array.from({ length: 675 }, (_, index) =>
      line({ variant: { sku: shop.variants[index % 30]?.sku }, unitPrice: "1.00" }),
    );
    const input = saleInput(counter, { lines, payments: [payment({ shop }, 67_500)] });
    await complete(counter, input);
    await settled(counter);
    const [event] = await eventsOf(raw, 1);
    expect(event).toMatchObject({ saleId: input.id, previous: null, sale: { id: input.id } });
    const moved = await eventsOf(stock, 27);
    expectChain(moved, null);
    expect(moved.every(({ levels }) => levels.length === 25)).toBe(true);
    expect([raw.waiting(), stock.waiting()]).toEqual([[], []]);
  });

  test("a sale that does not fit into a message is null, and can be queried by its id", async () => {
    const counter = await openLive({ engine: once() });
    const { shop, api, owner } = counter;
    const raw = await openAcknowledged(api.url, owner);
    const fields = "id lines { id description total { amount currency } }";
    await subscribeRaw(
      raw,
      "1",
      `subscription ($l: ID!) { saleRecorded(locationId: $l) { cursor previous saleId sale { ${fields} } } }`,
      {
        l: shop.locationId,
      },
    );
    for (const [length, isNull] of [
      [300, false],
      [900, true],
    ] as const) {
      const lines = Array.from({ length }, () => openLine("1.00", { description: "x".repeat(100) }));
      const input = saleInput(counter, { lines, payments: [payment({ shop }, 100 * length)] });
      await complete(counter, input);
      const [event] = await eventsOf(raw, 1);
      expect(event).toMatchObject({ saleId: input.id, cursor: expect.stringMatching(CURSOR) });
      expect(event.sale === null).toBe(isNull);
    }
  });

  test("after a restore cursors go on in the next epoch, and one from before gets everything since", async () => {
    const counter = await openLive({ engine: once() });
    const { shop, api, owner } = counter;
    const { locationId, merchantId } = shop;
    const first = await openAcknowledged(api.url, owner);
    await subscribeRaw(first, "1", SALE_RECORDED, { location: locationId });
    for (let count = 0; count < 3; count++) await complete(counter, saleInput(counter));
    const before = await eventsOf(first, 3);
    expectChain(before, null);
    const head = await readHead(shop.table, merchantId, locationId);
    const raised = raisedEpochWrite(headKey(merchantId, locationId), head);
    expect(await shop.table.write(raised)).toEqual({ ok: true });
    for (let count = 0; count < 2; count++) await complete(counter, saleInput(counter));
    const since = await eventsOf(first, 2);
    expectChain(since, before[2].cursor);
    expect(since.map(({ cursor }) => cursor.slice(0, 5))).toEqual(["0002-", "0002-"]);
    // Held by a client that saw sales which the backup did not have.
    for (const [after, expected] of [
      [`0001-${"999".padStart(12, "0")}`, since],
      [before[2].cursor, since],
      [before[1].cursor, [before[2], ...since]],
      [`0002-${"3".padStart(12, "0")}`, since],
    ] as const) {
      const again = await openAcknowledged(api.url, owner);
      again.send(subscribeFrame("1", SALE_RECORDED, { location: locationId, after }));
      expect(await eventsOf(again, expected.length)).toEqual(expected);
      expect(again.waiting()).toEqual([]);
    }
  });

  test("who subscribes without a cursor hears nothing of before", async () => {
    const counter = await openLive({ engine: once() });
    const { shop, api, owner } = counter;
    for (let count = 0; count < 3; count++) await complete(counter, saleInput(counter));
    await api.reader.caughtUp();
    const raw = await openAcknowledged(api.url, owner);
    await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
    const { sale } = await complete(counter, saleInput(counter));
    await settled(counter);
    expect((await eventsOf(raw, 1)).map(({ saleId }) => saleId)).toEqual([sale.id]);
    expect(raw.waiting()).toEqual([]);
  });
});
