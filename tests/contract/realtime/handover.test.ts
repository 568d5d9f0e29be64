import { present } from "@pos/core/base/result.ts";
import { cursorOf, readHead } from "@pos/core/ledger/index.ts";
import { completeSale } from "@pos/core/selling/sale/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import type { Change, Table } from "@pos/core/table/port/port.ts";
import { createPublisher, PUBLISH_FILTER } from "@pos/functions/jobs/publish.ts";
import { createSocketHandler } from "@pos/functions/realtime/handler.ts";
import type { Connections } from "@pos/functions/realtime/port.ts";
import { createRealtime } from "@pos/functions/realtime/realtime.ts";
import { startBookReader, startReader } from "@pos/host/node/reader.ts";
import { describe, expect, test } from "vitest";
import type { Data } from "../../support/api.ts";
import { makeSale } from "../../support/sales.ts";
import { createShop, SHOP_STREAM, type Shop } from "../../support/shop.ts";
import { ENTRIES_BOOKED, SALE_RECORDED } from "./raw.ts";
import { sessionOf } from "./support.ts";

/** A shop, its two readers and the sockets' handler, without sockets: each test sets what happens between two steps. */
interface Stand {
  /** By connection, what was sent to it. */
  readonly frames: Map<string, Data[]>;
  readonly sold: string[];
  sell(): Promise<void>;
  subscribe(connectionId: string, after: string | null, query?: string): Promise<void>;
  book(): Promise<void>;
  publish(changes: readonly Change[]): Promise<void>;
  /** Everything is booked and published. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

interface Paces {
  readonly post?: () => Promise<void>;
  readonly publish?: () => Promise<void>;
}

const nothing = async () => {};

async function openStand(shop: Shop, realtimeTable: Table, paces: Paces = {}): Promise<Stand> {
  const { post = nothing, publish: pausePublish = nothing } = paces;
  const frames = new Map<string, Data[]>();
  const sold: string[] = [];
  const connections: Connections = {
    async post(id, text) {
      frames.get(id)?.push(JSON.parse(text));
      await post();
      return "sent";
    },
    close: async (id, code) => {
      throw new Error(`${id} was closed with ${code}`);
    },
  };
  const log = (line: object) => {
    throw new Error(JSON.stringify(line));
  };
  const { table, clock, engine } = shop;
  const realtime = createRealtime({ table, realtime: realtimeTable, clock, connections, log, introspection: true });
  const handler = createSocketHandler(realtime);
  const booking = startBookReader(engine, shop.booking, log);
  const publish = createPublisher(realtime);
  const publishing = startReader(engine, {
    ...{ name: "publish", filter: PUBLISH_FILTER, fromTip: true },
    async handle(changes) {
      await pausePublish();
      await publish(changes);
      await pausePublish();
    },
  });
  const token = await sessionOf(shop);
  const message = (connectionId: string, body: object) =>
    handler({ requestContext: { eventType: "MESSAGE", connectionId, requestId: "r" }, body: JSON.stringify(body) });
  return {
    frames,
    sold,
    async sell() {
      const input = makeSale(shop);
      await completeSale(shop.operator(0), input);
      sold.push(input.id);
    },
    async subscribe(connectionId, after, query = SALE_RECORDED) {
      frames.set(connectionId, []);
      const headers = { "sec-websocket-protocol": "graphql-transport-ws" };
      await handler({ requestContext: { eventType: "CONNECT", connectionId, requestId: "r" }, headers });
      await message(connectionId, { type: "connection_init", payload: { authorization: `Bearer ${token}` } });
      const variables = { location: shop.locationId, after };
      await message(connectionId, { id: "1", type: "subscribe", payload: { query, variables } });
      expect(frames.get(connectionId)?.shift()).toEqual({ type: "connection_ack" });
    },
    book: booking.caughtUp,
    publish,
    async settle() {
      await booking.caughtUp();
      await publishing.caughtUp();
    },
    async stop() {
      await booking.stop();
      await publishing.stop();
    },
  };
}

function heardBy({ frames }: Stand, connectionId: string): Data[] {
  return present(frames.get(connectionId), connectionId).map(({ payload: { data } }) => Object.values(data)[0] as Data);
}

const BEGINNING = `0001-${"0".repeat(12)}`;

describe("hand-over, step by step", () => {
  /** Something happens before or after the write that hands a subscription over, once. */
  async function around(
    before: (stand: Stand) => Promise<void>,
    after: (stand: Stand) => Promise<void>,
    query = SALE_RECORDED,
  ) {
    const engine = createMemoryTable({ streamFilter: SHOP_STREAM });
    const { table } = createMemoryTable({ streamFilter: [] });
    let stand: Stand | undefined;
    let isFirst = true;
    const hooked: Table = {
      ...table,
      async write(write) {
        const isHandOver = write.op === "update" && write.set?.reached !== undefined && isFirst;
        if (!isHandOver) return table.write(write);
        isFirst = false;
        await before(present(stand, "a stand"));
        const result = await table.write(write);
        await after(present(stand, "a stand"));
        return result;
      },
    };
    const shop = await createShop({ engine });
    stand = await openStand(shop, hooked);
    await stand.sell();
    await stand.settle();
    await stand.subscribe("c", BEGINNING, query);
    await stand.settle();
    const heard = heardBy(stand, "c");
    await stand.stop();
    if (query === SALE_RECORDED) expect(heard.map(({ saleId }) => saleId)).toEqual(stand.sold);
    const { epoch, position } = await readHead(shop.table, shop.merchantId, shop.locationId);
    expect(heard.at(-1)?.cursor).toBe(cursorOf(epoch, position));
    expect(isFirst).toBe(false);
    return heard.length;
  }
  const sellAndPublish = async (stand: Stand) => {
    await stand.sell();
    await stand.settle();
  };

  test("what was published between the replay's end and its hand-over is taken back and replayed", async () => {
    expect(await around(sellAndPublish, nothing)).toBe(2);
  });

  test("publish: sends the newest entry of the batch, whatever its ledger", async () => {
    expect(await around(sellAndPublish, nothing, ENTRIES_BOOKED)).toBe(2);
    expect(await around(nothing, sellAndPublish, ENTRIES_BOOKED)).toBe(2);
    await around(sellAndPublish, sellAndPublish, ENTRIES_BOOKED);
  });

  test("publish: ignores entries that were already published, and sends one event for the new ones", async () => {
    const engine = createMemoryTable({ streamFilter: SHOP_STREAM });
    const { table } = createMemoryTable({ streamFilter: [] });
    let gate = Promise.resolve();
    const stand = await openStand(await createShop({ engine }), table, { publish: () => gate });
    await stand.subscribe("c", null, ENTRIES_BOOKED);
    await stand.sell();
    await stand.settle();
    let open = () => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    await stand.sell();
    await stand.book();
    const { changes } = await engine.stream.read(undefined, 100);
    await stand.publish(changes);
    const heard = () => heardBy(stand, "c").map(({ cursor }) => cursor);
    expect(heard()).toEqual([cursorOf(1, 1), cursorOf(1, 2)]);
    await stand.publish(changes);
    open();
    await stand.settle();
    expect(heard()).toEqual([cursorOf(1, 1), cursorOf(1, 2)]);
    await stand.stop();
  });

  test("what was published after the hand-over brings along what was passed by before it", async () => {
    expect(await around(sellAndPublish, sellAndPublish)).toBe(3);
  });

  test("what was replayed before it is published is not sent again", async () => {
    const engine = createMemoryTable({ streamFilter: SHOP_STREAM });
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { table } = createMemoryTable({ streamFilter: [] });
    const stand = await openStand(await createShop({ engine }), table, { publish: () => gate });
    for (let count = 0; count < 3; count++) {
      await stand.sell();
      await stand.book();
    }
    await stand.subscribe("c", BEGINNING);
    await stand.subscribe("d", null);
    open();
    await stand.settle();
    await stand.sell();
    await stand.settle();
    expect(heardBy(stand, "c").map(({ saleId }) => saleId)).toEqual(stand.sold);
    expect(heardBy(stand, "d").map(({ saleId }) => saleId)).toEqual(stand.sold.slice(3));
    await stand.stop();
  });

  test("what is published after the hand-over is published, and not replayed", async () => {
    expect(await around(nothing, sellAndPublish)).toBe(2);
  });
});

/**
 * Replaying and publishing at once, every step of both at any moment by a seed: a client that subscribes while terminals sell gets
 * each event once and in order, wherever the hand-over falls.
 */
async function run(seed: number): Promise<void> {
  const random = createRandom(seed);
  const turns = async (count: number) => {
    for (let left = Math.floor(random() * count); left > 0; left--)
      await new Promise((resolve) => setImmediate(resolve));
  };
  // Each run is slow somewhere else: at the ledgers, at the subscriptions, at the sockets or between two batches.
  const paceOf = () => {
    const turnsMax = present([1, 4, 30][Math.floor(random() * 3)], "a pace");
    return () => turns(turnsMax);
  };
  const engine = createMemoryTable({
    ...{ streamFilter: SHOP_STREAM, random, pause: paceOf(), indexLagRate: 0.2 },
  });
  const shop = await createShop({ engine, seed });
  const { table } = createMemoryTable({ streamFilter: [], random, pause: paceOf() });
  const stand = await openStand(shop, table, { post: paceOf(), publish: paceOf() });
  const sellMany = async (count: number) => {
    for (let sale = 0; sale < count; sale++) await stand.sell();
  };
  const { merchantId, locationId } = shop;
  await sellMany(4);
  const selling = Promise.all([sellMany(6), sellMany(6)]);
  const subscribing: Promise<{ readonly id: string; readonly from: string | null; readonly before: number }>[] = [];
  const hinted: Promise<void>[] = [];
  for (let count = 0; count < 8; count++) {
    const { epoch, position } = await readHead(shop.table, merchantId, locationId);
    const from = count % 2 === 0 ? null : cursorOf(epoch, Math.floor(random() * (position + 1)));
    const id = `c${count}`;
    subscribing.push(stand.subscribe(id, from).then(() => ({ id, from, before: stand.sold.length })));
    await turns(120);
    if (count % 4 === 0) hinted.push(stand.subscribe(`h${count / 4}`, BEGINNING, ENTRIES_BOOKED));
  }
  await selling;
  const subscribers = await Promise.all(subscribing);
  await Promise.all(hinted);
  await stand.settle();
  await stand.stop();

  const { epoch, position } = await readHead(shop.table, merchantId, locationId);
  for (const id of ["h0", "h1"]) {
    const cursors = heardBy(stand, id).map(({ cursor }) => cursor);
    expect([seed, id, cursors.at(-1)]).toEqual([seed, id, cursorOf(epoch, position)]);
    expect([seed, id, cursors]).toEqual([seed, id, [...new Set(cursors)].sort()]);
  }
  const last = present((await readHead(shop.table, merchantId, locationId)).events.sale, "a sale");
  for (const { id, from, before } of subscribers) {
    const heard = heardBy(stand, id);
    for (const [index, { previous }] of heard.entries())
      if (index > 0) expect([seed, id, previous]).toEqual([seed, id, heard[index - 1].cursor]);
    const [first] = heard;
    if (from !== null && first !== undefined)
      expect([seed, id, first.previous === null || first.previous <= from]).toEqual([seed, id, true]);
    // Whatever was sold after it was registered must have come, and whatever lies behind its cursor.
    if (stand.sold.length > before || (from !== null && from < last))
      expect([seed, id, heard.at(-1)?.cursor]).toEqual([seed, id, last]);
    expect(heard.length).toBeGreaterThanOrEqual(stand.sold.length - before);
  }
}

test("subscribe: delivers each event once and in order while terminals sell", async () => {
  for (let seed = 1; seed <= 60; seed++) await run(seed);
});
