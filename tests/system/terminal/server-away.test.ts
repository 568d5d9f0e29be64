import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter } from "../../contract/api/counter.ts";
import { openDevice } from "./device.ts";

/** A customer waits for a lost connection once, and not with every sale. */
let counter: Counter;
beforeAll(async () => {
  counter = await openCounter({ secrets: true });
});
afterAll(() => closeCounter(counter));

test("complete: tries once while the server is away, then stores each sale at once and sends all of them later", async () => {
  const device = await openDevice(counter);
  let online = 0;
  device.network = (transport) => ({
    ...transport,
    sendOnline: async () => {
      online++;
      return { unanswered: "NETWORK" };
    },
    sendFacts: async () => ({ unanswered: "NETWORK" }),
  });
  const outbox = device.start();
  for (let sold = 1; sold <= 3; sold++) {
    expect(await outbox.complete(device.sale())).toMatchObject({ status: "waiting" });
    expect(online).toBe(1);
    expect(outbox.status()).toMatchObject({ unsent: sold, contact: "lost" });
  }
  const total = (await device.store.all()).reduce(
    (sum, row) => sum + (row.kind === "sale" && row.state === "happened" ? row.sale.receipt.total : 0),
    0,
  );
  expect(await outbox.waiting()).toEqual({ total, byGiftCard: 0 });
  device.network = (transport) => transport;
  while (outbox.status().unsent > 0) await new Promise((done) => setTimeout(done, 5));
  expect(outbox.status()).toMatchObject({ contact: "there" });
  expect(await outbox.complete(device.sale())).toMatchObject({ status: "recorded" });
});
