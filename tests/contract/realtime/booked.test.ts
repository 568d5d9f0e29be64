import { cursorOf, headKey, raisedEpochWrite, readHead } from "@pos/core/ledger/index.ts";
import { createMemoryTable, createRandom } from "@pos/core/table/memory/table.ts";
import { execute } from "graphql";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { createLive } from "../../../packages/web/src/live/index.ts";
import { type Data, signInOperator } from "../../support/api.ts";
import { SHOP_STREAM } from "../../support/shop.ts";
import { complete, payment, saleInput } from "../api/counter.ts";
import { ENTRIES_BOOKED, openAcknowledged, type Raw, SALE_RECORDED, subscribeFrame, subscribeRaw } from "./raw.ts";
import { type LiveCounter, once, openLive, settled, until } from "./support.ts";

/** `entriesBooked`: one event for whatever was booked together, after which a page queries again. */

async function listen({ api, owner, shop }: LiveCounter): Promise<Raw> {
  const raw = await openAcknowledged(api.url, owner);
  await subscribeRaw(raw, "1", ENTRIES_BOOKED, { location: shop.locationId });
  return raw;
}

async function headOf({ shop }: LiveCounter): Promise<string> {
  const { epoch, position } = await readHead(shop.table, shop.merchantId, shop.locationId);
  return cursorOf(epoch, position);
}

function cursorsOf(frames: readonly Data[]): string[] {
  return frames.map(({ payload }) => payload.data.entriesBooked.cursor);
}

/** The events that a subscriber with a cursor receives until one that starts at the beginning has received its own. */
async function receivedSince({ api, owner, shop }: LiveCounter, after: string): Promise<string[]> {
  const raw = await openAcknowledged(api.url, owner);
  raw.send(subscribeFrame("1", ENTRIES_BOOKED, { location: shop.locationId, after }));
  raw.send(subscribeFrame("2", ENTRIES_BOOKED, { location: shop.locationId, after: BEGINNING }));
  await until(() => raw.waiting().some(({ id }) => id === "2"), "the news since the beginning");
  // Replays go at once; that of the first began before.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return cursorsOf(raw.waiting().filter(({ id }) => id === "1"));
}

const BEGINNING = `0001-${"0".repeat(12)}`;

describe("booked", () => {
  test("entriesBooked: sends an event within a second when a sale, a refund or a stock adjustment is booked", async () => {
    const counter = await openLive({ engine: once() });
    const { api, shop } = counter;
    const raw = await listen(counter);
    // A single booking is published at once.
    const rested = () => new Promise((resolve) => setTimeout(resolve, 700));
    const expectEvent = async () => {
      const before = performance.now();
      await api.reader.caughtUp();
      const head = await headOf(counter);
      await until(() => cursorsOf(raw.waiting()).at(-1) === head, "the news of what was booked");
      expect(performance.now() - before).toBeLessThan(1_000);
    };
    const { sale } = await complete(counter, saleInput(counter));
    await expectEvent();
    await rested();
    const input = {
      ...{ id: shop.clock.newId("ref"), saleId: sale.id, occurredAt: shop.clock.now() },
      ...{ lines: [{ line: 1, quantity: "1" }], payments: [payment(counter, 199)] },
    };
    const refund = "mutation ($input: RefundSaleInput!) { refundSale(input: $input) { userErrors { code } } }";
    const { data, errors } = await api.call(refund, { token: counter.manager, variables: { input } });
    expect([errors, data?.refundSale.userErrors]).toEqual([undefined, []]);
    await expectEvent();
    await rested();
    await shop.stock("5");
    await expectEvent();
    const cursors = cursorsOf(raw.waiting());
    expect(cursors).toEqual([...new Set(cursors)].sort());
    expect(cursors.length).toBeGreaterThanOrEqual(3);
  });

  test("entriesBooked: throttles events and executions under load, and the last event covers every booking", async () => {
    let runs = 0;
    const run: typeof execute = (args) => {
      runs++;
      return execute(args);
    };
    const counter = await openLive({ terminals: 20, engine: once(), run });
    const { api, shop, terminals } = counter;
    const operators = await Promise.all(terminals.map((terminal) => signInOperator(api, shop, terminal)));
    const raws = [await listen(counter), await listen(counter)];
    const before = performance.now();
    await Promise.all(
      operators.map(async (operator, terminal) => {
        for (let count = 0; count < 40; count++)
          await complete(counter, saleInput(counter, { sequence: shop.nextSequence(terminal) }), operator);
      }),
    );
    await settled(counter);
    const head = await headOf(counter);
    expect(head).toBe(cursorOf(1, 800));
    for (const raw of raws) {
      await until(() => cursorsOf(raw.waiting()).at(-1) === head, "the last of what was booked");
      const seconds = (performance.now() - before) / 1_000;
      const cursors = cursorsOf(raw.waiting());
      expect(cursors).toEqual([...new Set(cursors)].sort());
      expect(cursors.length).toBeLessThanOrEqual(2 + 2 * seconds);
    }
    expect(runs).toBe(cursorsOf(raws[0]?.waiting() ?? []).length);
  }, 30_000);

  test("who listens to each sale as well is not kept waiting by it", async () => {
    const counter = await openLive({ engine: once() });
    await listen(counter);
    const sales = await openAcknowledged(counter.api.url, counter.owner);
    await subscribeRaw(sales, "1", SALE_RECORDED, { location: counter.shop.locationId });
    await complete(counter, saleInput(counter));
    await sales.next();
    const times: number[] = [];
    for (let count = 0; count < 5; count++) {
      const before = performance.now();
      await complete(counter, saleInput(counter));
      await sales.next();
      times.push(performance.now() - before);
    }
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(400);
  });

  test("entriesBooked: is still sent when the event of the sale cannot be executed", async () => {
    const run: typeof execute = (args) => {
      if (JSON.stringify(args.document).includes("saleRecorded")) throw new Error("It cannot be told");
      return execute(args);
    };
    const counter = await openLive({ engine: once(), run });
    const raw = await listen(counter);
    await subscribeRaw(raw, "2", SALE_RECORDED, { location: counter.shop.locationId });
    await complete(counter, saleInput(counter));
    await settled(counter);
    await until(() => raw.waiting().some(({ id }) => id === "1"), "the hint");
    expect(counter.api.log.filter(({ event }) => event === "publish")).toHaveLength(1);
  });

  test("entriesBooked: sends one event on resume when entries were booked or restored since the cursor, else none", async () => {
    const counter = await openLive({ engine: once() });
    const { shop } = counter;
    for (let count = 0; count < 3; count++) await complete(counter, saleInput(counter));
    await settled(counter);
    const head = await headOf(counter);
    expect(head).toBe(cursorOf(1, 3));
    expect(await receivedSince(counter, BEGINNING)).toEqual([head]);
    expect(await receivedSince(counter, cursorOf(1, 2))).toEqual([head]);
    expect(await receivedSince(counter, head)).toEqual([]);
    const from = await readHead(shop.table, shop.merchantId, shop.locationId);
    await shop.table.write(raisedEpochWrite(headKey(shop.merchantId, shop.locationId), from));
    expect(await receivedSince(counter, head)).toEqual([cursorOf(2, 3)]);
  });

  test("connections that are cut over and over, a stream that doubles and shuffles: the client module ends at the head", async () => {
    const engine = createMemoryTable({ random: createRandom(9), streamFilter: SHOP_STREAM, twiceRate: 0.3 });
    const counter = await openLive({ engine, limits: { lifetimeMilliseconds: 300 } });
    const { api, shop, owner } = counter;
    const live = createLive({
      url: `${api.url.replace(/^http/, "ws")}/graphql`,
      token: owner,
      webSocketImpl: WebSocket,
    });
    onTestFinished(() => live.close());
    const cursors: string[] = [];
    const following = live.subscribeFrom<Data>(
      ENTRIES_BOOKED,
      { location: shop.locationId },
      { after: BEGINNING },
      { event: ({ entriesBooked }) => cursors.push(entriesBooked.cursor) },
    );
    for (let round = 0; round < 10; round++) {
      for (let count = 0; count < 5; count++) await complete(counter, saleInput(counter));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await api.reader.caughtUp();
    const head = await headOf(counter);
    expect(head).toBe(cursorOf(1, 50));
    await until(() => following.cursor() === head, "the head", 30_000);
  }, 60_000);
});
