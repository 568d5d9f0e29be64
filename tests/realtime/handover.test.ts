import { startBookReader, startReader } from "@pos/functions/local/reader.ts";
import { createSocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import { createPublisher, PUBLISH_FILTER } from "@pos/functions/realtime/publish.ts";
import { createRealtime } from "@pos/functions/realtime/realtime.ts";
import { expect, test } from "vitest";
import { present } from "../../packages/core/src/base/result.ts";
import { cursorOf, readHead } from "../../packages/core/src/ledger/index.ts";
import { completeSale } from "../../packages/core/src/selling/sale/index.ts";
import { createMemoryTable, createRandom } from "../../packages/core/src/table/memory.ts";
import type { Data } from "../support/api.ts";
import { makeSale } from "../support/sales.ts";
import { createShop, SHOP_STREAM } from "../support/shop.ts";
import { SALE_RECORDED } from "./raw.ts";
import { sessionOf } from "./support.ts";

/**
 * Replaying and publishing at once, every step of both at any moment by a seed: whoever subscribes while terminals sell gets
 * each event once and in order, wherever the hand-over falls.
 */
async function run(seed: number): Promise<void> {
  const random = createRandom(seed);
  const pause = async () => {
    for (let turns = Math.floor(random() * 4); turns > 0; turns--)
      await new Promise((resolve) => setImmediate(resolve));
  };
  const engine = createMemoryTable({ streamFilter: SHOP_STREAM, twiceRate: 0, random, pause, indexLagRate: 0.2 });
  const shop = await createShop({ engine, seed });
  const frames = new Map<string, Data[]>();
  const connections: Connections = {
    async post(id, text) {
      frames.get(id)?.push(JSON.parse(text));
      await pause();
      return "sent";
    },
    close: async (id, code) => {
      throw new Error(`${id} was closed with ${code}`);
    },
  };
  const log = (line: object) => {
    throw new Error(JSON.stringify(line));
  };
  const realtime = createRealtime({
    ...{ table: shop.table, realtime: createMemoryTable({ streamFilter: [], random, pause }).table },
    ...{ clock: shop.clock, connections, log, introspection: true },
  });
  const handler = createSocketHandler(realtime);
  const booking = startBookReader(engine, shop.booking, log);
  const publishing = startReader(engine, {
    ...{ name: "publish", filter: PUBLISH_FILTER, fromTip: true, handle: createPublisher(realtime) },
  });
  const token = await sessionOf(shop);

  const sold: string[] = [];
  const sell = async (count: number) => {
    for (let sale = 0; sale < count; sale++) {
      const input = makeSale(shop);
      await completeSale(shop.operator(0), input);
      sold.push(input.id);
      await pause();
    }
  };
  const message = (connectionId: string, body: object) =>
    handler({ requestContext: { eventType: "MESSAGE", connectionId, requestId: "r" }, body: JSON.stringify(body) });
  /** Answers how many had been sold when it was registered for sure: what comes after must be heard. */
  const subscribe = async (connectionId: string, after: string | null): Promise<number> => {
    frames.set(connectionId, []);
    const headers = { "sec-websocket-protocol": "graphql-transport-ws" };
    await handler({ requestContext: { eventType: "CONNECT", connectionId, requestId: "r" }, headers });
    await message(connectionId, { type: "connection_init", payload: { authorization: `Bearer ${token}` } });
    const variables = { location: shop.locationId, after };
    await message(connectionId, { id: "1", type: "subscribe", payload: { query: SALE_RECORDED, variables } });
    return sold.length;
  };

  await sell(4);
  const selling = Promise.all([sell(12), sell(12)]);
  const subscribing: Promise<{ readonly id: string; readonly from: string | null; readonly atLeast: number }>[] = [];
  for (let count = 0; count < 8; count++) {
    const { epoch, position } = await readHead(shop.table, shop.merchantId, shop.locationId);
    const from = count % 2 === 0 ? null : cursorOf(epoch, Math.floor(random() * (position + 1)));
    const id = `c${count}`;
    subscribing.push(subscribe(id, from).then((atLeast) => ({ id, from, atLeast })));
    for (let turns = 0; turns < 10; turns++) await pause();
  }
  await selling;
  const subscribers = await Promise.all(subscribing);
  await booking.caughtUp();
  await publishing.caughtUp();
  await booking.stop();
  await publishing.stop();

  const last = (await readHead(shop.table, shop.merchantId, shop.locationId)).events.sale;
  for (const { id, from, atLeast } of subscribers) {
    const [ack, ...events] = present(frames.get(id), id);
    expect(ack).toEqual({ type: "connection_ack" });
    const heard = events.map(({ payload }) => payload.data.saleRecorded);
    for (const [index, { previous }] of heard.entries())
      if (index > 0) expect([seed, id, previous]).toEqual([seed, id, heard[index - 1].cursor]);
    const [first] = heard;
    if (from !== null)
      expect([seed, id, first === undefined || first.previous === null || first.previous <= from]).toEqual([
        seed,
        id,
        true,
      ]);
    if (sold.length > atLeast || (from !== null && from < present(last, "an event")))
      expect([seed, id, heard.at(-1)?.cursor]).toEqual([seed, id, last]);
    expect(heard.length).toBeGreaterThanOrEqual(sold.length - atLeast);
  }
}

test("whoever subscribes while terminals sell gets each event once and in order", async () => {
  for (let seed = 1; seed <= 60; seed++) await run(seed);
});
