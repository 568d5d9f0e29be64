import { present } from "@pos/core/base/result.ts";
import { createMemoryTable } from "@pos/core/table/memory/table.ts";
import { execute } from "graphql";
import { expect, onTestFinished, test } from "vitest";
import { signInOperator } from "../../support/api.ts";
import { complete, openLine, payment, saleInput } from "../api/counter.ts";
import {
  openAcknowledged,
  openRaw,
  type Raw,
  SALE_RECORDED,
  STOCK_CHANGED,
  silence,
  subscribeFrame,
  subscribeRaw,
} from "./raw.ts";
import { type LiveCounter, once, openLive, settled, until } from "./support.ts";

/** Many who listen, and those who do not listen as they should. */

/** One token for all of them. */
const MANY = { perTokenMax: 2_000 };

async function openMany({ api, shop, owner }: LiveCounter, count: number, query = SALE_RECORDED): Promise<Raw[]> {
  const raws: Raw[] = [];
  for (let from = 0; from < count; from += 50) {
    const some = Array.from({ length: Math.min(50, count - from) }, async (_, index) => {
      const raw = await openAcknowledged(api.url, owner);
      await subscribeRaw(raw, `s${from + index}`, query, { location: shop.locationId });
      return raw;
    });
    raws.push(...(await Promise.all(some)));
  }
  onTestFinished(() => {
    for (const { socket } of raws) socket.terminate();
  });
  return raws;
}

test("a thousand subscribers of one document cost one execution an event", async () => {
  let runs = 0;
  const run: typeof execute = (args) => {
    runs++;
    return execute(args);
  };
  const counter = await openLive({ engine: once(), run, limits: MANY });
  const raws = await openMany(counter, 1_000);
  // Another document, a variable that matters, another scope: each a group of its own.
  const [other] = await openMany(
    counter,
    1,
    "subscription ($location: ID!) { saleRecorded(locationId: $location) { cursor } }",
  );
  const times: number[] = [];
  for (let sold = 1; sold <= 5; sold++) {
    const before = performance.now();
    const { sale } = await complete(counter, saleInput(counter));
    await settled(counter);
    await until(() => raws.every((raw) => raw.waiting().length === sold), "a thousand frames", 10_000);
    times.push(Math.round(performance.now() - before));
    expect(runs).toBe(2 * sold);
    for (const [index, raw] of raws.entries())
      expect(raw.waiting().at(-1)).toMatchObject({
        id: `s${index}`,
        payload: { data: { saleRecorded: { saleId: sale.id } } },
      });
    expect(present(other, "the other").waiting()).toHaveLength(sold);
  }
  console.log(`From the sale to the last of 1,000 subscribers, milliseconds: ${times.join(" ")}`);
});

test("who resumes from cursors of their own, and who listens from now on, share one execution once they are live", async () => {
  let runs = 0;
  const run: typeof execute = (args) => {
    runs++;
    return execute(args);
  };
  const counter = await openLive({ engine: once(), run, limits: MANY });
  const { api, shop, owner } = counter;
  for (let sold = 0; sold < 4; sold++) await complete(counter, saleInput(counter));
  await settled(counter);
  const raws: Raw[] = [];
  for (const after of [0, 1, 2, 3].map((position) => `0001-${String(position).padStart(12, "0")}`)) {
    const raw = await openAcknowledged(api.url, owner);
    raw.send(subscribeFrame("1", SALE_RECORDED, { location: shop.locationId, after }));
    raws.push(raw);
  }
  await until(() => raws.every((raw, index) => raw.waiting().length === 4 - index), "the replays");
  const replayed = runs;
  expect(replayed).toBe(4 + 3 + 2 + 1);
  await complete(counter, saleInput(counter));
  await until(() => raws.every((raw, index) => raw.waiting().length === 5 - index), "the live event");
  expect(runs).toBe(replayed + 1);
});

test("subscribers who may see different things are never given each other's", async () => {
  const counter = await openLive({ engine: once(), limits: MANY });
  const { api, shop, owner, manager } = counter;
  const query =
    "subscription ($location: ID!) { saleRecorded(locationId: $location) { saleId sale { location { id } } } }";
  const raws: Raw[] = [];
  for (const token of [owner, manager]) {
    const raw = await openAcknowledged(api.url, token);
    await subscribeRaw(raw, "1", query, { location: shop.locationId });
    raws.push(raw);
  }
  const { sale } = await complete(counter, saleInput(counter));
  for (const raw of raws)
    expect((await raw.next()).payload.data.saleRecorded).toEqual({
      saleId: sale.id,
      sale: { location: { id: shop.locationId } },
    });
});

test("a client that does not read is cut, and those who do are served on", async () => {
  const counter = await openLive({ engine: once(), limits: { unreadBytesMax: 64 * 1024 } });
  const { api, shop, owner, live } = counter;
  const query =
    "subscription ($location: ID!) { saleRecorded(locationId: $location) { cursor sale { lines { description } } } }";
  const slow = await openAcknowledged(api.url, owner);
  await subscribeRaw(slow, "1", query, { location: shop.locationId });
  const good = await openAcknowledged(api.url, owner);
  await subscribeRaw(good, "1", query, { location: shop.locationId });
  slow.socket.pause();
  const lines = Array.from({ length: 400 }, () => openLine("1.00", { description: "x".repeat(190) }));
  let sold = 0;
  while (live.connectionCount() === 2 && sold < 200) {
    await complete(counter, saleInput(counter, { lines, payments: [payment({ shop }, 40_000)] }));
    sold++;
    expect((await good.next()).payload.data.saleRecorded.sale.lines).toHaveLength(400);
  }
  expect(live.connectionCount()).toBe(1);
  slow.socket.resume();
  expect((await slow.closed).code).toBe(1006);
});

test("replay: follows the client's reading speed and does not disconnect it for a large replay", async () => {
  const counter = await openLive({ engine: once(), limits: { unreadBytesMax: 256 * 1024 } });
  const { api, shop, owner } = counter;
  const lines = Array.from({ length: 300 }, () => openLine("1.00", { description: "x".repeat(190) }));
  for (let sold = 0; sold < 60; sold++)
    await complete(counter, saleInput(counter, { lines, payments: [payment({ shop }, 30_000)] }));
  await settled(counter);
  const raw = await openAcknowledged(api.url, owner);
  const query =
    "subscription ($location: ID!, $after: String) { saleRecorded(locationId: $location, after: $after) { cursor sale { lines { description } } } }";
  raw.send(subscribeFrame("1", query, { location: shop.locationId, after: `0001-${"0".repeat(12)}` }));
  raw.socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 300));
  raw.socket.resume();
  await until(() => raw.waiting().length === 60, "sixty sales of 60 KB", 10_000);
  expect(raw.socket.readyState).toBe(raw.socket.OPEN);
});

test("connection: leaves no records behind when it closes or is lost", async () => {
  const realtime = createMemoryTable({ streamFilter: [] });
  const counter = await openLive({ engine: once(), realtimeTable: realtime.table });
  const { api, shop, owner } = counter;
  const kept = () => realtime.items().filter(({ pk }) => !pk.includes("#DOCUMENT#"));
  const closed = await openAcknowledged(api.url, owner);
  const cut = await openAcknowledged(api.url, owner);
  for (const raw of [closed, cut]) {
    await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
    await subscribeRaw(raw, "2", STOCK_CHANGED, { location: shop.locationId });
  }
  expect(kept()).toHaveLength(10);
  closed.socket.close(1000);
  cut.socket.terminate();
  await until(() => kept().length === 0, "an empty table");
  // A connection that was lost without a close: the next event finds that it has gone.
  const lost = await openAcknowledged(api.url, owner);
  await subscribeRaw(lost, "1", SALE_RECORDED, { location: shop.locationId });
  const rows = realtime.items();
  lost.socket.close(1000);
  await until(() => kept().length === 0, "an empty table");
  for (const item of rows) await realtime.table.write({ op: "put", item });
  // Without any connection, no subscriptions are read.
  const other = await openRaw(api.url);
  await complete(counter, saleInput(counter));
  await settled(counter);
  await until(() => kept().length === 1, "of a lost connection nothing is left, of the other its own record");
  other.socket.terminate();
});

test("every key begins with the merchant once it is known, and no token is kept", async () => {
  const realtime = createMemoryTable({ streamFilter: [] });
  const counter = await openLive({ realtimeTable: realtime.table });
  const { api, shop, owner } = counter;
  const raw = await openAcknowledged(api.url, owner, { headers: { cookie: `pos_session=${owner}`, origin: api.url } });
  await subscribeRaw(raw, "1", SALE_RECORDED, { location: shop.locationId });
  const items = realtime.items();
  expect(items.filter(({ pk }) => !pk.startsWith(`${shop.merchantId}#`)).map(({ pk }) => pk.split("#")[0])).toEqual([
    "connection",
  ]);
  expect(items.every(({ ttl = 0 }) => ttl > Date.parse(shop.clock.now()) / 1000)).toBe(true);
  expect(JSON.stringify(items)).not.toContain(owner.split(".").at(-1));
});

test("idle connections and old ones are ended with 1001; pings keep one from being idle", async () => {
  const idle = await openLive({ limits: { idleMilliseconds: 200 } });
  const [quiet, pinging] = [await openRaw(idle.api.url), await openRaw(idle.api.url)];
  const timer = setInterval(() => pinging.send({ type: "ping" }), 50);
  expect((await quiet.closed).code).toBe(1001);
  expect(pinging.socket.readyState).toBe(pinging.socket.OPEN);
  clearInterval(timer);
  expect((await pinging.closed).code).toBe(1001);
  const old = await openLive({ limits: { lifetimeMilliseconds: 200 } });
  const busy = await openRaw(old.api.url);
  const pings = setInterval(() => busy.socket.readyState === busy.socket.OPEN && busy.send({ type: "ping" }), 20);
  expect((await busy.closed).code).toBe(1001);
  clearInterval(pings);
});

test("close: ends the host's connections with 1001 and accepts no new ones", async () => {
  const counter = await openLive({ limits: { connectionsMax: 2 } });
  const { api, owner } = counter;
  const raws = [await openAcknowledged(api.url, owner), await openAcknowledged(api.url, owner)];
  await expect(openRaw(api.url)).rejects.toThrow("503");
  const before = performance.now();
  await api.close();
  expect(performance.now() - before).toBeLessThan(1_500);
  for (const raw of raws) expect((await raw.closed).code).toBe(1001);
});

test("a flood of messages is answered in order", async () => {
  const counter = await openLive();
  const raw = await openAcknowledged(
    counter.api.url,
    await signInOperator(counter.api, counter.shop, counter.terminal),
  );
  for (let count = 0; count < 2_000; count++) raw.send({ type: "ping", payload: { count } });
  for (let count = 0; count < 2_000; count++) expect(await raw.next()).toEqual({ type: "pong", payload: { count } });
  await silence(raw);
});
